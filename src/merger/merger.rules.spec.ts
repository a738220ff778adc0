import { describe, expect, it } from '@jest/globals';
import { criteriaBreaches, criteriaOf } from './criteria.rules.js';
import { divisionCode, divisionName } from './division.rules.js';
import {
  codesThatChangeTheirName,
  newUnitsMustBeUnique,
  newUnitsWithoutOrigin,
  noDistrictGoesOn,
  parentsMustExist,
  peopleNeedAUnit,
} from './merger.rules.js';
import type { SeatRow } from './seat-row.js';
import { seatsMustBeCountable, seatsNeedAPosition, seatsNeedAUnit } from './merger-seats.rules.js';
import { aDraft, anOldUnit, aRow, merger, MERGER_PARAMETERS } from './spec-merger.js';
import {
  closedUnitsMustHaveSuccessors,
  oldUnitsMustBeInForce,
  oneSuccessorIsMain,
  sharesMustAddUp,
  successorsMustExist,
  wholeUnitsPassOnce,
} from './succession.rules.js';

const codes = (breaches: readonly { code: string; unitCode: string }[]): string[] =>
  breaches.map((breach) => `${breach.code} ${breach.unitCode}`);

describe('rules on successions', () => {
  it('oldUnitsMustBeInForce reports a unit that is not in force, once', () => {
    const rows = [aRow('Z', 'N'), aRow('Z', 'M'), aRow('A', 'N')];
    expect(codes(oldUnitsMustBeInForce(rows, [{ code: 'A' }]))).toEqual([
      'merger.unit-not-in-force Z',
    ]);
    expect(oldUnitsMustBeInForce(rows, [{ code: 'A' }, { code: 'Z' }])).toEqual([]);
  });

  it('successorsMustExist reports a new code that nobody creates', () => {
    const rows = [aRow('A', 'N'), aRow('B', 'M')];
    expect(codes(successorsMustExist(rows, [{ code: 'N' }]))).toEqual([
      'merger.unknown-new-unit M',
    ]);
    expect(successorsMustExist(rows, [{ code: 'N' }, { code: 'M' }])).toEqual([]);
  });

  it('closedUnitsMustHaveSuccessors reports a unit that only gives away land', () => {
    const closed = [anOldUnit({ code: 'A' })];
    expect(closedUnitsMustHaveSuccessors(closed, [aRow('A', 'N')])).toEqual([]);
    const land = [aRow('A', 'N', { share: 0 })];
    expect(codes(closedUnitsMustHaveSuccessors(closed, land))).toEqual(['merger.no-successor A']);
    expect(codes(closedUnitsMustHaveSuccessors(closed, []))).toEqual(['merger.no-successor A']);
  });

  it('oneSuccessorIsMain reports none and two', () => {
    const rows = (first: boolean, second: boolean) => [
      aRow('A', 'N', { main: first }),
      aRow('A', 'M', { main: second }),
    ];
    expect(oneSuccessorIsMain(rows(true, false))).toEqual([]);
    expect(codes(oneSuccessorIsMain(rows(false, false)))).toEqual(['merger.no-main A']);
    expect(codes(oneSuccessorIsMain(rows(true, true)))).toEqual(['merger.two-mains A']);
  });

  it('sharesMustAddUp holds thirds, leaves the unknown alone, and reports 0.9 and 1.2', () => {
    const rows = (...shares: (number | null)[]) =>
      shares.map((share, at) => aRow('A', `N${at}`, { kind: 'part', share }));
    expect(sharesMustAddUp(rows(0.3333, 0.3333, 0.3333))).toEqual([]);
    expect(sharesMustAddUp(rows(0.9, null))).toEqual([]);
    expect(codes(sharesMustAddUp(rows(0.5, 0.4)))).toEqual(['merger.shares-do-not-add-up A']);
    expect(codes(sharesMustAddUp(rows(1.2, null)))).toEqual(['merger.shares-do-not-add-up A']);
    expect(codes(sharesMustAddUp(rows(1.5, -0.5)))).toEqual(['merger.shares-do-not-add-up A']);
  });

  it('wholeUnitsPassOnce reports a whole unit with two successors and a pair listed twice', () => {
    expect(wholeUnitsPassOnce([aRow('A', 'N')])).toEqual([]);
    expect(codes(wholeUnitsPassOnce([aRow('A', 'N'), aRow('A', 'M')]))).toEqual([
      'merger.whole-not-alone A',
    ]);
    expect(codes(wholeUnitsPassOnce([aRow('A', 'N'), aRow('A', 'N')]))).toEqual([
      'merger.succession-twice A',
    ]);
  });
});

describe('rules on new units', () => {
  it('newUnitsMustBeUnique reports a code once however often it is listed', () => {
    const unit = aDraft({ code: 'N' });
    expect(newUnitsMustBeUnique([unit])).toEqual([]);
    expect(codes(newUnitsMustBeUnique([unit, unit, unit]))).toEqual(['merger.new-unit-twice N']);
  });

  it('parentsMustExist reports a parent that is gone, not a missing one', () => {
    expect(parentsMustExist([aDraft({ code: 'N' })], [])).toEqual([]);
    const under = aDraft({ code: 'N', parentCode: 'P' });
    expect(parentsMustExist([under], [{ code: 'P' }])).toEqual([]);
    expect(codes(parentsMustExist([under], []))).toEqual(['merger.unknown-parent N']);
  });

  it('noDistrictGoesOn reports a district from 1 July 2025 on', () => {
    const district = anOldUnit({ code: '094', level: 'district' });
    const on = (day: string) => codes(noDistrictGoesOn([district], day, MERGER_PARAMETERS));
    expect(on('2025-06-30')).toEqual([]);
    expect(on('2025-07-01')).toEqual(['merger.district-left-open 094']);
  });

  it('newUnitsWithoutOrigin warns of a unit made of nothing', () => {
    expect(newUnitsWithoutOrigin([aDraft({ code: 'N' })], [aRow('A', 'N')])).toEqual([]);
    expect(newUnitsWithoutOrigin([aDraft({ code: 'N' })], [])).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('codesThatChangeTheirName notes only a code with another name', () => {
    const created = [aDraft({ code: 'A', name: 'Mới' })];
    expect(codesThatChangeTheirName(created, [anOldUnit({ code: 'A', name: 'Mới' })])).toEqual([]);
    expect(codesThatChangeTheirName(created, [anOldUnit({ code: 'A', name: 'Cũ' })])).toMatchObject(
      [{ code: 'merger.code-changes-name', severity: 'note' }],
    );
  });

  it('peopleNeedAUnit reports people of an unknown unit, not a unit without people', () => {
    const row = (headcount: number) => [{ unitCode: 'Z', headcount }];
    expect(codes(peopleNeedAUnit(row(1), []))).toEqual(['merger.people-without-unit Z']);
    expect(peopleNeedAUnit(row(0), [])).toEqual([]);
  });

  it('criteriaOf says of each new commune what is asked and what is there, and nothing of an unknown land', () => {
    const given = merger();
    const [found] = criteriaOf(given)!;
    expect(found).toMatchObject({ parts: 2, needs: { areaKm2: 200, population: 5000 } });
    expect(found!.answer).toMatchObject({ examined: true, areaRatio: 1.25, meets: true });
    const many = { ...MERGER_PARAMETERS, 'merging.not-examined-from-parts': 2 };
    expect(criteriaOf({ ...given, parameters: many })![0]).toMatchObject({ needs: null });
    expect(criteriaOf({ ...given, parameters: {} })).toBeNull();
  });

  it('criteriaBreaches warns of two parts below 200 km² in the mountains, never of three', () => {
    const of = (areaKm2: number, parts: string[]) =>
      codes(
        criteriaBreaches(
          merger({
            inForce: parts.map((code) => anOldUnit({ code })),
            newUnits: [aDraft({ code: 'N', areaKm2 })],
            successions: parts.map((code) => aRow(code, 'N')),
          }),
        ),
      );
    expect(of(200, ['A', 'B'])).toEqual([]);
    expect(of(199, ['A', 'B'])).toEqual(['merger.criteria-not-met N']);
    expect(of(199, ['A', 'B', 'C'])).toEqual([]);
  });
});

describe('rules on seats', () => {
  const seat = (row: Partial<SeatRow> = {}): SeatRow => ({
    unitCode: 'N',
    divisionKind: null,
    positionCode: 'E8',
    seats: 2,
    required: 1,
    ...row,
  });

  it('seatsNeedAUnit reports an unknown unit once', () => {
    expect(seatsNeedAUnit([seat()], [{ code: 'N' }])).toEqual([]);
    expect(codes(seatsNeedAUnit([seat(), seat({ positionCode: 'E5' })], []))).toEqual([
      'merger.seats-unknown-unit N',
    ]);
  });

  it('seatsNeedAPosition reports a position on the day on which it ends', () => {
    const until = (endsOn: string | null) =>
      codes(
        seatsNeedAPosition(
          [seat()],
          [{ code: 'E8', startsOn: '2023-08-01', endsOn }],
          '2025-07-01',
        ),
      );
    expect(until(null)).toEqual([]);
    expect(until('2025-07-02')).toEqual([]);
    expect(until('2025-07-01')).toEqual(['merger.seats-unknown-position N']);
  });

  it('seatsMustBeCountable reports halves, more required than seats, and doubles', () => {
    expect(seatsMustBeCountable([seat({ required: 2 }), seat({ divisionKind: 'office' })])).toEqual(
      [],
    );
    const range = ['merger.seats-out-of-range N'];
    expect(codes(seatsMustBeCountable([seat({ required: 3 })]))).toEqual(range);
    expect(codes(seatsMustBeCountable([seat({ seats: 1.5 })]))).toEqual(range);
    expect(codes(seatsMustBeCountable([seat({ seats: -1, required: -1 })]))).toEqual(range);
    expect(codes(seatsMustBeCountable([seat(), seat()]))).toEqual(['merger.seats-twice N']);
  });
});

describe('divisions', () => {
  it('divisionCode appends the suffix of the kind', () => {
    expect(divisionCode('03127', 'office')).toBe('03127.VP');
    expect(divisionCode('03127', 'public-service')).toBe('03127.SN');
  });

  it('divisionName gives the economic division of a ward its longer name', () => {
    expect(divisionName('commune', 'economic')).toBe('Phòng Kinh tế');
    expect(divisionName('ward', 'economic')).toBe('Phòng Kinh tế, Hạ tầng và Đô thị');
    expect(divisionName('ward', 'office')).toBe(divisionName('commune', 'office'));
  });
});
