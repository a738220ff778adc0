import type {
  PersonFact,
  PositionFact,
  ScenarioFacts,
  SuccessionFact,
  UnitFact,
} from '../scenario/facts.js';

/**
 * A small province for specs: two old communes A and B become the new communes N (code of A) and M, an hour apart; the
 * district D lies over both.
 */

export const PARAMETERS: Readonly<Record<string, unknown>> = {
  'placement.weight.border-zone-iii': 4,
  'placement.weight.zone-iii': 3,
  'placement.weight.zone-ii': 2,
  'placement.weight.zone-i': 1,
  'placement.fit-cost.exact': 0,
  'placement.fit-cost.related': 1,
  'placement.fit-cost.after-training': 3,
  'placement.fit-cost.out-of-field': 9,
  'placement.wish-cost.second': 1,
  'placement.wish-cost.third': 2,
  'placement.wish-cost.unmet': 3,
  'placement.distance-factor': 1,
  'leader.holders-may-lead': true,
  'leader.planned-may-lead': true,
  'fit.rank.any-ladder': true,
  'fit.training.degree-levels': 1,
  'fit.training.rank-levels': 1,
  'fit.training.missing-rank': true,
  'fit.training.certificate': true,
  'no-go.cases': ['discipline', 'maternity'],
  'no-go.movements': ['transfer', 'secondment'],
  'no-go.lifted-by-request': ['maternity'],
  'no-go.article': 'Nghị định 170/2025/NĐ-CP, Điều 25',
};

export function aUnit(unit: Partial<UnitFact> & Pick<UnitFact, 'code'>): UnitFact {
  return {
    name: `Xã ${unit.code}`,
    kind: 'commune',
    level: 'commune',
    parentCode: null,
    startsOn: unit.isNew ? '2025-07-01' : '2020-01-01',
    isNew: false,
    zone: null,
    border: false,
    point: null,
    areaKm2: null,
    population: null,
    ...unit,
  };
}

export function aSuccession(
  oldCode: string,
  newCode: string,
  row: Partial<SuccessionFact> = {},
): SuccessionFact {
  return { oldCode, newCode, kind: 'whole', share: 1, main: true, basis: '', ...row };
}

export function aPosition(
  position: Partial<PositionFact> & Pick<PositionFact, 'code'>,
): PositionFact {
  return {
    name: `Vị trí ${position.code}`,
    startsOn: '2025-07-01',
    endsOn: null,
    block: 'government',
    divisionKind: null,
    group: 'professional',
    field: null,
    minDegree: 'university',
    majorGroups: [],
    ranks: [],
    certificates: [],
    given: false,
    ...position,
  };
}

export function aPerson(person: Partial<PersonFact> & Pick<PersonFact, 'key'>): PersonFact {
  return {
    staffId: 0,
    fullName: `Người ${person.key}`,
    sex: null,
    bornOn: null,
    recruitedOn: null,
    unitCode: 'A',
    positionCode: 'OLD',
    block: 'government',
    group: 'professional',
    degree: 'university',
    majorGroup: 'law',
    rank: null,
    certificates: [],
    languages: [],
    plannedTitle: null,
    homeUnitCode: null,
    homePoint: null,
    conditions: [],
    wish: null,
    spouseKey: null,
    ...person,
  };
}

export const OLD_UNITS: readonly UnitFact[] = [
  aUnit({ code: 'D', kind: 'rural-district', level: 'district', name: 'Huyện D' }),
  aUnit({ code: 'A', parentCode: 'D', point: { latitude: 21.0, longitude: 103.0 } }),
  aUnit({ code: 'B', parentCode: 'D', point: { latitude: 21.5, longitude: 103.0 } }),
];

export const NEW_UNITS: readonly UnitFact[] = [
  aUnit({
    code: 'A',
    name: 'Xã N',
    isNew: true,
    zone: 'III',
    border: true,
    point: { latitude: 21.0, longitude: 103.0 },
  }),
  aUnit({
    code: 'M',
    name: 'Xã M',
    isNew: true,
    zone: 'I',
    point: { latitude: 21.5, longitude: 103.0 },
  }),
];

export const SUCCESSIONS: readonly SuccessionFact[] = [
  aSuccession('A', 'A'),
  aSuccession('B', 'M'),
  aSuccession('D', 'A', { kind: 'part', share: 0.6 }),
  aSuccession('D', 'M', { kind: 'part', share: 0.4, main: false }),
];

/** Law (exact for law, related for administration), IT, any major; the old post leads to all three. */
export const POSITIONS: readonly PositionFact[] = [
  aPosition({ code: 'OLD', startsOn: '2023-08-01', endsOn: '2025-07-01' }),
  aPosition({ code: 'LAW', majorGroups: ['law'] }),
  aPosition({ code: 'IT', majorGroups: ['it'] }),
  aPosition({ code: 'ANY' }),
  aPosition({ code: 'HEAD', group: 'leader' }),
  aPosition({ code: 'ELECTED', group: 'leader', given: true }),
  aPosition({ code: 'PARTY', block: 'party' }),
];

export function facts(given: Partial<ScenarioFacts> = {}): ScenarioFacts {
  return {
    provinceCode: '11',
    effectiveOn: '2025-07-01',
    rulesOn: '2026-01-01',
    units: [...OLD_UNITS, ...NEW_UNITS],
    successions: SUCCESSIONS,
    positions: POSITIONS,
    positionSuccessions: [
      { oldCode: 'OLD', newCode: 'IT', preference: 1, majorGroups: ['it'] },
      { oldCode: 'OLD', newCode: 'LAW', preference: 2, majorGroups: [] },
      { oldCode: 'OLD', newCode: 'ANY', preference: 3, majorGroups: [] },
    ],
    seats: [],
    norms: [],
    people: [],
    pins: [],
    pools: [],
    relatedMajors: [
      ['administration', 'law'],
      ['law', 'administration'],
    ],
    ranks: [],
    parameters: PARAMETERS,
    ...given,
  };
}

export function seats(unitCode: string, positionCode: string, count: number, required = 0) {
  return { unitCode, positionCode, seats: count, required };
}
