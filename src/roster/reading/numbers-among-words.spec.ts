import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { readRoster } from './read-roster.js';
import { numberAmongWords } from './values/number-among-words.js';

const FILE = '../../../test/fixtures/not-ok/roster/numbers-among-words.xlsx';

describe('a number among words', () => {
  it('is taken with a note of what else the cell says, and refused where two stand or a digit is a letter', async () => {
    const bytes = await readFile(new URL(FILE, import.meta.url));
    const { records, issues } = readRoster('a.xlsx', await readWorkbook(bytes));
    const codes = (row: number): readonly string[] =>
      issues.filter((each) => each.row === row && each.column === 'G').map(({ code }) => code);
    expect(records.map(({ row, personalNumber }) => [personalNumber, ...codes(row)])).toEqual([
      ['011080001231', 'roster.number-with-words'],
      ['011080001232', 'roster.number-with-words'],
      ['011080001233', 'roster.number-with-words'],
      ['011080001234', 'roster.number-with-words'],
      ['011080001235', 'roster.number-padded', 'roster.number-with-words'],
      [null, 'roster.number-two'],
      [null, 'roster.number-malformed'],
      [null, 'roster.number-old'],
      [null, 'roster.number-malformed'],
      ['011080001238', 'roster.number-with-words'],
    ]);
  });

  it('tells what was left out and not the number', async () => {
    const bytes = await readFile(new URL(FILE, import.meta.url));
    const { issues } = readRoster('a.xlsx', await readWorkbook(bytes));
    const said = issues.find(({ row, column }) => row === 5 && column === 'G');
    expect(said).toMatchObject({
      severity: 'note',
      message:
        'Ô ghi thêm chữ bên cạnh số, chỉ lấy số "•••••••••234". Cả ô là: …, cấp ngày 12/5/2021',
    });
    expect(issues.filter(({ message }) => /\d{9}/.test(message))).toEqual([]);
  });
});

describe('numberAmongWords', () => {
  it.each([
    ['CCCD011080001234cấp ngày 12 tháng 5 năm 2021', '011080001234'],
    ['Số: 011.080.001234 (12.05.2021)', '011080001234'],
    ['040080123456 CMND 12 số', '040080123456'],
  ])('finds one in %j', (typed, digits) => {
    expect(numberAmongWords(typed)).toMatchObject({ digits });
  });

  it.each([
    ['011080001234', 'nothing else is said'],
    ['CCCD A011080001234', 'a letter runs into it'],
    ['CCCD 01108000123O', 'a letter ends it'],
    ['CCCD 011080001234 / 56789', 'something may belong to it'],
    ['cấp ngày 12/5/2021', 'there is none'],
  ])('finds none in %j: %s', (typed) => {
    expect(numberAmongWords(typed)).toBeNull();
  });

  it('does not choose between two', () => {
    expect(numberAmongWords('011080001234 hoặc 011080001235')).toBe('two');
    expect(numberAmongWords('CMND 040123456, CCCD 011080001234')).toBe('two');
  });
});
