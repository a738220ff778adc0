import type { RunNames } from '../../placement/run-names.js';
import { Suitability } from '../../placement/suitability.js';
import type { ScenarioFacts } from '../../scenario/facts.js';
import { isInForce } from '../../shared/day.js';
import type { PoolPerson } from './pool.js';
import type { PooledRow } from './pool.store.js';

/** People as the frozen facts have them, waiting where the run benches them. */
export function poolOf(
  facts: ScenarioFacts,
  rows: readonly PooledRow[],
  names: RunNames,
): PoolPerson[] {
  const suitability = new Suitability(facts);
  const people = new Map(facts.people.map((person) => [person.key, person]));
  const positions = new Map(facts.positions.map((position) => [position.code, position]));
  return rows.flatMap(({ staffId, key, unitCode, positionCode, ratings }) => {
    const fact = people.get(key);
    if (fact === undefined) return [];
    const position = positions.get(positionCode);
    return [
      {
        ...{ staffId, key, fullName: fact.fullName, positionCode, fact },
        communeCode: names.communeOf(unitCode)?.code ?? unitCode ?? '',
        ratings: new Map(Object.entries(ratings).map(([year, code]) => [Number(year), code])),
        disciplined: fact.conditions.some(
          (each) => each.case === 'discipline' && isInForce(each, facts.effectiveOn),
        ),
        fit: position === undefined ? null : suitability.fit(fact, position).fit,
        ...{ degree: fact.degree, recruitedOn: fact.recruitedOn },
      },
    ];
  });
}
