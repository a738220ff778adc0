import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { checkRosters } from '../../roster/check.plan.js';
import { UnitFinder } from '../../roster/reading/unit-finder.js';
import { readRoster } from '../../roster/reading/read-roster.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { contextFromData } from './data-registry.js';

const FIXTURES = fileURLToPath(new URL('../../../test/fixtures/', import.meta.url));
const context = contextFromData('11', '2025-06-30');

/** As the command checks one file, without its thread: that starts from the built program only. */
async function check(path: string) {
  const workbook = await readWorkbook(await readFile(`${FIXTURES}${path}`));
  const reading = readRoster('a.xlsx', workbook);
  const { rows, issues } = checkRosters([{ name: 'a.xlsx', reading }], context);
  const { totals, sections, numbering, continued, footer } = reading.skipped;
  return {
    rows: rows.length + totals + sections + numbering + continued + footer,
    records: rows.map(({ record, unitCode, positionCode }, at) => ({
      ...{ ...record, unitCode, positionCode, blockText: reading.records[at]?.blockText },
    })),
    issues,
  };
}

/** Row, number, name, sex, birth, unit, position of every person. */
async function people(path: string): Promise<readonly string[]> {
  const { records } = await check(path);
  return records.map(({ row, personalNumber, fullName, sex, bornOn, unitCode, positionCode }) =>
    [row, personalNumber, fullName, sex, bornOn, unitCode, positionCode].join(' | '),
  );
}

async function issues(path: string): Promise<readonly string[]> {
  const check_ = await check(path);
  return check_.issues
    .filter(({ code }) => code !== 'roster.majors-missing')
    .map(({ row, column, severity, code }) => `${row} ${column} ${severity} ${code}`);
}

describe.each(['', '-libreoffice'])('a header deep in the sheet, of three rows%s', (writer) => {
  it('is found, with numbers, blocks, totals and signatures told from people', async () => {
    const path = `ok/roster/header-deep-and-shifted${writer}.xlsx`;
    expect(await people(path)).toEqual([
      '36 | 011080001234 | Lò Văn Ún | male | 1980-05-12 | 03316 | X-BT',
      '38 | 011185001234 | Quàng Thị Dung | female | 1985 | 03316 | X-TCKT',
    ]);
    const { records } = await check(path);
    expect(records).toMatchObject([
      { blockText: 'KHỐI ĐẢNG', degree: 'university', rank: '01.003', step: 3, coefficient: 3 },
      { blockText: 'KHỐI CHÍNH QUYỀN', rank: '06.031', step: 1, coefficient: 2.34 },
    ]);
    expect(records[1]?.unknown).toMatchObject({ 'CHỨC VỤ > Đảng': 'CB' });
    expect(await issues(path)).toEqual(['36 O note roster.number-padded']);
  });
});

describe('layouts of real offices', () => {
  it('reads tables below each other, each with its columns, its title and its unit', async () => {
    expect(await people('ok/roster/three-tables-in-a-sheet.xlsx')).toEqual([
      '4 | 011090000001 | Giàng A Chu | male | 1990-02-01 | 03265 | X-CT',
      '10 | 011185000002 | Sùng Thị Mỷ | female | 1985-04-03 | 03271 | X-VPTK',
      '12 | 011080000003 | Mùa A Páo | male | 1980-04-03 | 03271 | X-TPHT',
    ]);
  });

  it('carries sections in sections, and loses nobody whose name is a word of sections or totals', async () => {
    const path = 'ok/roster/sections-in-sections.xlsx';
    expect(await people(path)).toEqual([
      '6 |  | Đoàn Văn Em | male | 1980 | 03200 | X-BT',
      '8 |  | Tống Văn Hai | male | 1981-03-02 | 03200 | X-CT',
      '10 |  | Hội Thị Ba | female | 1982 | 03201 | X-PN',
      '12 |  | Trường Văn Tư | male | 1983 | 03172 | X-TPHT',
      '14 |  | Ban Văn Sáu | male | 1984 | 097 | H-NV-CV',
    ]);
    const { records, rows } = await check(path);
    expect(records.map(({ blockText }) => blockText)).toEqual([
      ...['Khối Đảng', 'Khối chính quyền', 'KHỐI XÃ', 'KHỐI XÃ', 'KHỐI HUYỆN'],
    ]);
    expect(rows).toBe(5 + 7 + 2);
  });

  it('tells people from headers again, sections past B, remarks and signatures under dates', async () => {
    const path = 'ok/roster/pages-notes-and-signatures.xlsx';
    expect(await people(path)).toEqual([
      '5 |  | Lò Văn Ún | male | 1980 | 03271 | X-BT',
      '8 |  | Quàng Thị Dung | female | 1985-05 | 03268 | X-VPTK',
      '12 |  | Sùng Thị Mỷ | female | 1986-03-02 | 03280 | X-DCXD',
      '13 |  | Ông Văn Tùng | male | 1990 | 03280 | X-TPHT',
    ]);
    expect(await issues(path)).toEqual([]);
    const { rows } = await check(path);
    expect(rows).toBe(18);
  });

  it('finds units in titles, in names of sheets, over tables and as above; posts in the column of the Party', async () => {
    expect(await people('ok/roster/units-elsewhere.xlsx')).toEqual([
      '2 |  | Lò Văn Ún | male | 1980-05-12 | 03317 | X-TPHT',
      '2 |  | Lò Văn Ún | male | 1980-05-12 | 03325 | X-PCT',
      '3 |  | Lò Văn Hai | male | 1980-05 | 03217 | X-CT',
      '4 |  | Lò Văn Ba | male | 1980 | 03217 | X-BT',
      '4 | 011180001234 | Lò Thị Tư | female | 1980 | 03316 | X-TCKT',
    ]);
    expect(await issues('ok/roster/units-elsewhere.xlsx')).toEqual([
      '4 E note roster.same-as-above',
    ]);
  });

  it('asks for a date that reads both ways where others stand month first', async () => {
    const path = 'not-ok/roster/months-before-days.xlsx';
    const { records } = await check(path);
    expect(records.map(({ bornOn }) => bornOn)).toEqual([null, null, null, null, '1982-04-04']);
    expect(await issues(path)).toEqual([
      '2 C error roster.date-month-first',
      '3 C error roster.date-order-doubtful',
      '4 C error roster.date-month-first',
      '5 C error roster.date-month-first',
    ]);
  });

  it('reads no people from a table of counts below them, says so, and loses nobody who comes later', async () => {
    const path = 'not-ok/roster/counts-below-the-people.xlsx';
    const { records, issues: all } = await check(path);
    expect(records.map(({ sheet, row, fullName }) => [sheet, row, fullName])).toEqual([
      ...['Trình độ', 'Biên chế'].flatMap((sheet) => [
        [sheet, 2, 'Lò Văn A'],
        [sheet, 3, 'Lò Thị B'],
      ]),
      ['Bổ sung', 2, 'Lò Văn A'],
      ...records.slice(5, -1).map(({ sheet, row, fullName }) => [sheet, row, fullName]),
      ['Bổ sung', 5, 'Lò Thị B'],
    ]);
    const told = all.filter(({ code }) => code === 'roster.other-table');
    expect(told.map(({ sheet, row, severity }) => [sheet, row, severity])).toEqual([
      ['Trình độ', 6, 'note'],
      ['Biên chế', 5, 'note'],
    ]);
  });

  it('warns where title and sheet name speak of two communes', async () => {
    const path = 'not-ok/roster/title-and-sheet-of-two-units.xlsx';
    expect(await people(path)).toHaveLength(1);
    expect(await issues(path)).toEqual(['0  warning roster.unit-title-differs']);
  });

  it('warns of two people in one cell, not of a long name that is broken', async () => {
    const path = 'not-ok/roster/two-people-in-a-cell.xlsx';
    expect(await issues(path)).toEqual(['2 B warning roster.name-lines']);
  });

  it('takes the sex from marks, from columns of dates, from words', async () => {
    const { records } = await check('ok/roster/sex-in-four-ways.xlsx');
    expect(records.map(({ sex }) => sex)).toEqual([
      ...['male', 'female', 'male', 'female', 'male', 'female', 'male', 'female'],
    ]);
    expect(await issues('ok/roster/sex-in-four-ways.xlsx')).toEqual([
      '1 D note roster.sex-by-blank',
    ]);
  });

  it.each(['', '-libreoffice'])('reads TCVN3 and VNI beside Unicode%s', async (writer) => {
    const { records, issues: all } = await check(`ok/roster/tcvn3-and-vni${writer}.xlsx`);
    const tcvn3 = ['Lò Văn Tùng', 'Quàng Thị Vũ', 'Nguyễn Thị Hà'];
    expect(records.map(({ fullName }) => fullName)).toEqual([
      ...[...tcvn3, ...tcvn3, 'Lò Văn Ún', 'Quàng Thị Dũng'],
    ]);
    expect(new Set(records.map(({ unitCode }) => unitCode))).toEqual(new Set(['03316']));
    expect(records.map(({ sex }) => sex).filter((sex) => sex === null)).toEqual([]);
    expect(all.filter(({ code }) => code === 'roster.legacy-text')).toHaveLength(3);
  });

  it('reads numbers as text, text as numbers, dates as precise as shown, letters of every kind', async () => {
    const path = 'ok/roster/numbers-dates-and-letters.xlsx';
    expect(await people(path)).toEqual([
      '2 | 011080001234 | Lò Văn Ún | male | 1980-05-12 | 03316 | X-CT',
      '3 | 011080001235 | Đinh Văn Hoà | male | 1980-05 | 03316 | X-PCT',
      '4 | 011180001236 | Lò Thị Dương | female | 1980 | 03316 | X-PCT-HDND',
      '5 | 011090001237 | Giàng A Chu | male | 1990 | 03316 | X-CHT',
      '6 | 011080001238 | Mùa A Tủa | male | 1980-05-12 | 03316 | X-TPHT',
    ]);
    expect(await issues(path)).toEqual([
      '0  note roster.hidden-rows',
      '0  note roster.hidden-columns',
      '5 G note roster.number-padded',
      '6 C note roster.date-serial',
    ]);
  });
});

describe('a roster with a fault in every row', () => {
  it('delivers every row and places every fault', async () => {
    const path = 'not-ok/roster/a-fault-in-every-row.xlsx';
    expect(await people(path)).toHaveLength(9);
    expect(await issues(path)).toEqual([
      '2 C error roster.date-impossible',
      '2 G error roster.number-letters',
      '3 C error roster.date-month-first',
      '3 G error roster.number-lost-digits',
      '3 E error roster.unit-unknown',
      '4 C error roster.date-without-year',
      '4 G error roster.number-too-short',
      '5 C error roster.date-from-year',
      '5 D error roster.sex-unknown',
      '5 G warning roster.number-old',
      '5 E error roster.unit-unknown',
      '6 G error roster.number-lost-digits',
      '7 C error roster.formula-not-calculated',
      '7 G warning roster.number-disagrees',
      '8 B error roster.name-missing',
      '8 G error roster.person-twice',
      '9 G error roster.person-twice',
      '10 C error roster.date-unreadable',
      '10 E error roster.unit-missing',
      '10 F error roster.position-missing',
    ]);
  });
});

describe('the units of data/', () => {
  it('are those of the day, of a province of today or of then', () => {
    const codes = (province: string, day: string) => contextFromData(province, day).units.length;
    expect(codes('11', '2025-06-30')).toBe(129 + 10);
    expect(codes('11', '2025-07-01')).toBe(45);
    expect(codes('02', '2025-06-30')).toBeGreaterThan(100);
    expect(codes('08', '2025-06-30')).toBeGreaterThan(codes('02', '2025-06-30'));
    expect(() => contextFromData('99', '2025-06-30')).toThrow('không có tỉnh nào mang mã này');
  });
});

describe('a roster of a province before it was merged', () => {
  it('may name that province, and no other', () => {
    const { units, provinceName, formerProvinceNames } = contextFromData('15', '2025-06-30');
    const finder = new UnitFinder(units, provinceName, formerProvinceNames);
    const codeOf = (text: string) => finder.find(text).answer?.code ?? null;
    expect(codeOf('Xã Túc Đán, huyện Trạm Tấu, tỉnh Yên Bái')).toBe('04588');
    expect(codeOf('Xã Túc Đán, huyện Trạm Tấu, tỉnh Lào Cai')).toBe('04588');
    expect(codeOf('Xã Túc Đán, huyện Trạm Tấu, tỉnh Sơn La')).toBeNull();
  });
});
