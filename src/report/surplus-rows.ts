import type { GapCell } from '../gap/gap.view.js';
import { positionsOn } from '../placement/cells.js';
import { Suitability } from '../placement/suitability.js';
import { isQualified } from '../rules/fit.rules.js';
import { noGoContext, noGoOn } from '../rules/no-go.rules.js';
import type { PersonFact, PositionFact, ScenarioFacts } from '../scenario/facts.js';
import { byCodePoint } from '../shared/text.js';
import type { PlannedPerson } from './plan-rows.js';
import type { OpenPosition, SurplusRow } from './report-data.js';

/**
 * The people without a seat, in the order of the plan, each with the positions of the own block that they may hold. Left
 * out are positions without a seat in the province, those that are given by hand, and leading ones that the person may not
 * yet take.
 *
 * @param cells of the same run; they say how many seats of a position are vacant.
 */
export function surplusRows(
  facts: ScenarioFacts,
  planned: readonly PlannedPerson[],
  cells: readonly GapCell[],
): SurplusRow[] {
  const suitability = new Suitability(facts);
  const law = noGoContext(facts.parameters);
  const vacant = vacantSeats(cells);
  const positions = [...positionsOn(facts, facts.effectiveOn).values()].filter((position) =>
    vacant.has(position.code),
  );
  return planned
    .filter(({ proposal }) => proposal.outcome === 'surplus')
    .map(({ row, person }) => {
      const open = positions.filter((position) => isOpenTo(suitability, person, position));
      const fitting = (wanted: (position: PositionFact) => boolean): OpenPosition[] =>
        open
          .filter(wanted)
          .map((position) => openPosition(position, vacant))
          .sort(byVacancy);
      return {
        person: row,
        qualifiedFor: fitting((each) => isQualified(suitability.fit(person, each).fit)),
        trainableFor: fitting(
          (each) => suitability.fit(person, each).fit === 'after-training',
        ).filter(({ vacantSeats: seats }) => seats > 0),
        noTransfer: noGoOn(person.conditions, facts.effectiveOn, law)?.message ?? null,
      };
    });
}

function isOpenTo(suitability: Suitability, person: PersonFact, position: PositionFact): boolean {
  return (
    !position.given && position.block === person.block && suitability.mayLead(person, position)
  );
}

function openPosition(position: PositionFact, vacant: ReadonlyMap<string, number>): OpenPosition {
  return { name: position.name, vacantSeats: vacant.get(position.code) ?? 0 };
}

function byVacancy(a: OpenPosition, b: OpenPosition): number {
  return b.vacantSeats - a.vacantSeats || byCodePoint(a.name, b.name);
}

/** By position that has seats somewhere. */
function vacantSeats(cells: readonly GapCell[]): Map<string, number> {
  const vacant = new Map<string, number>();
  for (const { positionCode, seats, vacant: free } of cells) {
    if (seats > 0) vacant.set(positionCode, (vacant.get(positionCode) ?? 0) + free);
  }
  return vacant;
}
