import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { EVE, yearsBetween } from './careers.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { Workbook } from '../../src/sheet/workbook.js';
import { writeWorkbook } from '../../src/sheet/xlsx-writer.js';
import { successorsOf } from './calibration.js';
import { generateDemo } from './generate.js';
import { centurySexDigit } from './identity.js';
import type { DemoPerson } from './person.js';
import { readTable } from './tables.js';

const demo = generateDemo();
const { people } = demo;
const remaining = people.filter((person) => !person.leaves);

function counts(
  of: readonly DemoPerson[],
  key: (person: DemoPerson) => string,
): Record<string, number> {
  const result: Record<string, number> = {};
  for (const person of of) result[key(person)] = (result[key(person)] ?? 0) + 1;
  return result;
}

function isAscending(days: readonly string[]): boolean {
  return days.every((day, at) => at === 0 || (days[at - 1] ?? '') <= day);
}

describe('who is in the roster', () => {
  it('counts 3,567 people: 750 of districts, 2,571 of communes, 246 of public service', () => {
    expect(people).toHaveLength(3567);
    expect(counts(people, (person) => person.origin)).toEqual({
      district: 750,
      commune: 2571,
      'public-service': 246,
    });
  });

  it('lets 597 retire early and 18 leave otherwise, none of public service', () => {
    const leaving = people.filter((person) => person.leaves);
    expect(counts(leaving, (person) => person.wishText ?? '')).toEqual({
      'Nghỉ hưu trước tuổi (đã đăng ký)': 597,
      'Thôi việc (đã duyệt)': 18,
    });
    expect(leaving.filter((person) => person.origin === 'public-service')).toEqual([]);
  });

  it('splits the 2,952 who remain by block', () => {
    expect(remaining).toHaveLength(2952);
    expect(counts(remaining, (person) => person.block)).toEqual({
      government: 1633,
      party: 645,
      front: 345,
      military: 83,
      'public-service': 246,
    });
  });

  it('gives each person the block of the old position', () => {
    const blocks = new Map(readTable('positions.csv').map((row) => [row['code'], row['block']]));
    expect(people.filter((person) => blocks.get(person.positionCode) !== person.block)).toEqual([]);
  });

  it('has people who share a full name and none who share a number', () => {
    expect(new Set(people.map((person) => person.personalNumber)).size).toBe(people.length);
    expect(new Set(people.map((person) => person.fullName)).size).toBeLessThan(people.length);
  });
});

describe('each person', () => {
  it('has a number that tells sex, century and year of birth', () => {
    const wrong = people.filter(({ personalNumber, sex, bornOn }) => {
      const told = `${centurySexDigit(sex, bornOn)}${bornOn.slice(2, 4)}`;
      return !/^\d{12}$/.test(personalNumber) || personalNumber.slice(3, 6) !== told;
    });
    expect(wrong).toEqual([]);
  });

  it('stands on a step of the ladder of the rank', () => {
    const ladder = new Set(
      readTable('rank_steps.csv').map(
        (row) => `${row['rank_code']}/${row['step']}/${row['coefficient']}`,
      ),
    );
    const wrong = people.filter(
      ({ rank, pay }) => !ladder.has(`${rank}/${pay.step}/${pay.coefficient.toFixed(2)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has dates in order', () => {
    const wrong = people.filter(({ bornOn, recruitedOn, party, pay }) => {
      const service = [bornOn, recruitedOn, pay.stepOn, '2025-06-30'];
      const member =
        party === null ? [] : [bornOn, party.probationaryOn, party.officialOn ?? '2025-06-30'];
      return !isAscending(service) || !isAscending(member);
    });
    expect(wrong).toEqual([]);
  });

  it('was of age when recruited and is below the age of retirement', () => {
    const wrong = people.filter(
      ({ sex, bornOn, recruitedOn }) =>
        yearsBetween(bornOn, recruitedOn) < 20 ||
        yearsBetween(bornOn, EVE) >= (sex === 'male' ? 61 : 56),
    );
    expect(wrong).toEqual([]);
  });

  it('is named as spouse by the own spouse', () => {
    const byNumber = new Map(people.map((person) => [person.personalNumber, person]));
    const married = people.filter((person) => person.spousePersonalNumber !== null);
    expect(married).toHaveLength(286);
    for (const person of married) {
      const spouse = byNumber.get(person.spousePersonalNumber ?? '');
      expect(spouse?.spousePersonalNumber).toBe(person.personalNumber);
      expect(spouse?.sex).not.toBe(person.sex);
    }
  });

  it('has a major that the reference data spells so', () => {
    const groups = new Map(
      readTable('majors.csv').map((row) => [row['spelling'], row['major_group']]),
    );
    expect(people.filter(({ major, majorGroup }) => groups.get(major) !== majorGroup)).toEqual([]);
  });

  it('works in a unit and holds a title that the reference data knows', () => {
    const titleAliases = readTable('aliases.csv');
    const units = new Set([
      ...readTable('dien-bien/units_old.csv').flatMap((row) => [row['name'], row['district_name']]),
      ...readTable('dien-bien/aliases.csv').map((row) => row['spelling']),
    ]);
    const titles = new Set([
      ...readTable('positions.csv').map((row) => `${row['code']}/${row['name_vi']}`),
      ...titleAliases.map((row) => `${row['target_code']}/${row['spelling']}`),
    ]);
    const wrong = people.filter(
      ({ unitText, positionCode, positionText }) =>
        !units.has(unitText) || !titles.has(`${positionCode}/${positionText}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('titles by decision', () => {
  const given = people.filter((person) => person.proposedUnit !== null);

  it('go to people who remain, in the own block and in a successor of the own unit', () => {
    const blocks = new Map(
      readTable('positions.csv')
        .filter((row) => row['given'] === '1')
        .map((row) => [row['name_vi'], row['block']]),
    );
    for (const person of given) {
      expect(person.leaves).toBe(false);
      expect(blocks.get(person.proposedPosition ?? '')).toBe(person.block);
      const names = successorsOf(person, demo.geography).map(
        (code) => demo.geography.newCommunes.get(code)?.name,
      );
      expect(names).toContain(person.proposedUnit);
    }
  });

  it('fill every given seat: 405 in all, 90 of them vice-chairs', () => {
    const titles = new Map(
      readTable('positions.csv')
        .filter((row) => row['given'] === '1')
        .map((row) => [row['code'], row['name_vi']]),
    );
    const seats: Record<string, number> = {};
    for (const row of readTable('dien-bien/establishments.csv')) {
      const commune = demo.geography.newCommunes.get((row['unit_code'] ?? '').slice(0, 5))?.name;
      const title = titles.get(row['position_code']);
      if (title !== undefined) seats[`${commune}/${title}`] = Number(row['seats']);
    }
    expect(counts(given, (person) => `${person.proposedUnit}/${person.proposedPosition}`)).toEqual(
      seats,
    );
    expect(given).toHaveLength(405);
    expect(counts(given, (person) => person.proposedPosition ?? '')).toMatchObject({
      'Phó Chủ tịch Ủy ban nhân dân': 90,
    });
  });
});

describe('generateDemo', () => {
  it('gives the same people for the same seed and others for another', () => {
    expect(generateDemo().people).toEqual(people);
    expect(generateDemo(7).people.map((person) => person.fullName)).not.toEqual(
      people.map((person) => person.fullName),
    );
  });

  it('makes one workbook for each of the ten old districts, each told to be invented', () => {
    expect(demo.workbooks).toHaveLength(10);
    const sheets = demo.workbooks.flatMap((workbook) => workbook.spec.sheets);
    expect(
      sheets.every((sheet) => sheet.notice?.[0]?.startsWith('DỮ LIỆU MINH HỌA') === true),
    ).toBe(true);
    const rows = sheets.flatMap((sheet) => sheet.rows);
    expect(rows.filter((row) => row.kind === 'cells')).toHaveLength(3567);
  });

  it('reproduces the content of the committed workbooks', async () => {
    for (const { fileName, spec } of demo.workbooks) {
      const committed = await readWorkbook(await readFile(`data/demo/${fileName}`));
      const written = await readWorkbook(await writeWorkbook(spec));
      expect(contentOf(committed)).toEqual(contentOf(written));
    }
  }, 120_000);
});

function contentOf(workbook: Workbook): unknown {
  return workbook.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ row, cells }) => [
      row,
      cells.map((cell) => [cell.column, cell.kind, cell.text]),
    ]),
  }));
}
