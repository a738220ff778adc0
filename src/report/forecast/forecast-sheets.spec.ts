import { describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { forecastSheets, type ForecastBook } from './forecast-sheets.js';

const AT = {
  ...{ communeCode: '1', communeName: 'Xã Nà Tấu', unitName: 'Văn phòng' },
  ...{ positionCode: 'O1', positionName: 'Chuyên viên' },
};
const BOOK: ForecastBook = {
  summary: {
    ...{ from: '2025-07-01', until: '2032-01-01', undated: 2, overdue: 0, closed: 1 },
    ...{ lastHolders: 1, parameters: [] },
    points: [
      {
        ...{ on: '2026-01-01', ended: 3, retired: { low: 4, high: 5 } },
        ...{ surplus: { low: 60, high: 61 }, shortage: { low: 70, high: 72 } },
      },
      {
        ...{ on: '2026-02-01', ended: 3, retired: { low: 6, high: 6 } },
        ...{ surplus: { low: 58, high: 58 }, shortage: { low: 73, high: 73 } },
      },
    ],
    glide: [{ on: '2026-01-01', target: 88 }],
  },
  leftOut: {
    undated: [
      {
        ...{ ...AT, staffId: 9, fullName: 'Lò Thị Chín', bornOn: null },
      },
    ],
    overdue: [],
  },
  leavers: [
    {
      ...{ ...AT, staffId: 1, fullName: '=Lò Văn Ún', kind: 'retirement', lastHolder: true },
      ...{ earliestOn: '2027-03-01', latestOn: '2027-04-01' },
      ...{ incompleteRuleOn: null, appendixTwoOn: '2022-03-01' },
    },
  ],
  training: [
    {
      ...{ ...AT, unitCode: '1.VP', failedTests: ['degree'], seatsFilled: 1 },
      people: [
        { staffId: 2, fullName: 'Lò Văn Hai' },
        { staffId: 3, fullName: 'Lò Văn Ba' },
      ],
    },
  ],
  notice: ['Theo sổ.'],
};

async function texts() {
  const bytes = await writeWorkbook({
    sheets: forecastSheets(BOOK),
    createdAt: '2025-07-01T00:00:00Z',
  });
  const { sheets } = await readWorkbook(bytes);
  return new Map(
    sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.map(({ text }) => text))]),
  );
}

describe('the workbook of a forecast', () => {
  it('has every month, with the line where it has one, and says who is left out', async () => {
    const rows = (await texts()).get('Từng tháng') ?? [];
    expect(rows).toContainEqual(['01/01/2026', '88', '60', '61', '70', '72', '4', '5', '3']);
    expect(rows).toContainEqual(['01/02/2026', '58', '58', '73', '73', '6', '6', '3']);
    const said = rows.flat().join('\n');
    expect(said).toContain('2 người thiếu ngày sinh');
    expect(said).toContain('1 người tài khoản này không được xem');
    expect(said).not.toContain('quá tuổi nghỉ hưu');
  });

  it('names everybody who leaves or is to be trained, and counts a seat once', async () => {
    const found = await texts();
    const leaver = ['1', '=Lò Văn Ún', 'Xã Nà Tấu', 'Văn phòng', 'Chuyên viên', 'Nghỉ hưu'];
    const days = ['01/03/2027', '01/04/2027', '01/03/2022', 'x'];
    expect(found.get('Người nghỉ')).toContainEqual([...leaver, ...days]);
    const unforecast = ['1', 'Lò Thị Chín', 'Xã Nà Tấu', 'Văn phòng', 'Chuyên viên'];
    expect(found.get('Chưa dự báo')).toContainEqual([
      ...unforecast,
      'thiếu ngày sinh hoặc giới tính',
    ]);
    const training = (found.get('Đào tạo') ?? []).filter((row) => row.includes('Chuyên viên'));
    expect(training.map((row) => [row[1], row.at(-1)])).toEqual([
      ['Lò Văn Hai', '1'],
      ['Lò Văn Ba', expect.not.stringMatching(/^\d+$/)],
    ]);
  });
});
