import { BLOCK_WORDS } from '../registry/sheet-words.js';
import { provinceCaps, provinceTotals } from '../rules/caps.rules.js';
import { textsOf } from '../rules/parameters.js';
import type { Block } from '../rules/vocabulary.js';
import type { ParameterValues, PoolFact, PositionFact, UnitFact } from '../scenario/facts.js';
import { isInForce, type Day } from '../shared/day.js';

/** Caps that count people in positions; the cap on organisations counts units and is no pool. */
const CAPS_ON_PEOPLE = ['vice-chairs-per-commune', 'deputies-per-organisation'];

export interface PoolLaw {
  readonly units: readonly Pick<UnitFact, 'isNew' | 'level' | 'kind'>[];
  readonly positions: readonly Pick<
    PositionFact,
    'code' | 'block' | 'group' | 'startsOn' | 'endsOn'
  >[];
  readonly effectiveOn: Day;
  readonly parameters: ParameterValues;
}

/** The province-wide averages and totals as caps over seats, by the law of the scenario. */
export function capPools(law: PoolLaw): PoolFact[] {
  return [...averagePools(law), ...totalPools(law)];
}

function averagePools({ units, parameters }: PoolLaw): PoolFact[] {
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

/** The posts given to the province in all. Support is done by contract and holds no post (Decree 111/2022/NĐ-CP). */
function totalPools({ positions, effectiveOn, parameters }: PoolLaw): PoolFact[] {
  const counted = (block: Block): string[] =>
    positions
      .filter((each) => each.block === block && each.group !== 'support')
      .filter((each) => isInForce(each, effectiveOn))
      .map(({ code }) => code);
  return [...provinceTotals(parameters)].map(([block, capacity]) => ({
    code: `province-total.${block}`,
    name: `Tổng biên chế cấp xã giao cho tỉnh, ${BLOCK_WORDS[block][0] ?? block}`,
    capacity,
    positionCodes: counted(block),
    source: `norm.province-total.${block}`,
  }));
}
