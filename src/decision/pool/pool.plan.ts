import { Suitability } from '../../placement/suitability.js';
import { noGoContext, noGoOn } from '../../rules/no-go.rules.js';
import { ranking, type RankingContext } from '../../rules/ranking.rules.js';
import type { PositionFact, ScenarioFacts } from '../../scenario/facts.js';
import type { PoolLine, PoolPerson, Refusal } from './pool.js';

/** Seats of a position in a commune that nobody holds. */
export interface OpenSeats {
  readonly communeCode: string;
  readonly positionCode: string;
  readonly vacant: number;
}

/** Somebody of the pool who is qualified for a vacancy, in the order in which it is offered. */
export interface PoolCandidate {
  readonly line: PoolLine;
  /** By law not to be transferred now; to a seat where they wait already it does not matter. */
  readonly notMovable: boolean;
  /** The last one; null = nobody refused. */
  readonly refusal: Refusal | null;
}

export const CLEARINGS = ['nobody', 'open', 'cleared'] as const;
/** `nobody` = no one of the pool is qualified; `cleared` = each of them was refused by code or may not be moved. */
export type Clearing = (typeof CLEARINGS)[number];

export interface Vacancy extends OpenSeats {
  readonly candidates: readonly PoolCandidate[];
  readonly clearing: Clearing;
}

export interface PoolFacts {
  readonly facts: ScenarioFacts;
  readonly people: readonly PoolPerson[];
  readonly context: RankingContext;
}

/**
 * A vacancy is offered to the pool first: to those of its block who are qualified for it, in the order of the register of
 * its class of post. Only when each was refused with a coded reason may it be filled another way.
 *
 * @param refusals the oldest first; the last one of a person and vacancy counts.
 * @returns the vacancies as given; positions that are elected or given by hand are left out.
 * @source Decree 178/2024/NĐ-CP, art. 6; docs/decisions/0058-surplus-pool.md
 */
export function vacanciesFor(
  { facts, people, context }: PoolFacts,
  vacancies: readonly OpenSeats[],
  refusals: readonly Refusal[],
): Vacancy[] {
  const suitability = new Suitability(facts);
  const positions = new Map(facts.positions.map((each) => [each.code, each]));
  const law = noGoContext(facts.parameters);
  const bound = new Set(
    people
      .filter(({ fact }) => noGoOn(fact.conditions, facts.effectiveOn, law) !== null)
      .map(({ staffId }) => staffId),
  );
  const byPosition = new Map<string, PoolLine[]>();
  const linesOf = (position: PositionFact): PoolLine[] => {
    const known = byPosition.get(position.code);
    if (known) return known;
    const lines = ranking(qualified(people, position, suitability), facts.effectiveOn, context);
    byPosition.set(position.code, lines);
    return lines;
  };
  const last = new Map(refusals.map((each) => [keyOf(each.staffId, each), each]));
  return vacancies.flatMap((vacancy) => {
    const position = positions.get(vacancy.positionCode);
    if (position === undefined || position.given || vacancy.vacant <= 0) return [];
    const candidates = linesOf(position).map((line) => ({
      line,
      notMovable: bound.has(line.person.staffId) && line.person.communeCode !== vacancy.communeCode,
      refusal: last.get(keyOf(line.person.staffId, vacancy)) ?? null,
    }));
    return [{ ...vacancy, candidates, clearing: clearingOf(candidates) }];
  });
}

function qualified(
  people: readonly PoolPerson[],
  position: PositionFact,
  suitability: Suitability,
): PoolPerson[] {
  return people
    .filter(
      ({ fact }) =>
        fact.block === position.block &&
        suitability.isQualified(fact, position) &&
        suitability.mayLead(fact, position),
    )
    .map((person) => ({ ...person, fit: suitability.fit(person.fact, position).fit }));
}

function clearingOf(candidates: readonly PoolCandidate[]): Clearing {
  if (candidates.length === 0) return 'nobody';
  const isOpen = ({ notMovable, refusal }: PoolCandidate): boolean =>
    !notMovable && refusal === null;
  return candidates.some(isOpen) ? 'open' : 'cleared';
}

function keyOf(
  staffId: number,
  { communeCode, positionCode }: Pick<OpenSeats, 'communeCode' | 'positionCode'>,
): string {
  return `${staffId}|${communeCode}|${positionCode}`;
}
