import { describe, expect, it } from '@jest/globals';
import {
  unitsWithWrongShares,
  unitsWithoutOneMain,
  unitsWithoutSuccessor,
} from '../src/rules/succession.rules.js';
import { BLOCKS, DEGREES } from '../src/rules/vocabulary.js';
import { normalised } from '../src/shared/text.js';
import { cell, column, repeated, rows, sum, unknown } from './tables.js';

const positions = rows('positions.csv');
const ranks = rows('ranks.csv');
const establishments = rows('dien-bien/establishments.csv');
const norms = rows('dien-bien/norms.csv');
const unitAliases = rows('dien-bien/aliases.csv');
const aliases = [...unitAliases, ...rows('aliases.csv')];
const communes = rows('dien-bien/units_new.csv');
const mergeMap = rows('dien-bien/merge_map.csv');
const blockOf = new Map(positions.map((row) => [cell(row, 'code'), cell(row, 'block')]));
const newPositions = positions.filter((row) => row['catalogue'] === 'new');
const oldPositions = positions.filter((row) => row['catalogue'] === 'old');

describe('unit successions', () => {
  const asSuccessions = (file: string) =>
    rows(file).map((row) => ({
      oldCode: cell(row, 'old_code'),
      newCode: cell(row, 'new_code'),
      share: row['share'] === '' ? null : Number(row['share']),
      main: row['main'] === '1',
    }));

  it.each([
    ['merge_map.csv', 'units_old.csv', 'units_new.csv', 10_040],
    ['district_map.csv', 'units_district.csv', 'units_new.csv', 696],
    ['dien-bien/merge_map.csv', 'dien-bien/units_old.csv', 'dien-bien/units_new.csv', 129],
  ])('%s gives each old unit a successor and one main', (file, oldFile, newFile, count) => {
    const successions = asSuccessions(file);
    const olds = column(rows(oldFile), 'code');
    expect(olds).toHaveLength(count);
    expect(unitsWithoutSuccessor(olds, successions)).toEqual([]);
    expect(unitsWithoutOneMain(successions)).toEqual([]);
    expect(
      unknown(
        successions.map((row) => row.oldCode),
        olds,
      ),
    ).toEqual([]);
    expect(
      unknown(
        successions.map((row) => row.newCode),
        column(rows(newFile), 'code'),
      ),
    ).toEqual([]);
  });

  it.each([['district_map.csv'], ['dien-bien/merge_map.csv'], ['dien-bien/district_map.csv']])(
    '%s has known shares that add up to 1',
    (file) => {
      expect(unitsWithWrongShares(asSuccessions(file))).toEqual([]);
    },
  );

  it('the district map of Điện Biên follows from the communes’ census population', () => {
    const oldUnits = rows('dien-bien/units_old.csv');
    const into = new Map(mergeMap.map((row) => [cell(row, 'old_code'), cell(row, 'new_code')]));
    const derived = rows('dien-bien/district_map.csv');
    expect(new Set(column(derived, 'old_code')).size).toBe(10);
    for (const row of derived) {
      const own = oldUnits.filter((unit) => unit['district_code'] === row['old_code']);
      const gone = own.filter((unit) => into.get(cell(unit, 'code')) === row['new_code']);
      const share = sum(gone, 'population') / sum(own, 'population');
      expect(Math.abs(share - Number(row['share']))).toBeLessThan(0.0001);
    }
  });
});

describe('seats of Điện Biên', () => {
  const parts = (code: string) => mergeMap.filter((row) => row['new_code'] === code).length;
  const blockSeats = (block: string, unitCode?: string) =>
    sum(
      establishments.filter(
        (row) =>
          blockOf.get(cell(row, 'position_code')) === block &&
          (unitCode === undefined || row['unit_code'] === unitCode),
      ),
      'seats',
    );
  const seatsOf = (unitCode: string, code: string) =>
    sum(
      establishments.filter((r) => r['unit_code'] === unitCode && r['position_code'] === code),
      'seats',
    );

  it('add up to 1535, 675, 360, 90 and 246, together 2906', () => {
    expect(BLOCKS.map((block) => blockSeats(block))).toEqual([1535, 675, 360, 90, 246]);
    expect(sum(establishments, 'seats')).toBe(2906);
  });

  it('are 33, 34 or 37 in the government block, by the number of old units', () => {
    const counts = new Map<number, number>();
    for (const code of column(communes, 'code')) {
      const expected = parts(code) === 2 ? 33 : parts(code) === 3 ? 34 : 37;
      expect([code, blockSeats('government', code)]).toEqual([code, expected]);
      counts.set(expected, (counts.get(expected) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({ 33: 16, 34: 22, 37: 7 });
  });

  it('give O11 to the 15 border communes and to no other; of two old units it takes the second P1', () => {
    const border = communes.filter((row) => row['border'] !== 'none');
    expect(border).toHaveLength(15);
    for (const row of communes) {
      const code = cell(row, 'code');
      const isBorder = border.includes(row);
      expect(seatsOf(code, 'O11')).toBe(isBorder ? 1 : 0);
      expect(seatsOf(code, 'P1')).toBe(isBorder && parts(code) === 2 ? 1 : 2);
    }
  });

  it('require one seat of each of the ten positions of the plan', () => {
    const required = establishments.filter((row) => row['required'] !== '0');
    expect(new Set(column(required, 'position_code'))).toEqual(
      new Set(['E5', 'E6', 'E7', 'E8', 'E1', 'O10', 'C4', 'C6', 'C8', 'O11']),
    );
    expect(sum(required, 'required')).toBe(9 * 45 + 15);
  });

  it('stand in known communes, once a position, in the division kind of the position', () => {
    expect(unknown(column(establishments, 'unit_code'), column(communes, 'code'))).toEqual([]);
    const keys = establishments.map((row) => `${row['unit_code']} ${row['position_code']}`);
    expect(repeated(keys)).toEqual([]);
    for (const row of establishments) {
      const own = newPositions.find((each) => each['code'] === row['position_code']);
      expect(own?.['division_kind']).toBe(row['division_kind']);
      expect(Number(row['seats'])).toBeGreaterThanOrEqual(Math.max(1, Number(row['required'])));
    }
  });

  it('are the norm of each commune and block', () => {
    expect(norms).toHaveLength(45 * BLOCKS.length);
    for (const norm of norms) {
      expect(Number(norm['headcount'])).toBe(
        blockSeats(cell(norm, 'block'), cell(norm, 'unit_code')),
      );
    }
  });
});

/** What an alias may stand for, as the table of aliases holds it. */
const KINDS = ['unit', 'position', 'degree', 'rank', 'rating'];

describe('other spellings', () => {
  it('are of units where they are of one province, and of all else where they are of any', () => {
    expect(new Set(column(unitAliases, 'kind'))).toEqual(new Set(['unit']));
    expect(new Set(column(rows('aliases.csv'), 'kind'))).toEqual(
      new Set(KINDS.filter((kind) => kind !== 'unit')),
    );
  });

  it('have one meaning each', () => {
    const keys = aliases.map(
      (row) => `${row['kind']} ${normalised(cell(row, 'spelling')).toLowerCase()}`,
    );
    expect(repeated(keys)).toEqual([]);
  });

  it('lead to codes that exist', () => {
    const targets = (kind: string) =>
      column(
        aliases.filter((row) => row['kind'] === kind),
        'target_code',
      );
    expect(unknown(targets('unit'), column(rows('dien-bien/units_old.csv'), 'code'))).toEqual([]);
    expect(unknown(targets('position'), column(oldPositions, 'code'))).toEqual([]);
    expect(unknown(targets('rank'), column(ranks, 'code'))).toEqual([]);
    expect(unknown(targets('degree'), DEGREES)).toEqual([]);
    expect(unknown(column(aliases, 'kind'), KINDS)).toEqual([]);
  });

  it('hold the seven names that two public lists spell in two ways', () => {
    const twice = rows('dien-bien/units_old.csv').filter(
      (row) => row['name_in_resolution_1661'] !== '',
    );
    expect(twice).toHaveLength(7);
    for (const row of twice) {
      expect(aliases).toContainEqual(
        expect.objectContaining({
          kind: 'unit',
          spelling: row['name_in_resolution_1661'],
          target_code: row['code'],
        }),
      );
    }
  });
});
