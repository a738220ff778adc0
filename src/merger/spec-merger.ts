import type { SuccessionFact, UnitFact } from '../scenario/facts.js';
import type { MergerInput } from './merger-input.js';
import type { UnitDraft } from './units.plan.js';

/** Valid defaults for specs of a merger: two communes of a district become one. */

export const MERGER_PARAMETERS: Readonly<Record<string, unknown>> = {
  'units.no-district-from': '2025-07-01',
  'merging.terrain': 'mountain',
  'merging.ward-class': 'highland',
  'merging.not-examined-from-parts': 3,
  'merging.commune.mountain.area-ratio': 2,
  'merging.commune.mountain.population-ratio': 1,
  'standard.commune.mountain.area-km2': 100,
  'standard.commune.mountain.population': 5000,
};

export function anOldUnit(unit: Partial<UnitFact> & Pick<UnitFact, 'code'>): UnitFact {
  return {
    name: `Xã ${unit.code}`,
    kind: 'commune',
    level: 'commune',
    parentCode: null,
    startsOn: '2020-01-01',
    isNew: false,
    zone: null,
    border: false,
    point: null,
    areaKm2: null,
    population: null,
    ...unit,
  };
}

export function aDraft(unit: Partial<UnitDraft> & Pick<UnitDraft, 'code'>): UnitDraft {
  return {
    name: `Xã ${unit.code}`,
    kind: 'commune',
    level: 'commune',
    parentCode: null,
    zone: 'III',
    border: true,
    point: null,
    areaKm2: 250,
    population: 6000,
    ...unit,
  };
}

export function aRow(
  oldCode: string,
  newCode: string,
  row: Partial<SuccessionFact> = {},
): SuccessionFact {
  return { oldCode, newCode, kind: 'whole', share: 1, main: true, basis: 'NQ 1661', ...row };
}

export function merger(given: Partial<MergerInput> = {}): MergerInput {
  return {
    effectiveOn: '2025-07-01',
    inForce: [
      anOldUnit({ code: '094', name: 'Huyện D', kind: 'rural-district', level: 'district' }),
      anOldUnit({ code: '03127', name: 'Phường Him Lam', parentCode: '094' }),
      anOldUnit({ code: '03130', parentCode: '094' }),
    ],
    newUnits: [aDraft({ code: '03127', name: 'Phường Điện Biên Phủ' })],
    successions: [aRow('03127', '03127'), aRow('03130', '03127'), aRow('094', '03127')],
    closes: [],
    seats: [],
    positions: [],
    people: [],
    parameters: MERGER_PARAMETERS,
    ...given,
  };
}
