import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { patchWorkbook } from '../../sheet/patch/patch-workbook.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

const FIXTURES = new URL('../../../test/fixtures/ok/sheet/', import.meta.url);
const NAMES = ['roster-openpyxl.xlsx', 'roster-libreoffice.xlsx', 'sender-openpyxl.xlsx'];

async function reading(bytes: Buffer): Promise<RosterReading> {
  return readRoster('a.xlsx', await readWorkbook(bytes));
}

describe.each(NAMES)('readRoster of %s that went back to its sender', (name) => {
  it('finds the same people and faults, and nothing of ours', async () => {
    const bytes = await readFile(new URL(name, FIXTURES));
    const before = await reading(bytes);
    expect(before.issues.length).toBeGreaterThan(0);
    const sheet = before.sheets[0]?.sheet ?? '';
    const everywhere = Array.from({ length: 12 }, (_none, at) => ({
      ...{ sheet, row: at + 1, column: 'BCDEFGH'.charAt(at % 7), severity: 'error' as const },
      message: 'Họ và tên, Ngày sinh, Chức vụ',
      choices: ['Xã Nà Tấu', 'Họ và tên'],
    }));
    const issues = [...before.issues, ...everywhere];
    const result = await patchWorkbook(bytes, { mark: 'batch/1', issues, corrections: [] });
    if ('refused' in result) throw new Error(result.refused.code);
    expect(await reading(result.bytes)).toEqual(before);
  });

  it('takes a corrected cell like one that the sender typed', async () => {
    const bytes = await readFile(new URL(name, FIXTURES));
    const record = (await reading(bytes)).records[0];
    const place = { sheet: record?.sheet ?? '', row: record?.row ?? 0, column: 'B' };
    const corrections = [{ ...place, text: 'Lò Thị Sửa' }];
    const issues = [{ ...place, severity: 'note' as const, message: 'Đã sửa trong trang.' }];
    const result = await patchWorkbook(bytes, { mark: 'b', issues, corrections });
    if ('refused' in result) throw new Error(result.refused.code);
    expect((await reading(result.bytes)).records[0]?.fullName).toContain('Lò Thị Sửa');
  });
});
