import { provinceCaps } from '../rules/caps.rules.js';
import { textsOf } from '../rules/parameters.js';
import type { ParameterValues, PoolFact, UnitFact } from '../scenario/facts.js';

/** Caps that count people in positions; the cap on organisations counts units and is no pool. */
const CAPS_ON_PEOPLE = ['vice-chairs-per-commune', 'deputies-per-organisation'];

/** The province-wide averages as caps over seats, by the law of the scenario. */
export function capPools(
  units: readonly Pick<UnitFact, 'isNew' | 'level' | 'kind'>[],
  parameters: ParameterValues,
): PoolFact[] {
  const kinds = new Set(textsOf(parameters, 'cap.organisations-per-commune.kinds'));
  const created = units.filter((unit) => unit.isNew);
  const communes = created.filter((unit) => unit.level === 'commune').length;
  const organisations = created.filter((unit) => kinds.has(unit.kind)).length;
  return provinceCaps({ communes, organisations }, parameters)
    .filter((cap) => CAPS_ON_PEOPLE.includes(cap.code))
    .map((cap) => ({
      code: cap.code,
      name: cap.name,
      capacity: cap.capacity,
      positionCodes: textsOf(parameters, `cap.${cap.code}.positions`),
      source: `cap.${cap.code}`,
    }));
}
