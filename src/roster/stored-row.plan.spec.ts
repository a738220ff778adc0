import { describe, expect, it } from '@jest/globals';
import { readRoster } from './reading/read-roster.js';
import { resolvedRow, storedRow } from './stored-row.plan.js';
import type { ResolvedRow } from './resolve.plan.js';

const PLACE = { file: 'a.xlsx', sheet: 'Danh sách', row: 5 };

/** A row as reading gives it, of which little is said. */
function aRow(said: object): ResolvedRow {
  const nothing = resolvedRow(PLACE, {
    ...{ unitCode: '03127', positionCode: null, homeUnitId: null, majorGroup: null },
    record: { fullName: 'Lò Văn A', ...said },
  });
  return nothing;
}

describe('storedRow', () => {
  it('keeps only what the record says, and not its place', () => {
    const row = aRow({ personalNumber: '011080000001', certificates: [] });
    expect(storedRow(row)).toEqual({
      ...{ unitCode: '03127', positionCode: null, homeUnitId: null, majorGroup: null },
      record: { fullName: 'Lò Văn A', personalNumber: '011080000001' },
    });
  });

  it('gives back every row as it was, also from JSON', () => {
    const unknown = Object.fromEntries([['__proto__', 'x']]);
    for (const said of [
      {},
      { step: 0 },
      { certificates: ['Tin học'] },
      { unknown },
      { note: '' },
    ]) {
      const row = aRow(said);
      const kept = JSON.parse(JSON.stringify(storedRow(row))) as ReturnType<typeof storedRow>;
      expect(resolvedRow(PLACE, kept)).toEqual(row);
    }
  });

  it('knows every field that reading gives', () => {
    const cell = (column: number, text: string) => ({
      ...({ column, text, value: text, kind: 'text', serial: null, format: '@' } as const),
      ...{ formula: false, font: null, runs: null },
    });
    const row = (number: number, ...texts: string[]) => ({
      ...{ row: number, hidden: false },
      cells: texts.map((text, index) => cell(index + 1, text)),
    });
    const sheet = {
      ...({ name: 'Danh sách', state: 'visible', merges: [], hiddenColumns: [] } as const),
      rows: [row(1, 'Họ và tên', 'Ngày sinh', 'Chức vụ'), row(2, 'Lò Văn A', '1980', 'Chủ tịch')],
    };
    const [record] = readRoster('a.xlsx', { dateSystem: '1900', sheets: [sheet] }).records;
    expect(Object.keys(aRow({}).record).sort()).toEqual(Object.keys(record ?? {}).sort());
  });
});
