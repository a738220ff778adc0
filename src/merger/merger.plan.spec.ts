import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { PositionFact, SuccessionFact } from '../scenario/facts.js';
import { isApplicable, planMerger, unitsAfterwards } from './merger.plan.js';
import { aDraft, anOldUnit, aRow, merger } from './spec-merger.js';

const errors = (plan: ReturnType<typeof planMerger>): string[] =>
  plan.breaches
    .filter((breach) => breach.severity === 'error')
    .map((breach) => `${breach.code} ${breach.unitCode}`);

const aPosition = (code: string, span: Partial<PositionFact> = {}): PositionFact => ({
  code,
  name: code,
  startsOn: '2025-07-01',
  endsOn: null,
  block: 'government',
  divisionKind: null,
  group: 'professional',
  field: null,
  minDegree: null,
  majorGroups: [],
  ranks: [],
  certificates: [],
  given: false,
  ...span,
});

const aSeat = (positionCode: string, given = {}) => ({
  unitCode: '03127',
  divisionKind: 'economic' as const,
  positionCode,
  seats: 2,
  required: 1,
  ...given,
});

describe('planMerger', () => {
  it('closes an old unit and creates a new one of the same code on the same day', () => {
    const plan = planMerger(merger());
    expect(errors(plan)).toEqual([]);
    expect(plan.closeUnits.map((unit) => unit.code)).toEqual(['03127', '03130', '094']);
    expect(plan.createUnits).toMatchObject([
      { code: '03127', name: 'Phường Điện Biên Phủ', startsOn: '2025-07-01', isNew: true },
    ]);
    expect(plan.breaches).toMatchObject([
      { code: 'merger.code-changes-name', severity: 'note', unitCode: '03127' },
    ]);
    expect(isApplicable(plan)).toBe(true);
  });

  it('creates the divisions that the seats name, and puts the seats there', () => {
    const seats = [aSeat('E8'), aSeat('UBND-PCT', { divisionKind: null, required: 0 })];
    const positions = [aPosition('E8'), aPosition('UBND-PCT')];
    const plan = planMerger(merger({ seats, positions }));
    expect(errors(plan)).toEqual([]);
    expect(plan.createUnits.map((unit) => unit.code)).toEqual(['03127', '03127.KT']);
    expect(plan.createUnits[1]).toMatchObject({
      level: 'division',
      parentCode: '03127',
      zone: 'III',
    });
    expect(plan.seats).toEqual([
      { unitCode: '03127', positionCode: 'UBND-PCT', seats: 2, required: 0 },
      { unitCode: '03127.KT', positionCode: 'E8', seats: 2, required: 1 },
    ]);
  });

  it('gives the same plan for shuffled rows, and again from its own units', () => {
    const input = merger({
      seats: [aSeat('E8'), aSeat('E5')],
      positions: [aPosition('E8'), aPosition('E5')],
    });
    const plan = planMerger(input);
    const shuffled = planMerger({
      ...input,
      inForce: [...input.inForce].reverse(),
      successions: [...input.successions].reverse(),
      seats: [...input.seats].reverse(),
    });
    expect(shuffled).toEqual(plan);
    const seats = plan.seats.map((seat) => ({ ...seat, divisionKind: null }));
    expect(planMerger({ ...input, newUnits: plan.createUnits, seats })).toEqual(plan);
  });

  it('carries people to the main successor and adds up rows of a unit', () => {
    const people = [
      { unitCode: '03130', headcount: 1 },
      { unitCode: '03130', headcount: 2 },
    ];
    const plan = planMerger(merger({ people }));
    expect(plan.carried).toEqual([{ oldCode: '03130', newCode: '03127', headcount: 3 }]);
    expect(plan.peopleToDecide).toEqual([]);
  });

  it('lists the people of a split unit for decision, its divisions too', () => {
    const plan = planMerger(
      merger({
        inForce: [
          anOldUnit({ code: 'A' }),
          anOldUnit({ code: 'A.1', level: 'division', parentCode: 'A' }),
        ],
        newUnits: [aDraft({ code: 'N' }), aDraft({ code: 'M' })],
        successions: [
          aRow('A', 'N', { kind: 'part', share: null, main: false }),
          aRow('A', 'M', { kind: 'remainder', share: null }),
        ],
        people: [{ unitCode: 'A.1', headcount: 4 }],
      }),
    );
    expect(errors(plan)).toEqual([]);
    expect(plan.peopleToDecide).toEqual([
      { unitCode: 'A.1', headcount: 4, assumedCode: 'M', choices: ['M', 'N'] },
    ]);
    expect(plan.carried).toEqual([{ oldCode: 'A.1', newCode: 'M', headcount: 4 }]);
  });

  it('merges departments and their subordinate organisations the same way', () => {
    const department = { kind: 'department' as const, level: 'department' as const };
    const input = merger({
      inForce: [
        anOldUnit({ code: 'SO-A', ...department }),
        anOldUnit({ code: 'SO-B', ...department }),
        anOldUnit({ code: 'SO-A.1', level: 'division', parentCode: 'SO-A' }),
        anOldUnit({ code: 'SO-B.1', level: 'division', parentCode: 'SO-B' }),
      ],
      newUnits: [],
      successions: [aRow('SO-A', 'SO-B'), aRow('SO-A.1', 'SO-B.1')],
    });
    const plan = planMerger(input);
    expect(errors(plan)).toEqual([]);
    expect(plan.closeUnits.map((unit) => unit.code)).toEqual(['SO-A', 'SO-A.1']);
    expect(unitsAfterwards(plan, input.inForce).map((unit) => unit.code)).toEqual([
      'SO-B',
      'SO-B.1',
    ]);
  });

  it('names every fault at once', () => {
    const plan = planMerger(
      merger({
        newUnits: [
          aDraft({ code: '03127' }),
          aDraft({ code: '03127' }),
          aDraft({ code: 'X', parentCode: 'Y' }),
        ],
        successions: [
          aRow('03127', '03127', { main: false }),
          aRow('99999', '03127'),
          aRow('094', '88888', { share: 0.4 }),
        ],
        people: [{ unitCode: '77777', headcount: 2 }],
        seats: [aSeat('OLD'), aSeat('E8', { unitCode: 'Z' })],
        positions: [
          aPosition('OLD', { startsOn: '2023-08-01', endsOn: '2025-07-01' }),
          aPosition('E8'),
        ],
      }),
    );
    expect(errors(plan)).toEqual([
      'merger.new-unit-twice 03127',
      'merger.no-main 03127',
      'merger.no-successor 03130',
      'merger.people-without-unit 77777',
      'merger.seats-unknown-position 03127',
      'merger.seats-unknown-unit Z',
      'merger.shares-do-not-add-up 094',
      'merger.unit-not-in-force 99999',
      'merger.unknown-new-unit 88888',
      'merger.unknown-parent X',
    ]);
    expect(isApplicable(plan)).toBe(false);
    expect(plan.breaches.filter((breach) => breach.severity === 'warning')).toMatchObject([
      { code: 'merger.new-unit-without-origin', unitCode: 'X' },
    ]);
  });

  it('names an old unit whose code a new unit takes while it has no successor', () => {
    const plan = planMerger(
      merger({ successions: [aRow('03130', '03127'), aRow('094', '03127')] }),
    );
    expect(errors(plan)).toEqual(['merger.no-successor 03127']);
  });
});

interface MapRow {
  readonly oldCode: string;
  readonly newCode: string;
  readonly share: string;
  readonly note: string;
  readonly main: string;
}

/** The published map of all provinces, as shipped. */
function publishedMap(): MapRow[] {
  const text = readFileSync(new URL('../../data/merge_map.csv', import.meta.url), 'utf8');
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [oldCode = '', newCode = '', share = '', note = '', main = ''] = line.split(',');
      return { oldCode, newCode, share, note, main };
    });
}

function factOf({ oldCode, newCode, share, note, main }: MapRow): SuccessionFact {
  const kind = note.startsWith('part')
    ? 'part'
    : note.startsWith('remainder')
      ? 'remainder'
      : 'whole';
  const known = share === '' ? null : Number(share);
  return { oldCode, newCode, kind, share: known, main: main === '1', basis: 'NQ 1656' };
}

describe('planMerger on real units', () => {
  // Trúc Bạch, Ba Đình and others of Hà Nội: old 00019 goes to four wards, 00007 to two.
  const rows = publishedMap().filter((row) =>
    ['00004', '00008', '00025', '00070', '00190', '00226'].includes(row.newCode),
  );
  const split = ['00007', '00019'];

  function input(): ReturnType<typeof merger> {
    const all = publishedMap();
    const oldCodes = new Set(rows.map((row) => row.oldCode));
    const successions = all.filter((row) => oldCodes.has(row.oldCode)).map(factOf);
    const newCodes = new Set(successions.map((row) => row.newCode));
    return merger({
      inForce: [...oldCodes].map((code) => anOldUnit({ code, kind: 'ward' })),
      newUnits: [...newCodes].map((code) => aDraft({ code, areaKm2: null, population: null })),
      successions,
      people: split.map((unitCode) => ({ unitCode, headcount: 20 })),
      parameters: { 'units.no-district-from': '2025-07-01' },
    });
  }

  it('plans the split wards of Hà Nội and lists their people for decision', () => {
    const plan = planMerger(input());
    expect(errors(plan)).toEqual([]);
    expect(plan.peopleToDecide).toEqual([
      { unitCode: '00007', headcount: 20, assumedCode: '00025', choices: ['00008', '00025'] },
      {
        unitCode: '00019',
        headcount: 20,
        assumedCode: '00004',
        choices: ['00004', '00070', '00190', '00226'],
      },
    ]);
    expect(plan.carried.map((row) => row.newCode)).toEqual(['00025', '00004']);
  });

  it('names a split ward whose main successor was lost', () => {
    const given = input();
    const successions = given.successions.map((row) =>
      row.oldCode === '00019' ? { ...row, main: false } : row,
    );
    expect(errors(planMerger({ ...given, successions }))).toEqual(['merger.no-main 00019']);
  });

  it('notes that criteria were not examined where the province has not said what land it is', () => {
    const codes = planMerger(input()).breaches.map((breach) => breach.code);
    expect(codes.filter((code) => code === 'merger.criteria-not-examined')).toHaveLength(1);
  });
});
