import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RosterCheck } from '../../src/terminal/roster-check/roster-check.js';
import { writeWorkbook } from '../../src/sheet/xlsx-writer.js';
import { runToEnd, type Ended } from '../support/program.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const HEADER = ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Đơn vị', 'Chức vụ', 'CCCD'];

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bo-tri-check-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const check = (...args: string[]): Promise<Ended> =>
  runToEnd(['dist/bundled/src/cli.js', 'roster', 'check', ...args]);

async function roster(name: string, ...people: readonly (readonly string[])[]): Promise<string> {
  const path = join(folder, name);
  const sheet = {
    name: 'Danh sách',
    paper: 'A3' as const,
    title: 'DANH SÁCH TRÍCH NGANG',
    columns: HEADER.map((label) => ({ label })),
    rows: people.map((cells) => ({ kind: 'cells' as const, cells })),
  };
  await writeFile(
    path,
    await writeWorkbook({ sheets: [sheet], createdAt: '2025-06-30T00:00:00Z' }),
  );
  return path;
}

function objectIn({ stdout, stderr }: Ended): RosterCheck {
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toHaveLength(1);
  return JSON.parse(stdout) as RosterCheck;
}

const UN = ['1', 'Lò Văn Ún', '12/5/1980', 'Nam', 'xã Nà Tấu', 'CT UBND', '011080001234'];
const DUNG = ['2', 'Quàng Thị Dung', '5/1985', 'Nữ', 'Xã Nà Tấu', 'TC-KT', '11185001234'];

describe('bo-tri roster check --json', () => {
  it('prints one object: records with codes of the day, issues with their places', async () => {
    const path = await roster('a.xlsx', UN, DUNG, [
      '3',
      'Giàng A Chu',
      '31/2/1990',
      'Nam',
      'Xã Không Có',
      'CHT QS',
      '',
    ]);
    const ended = await check(path, '--json');
    expect(ended.code).toBe(0);
    const { people, records, issues, columns, sheets } = objectIn(ended);
    expect(people).toBe(3);
    expect(records).toMatchObject([
      {
        ...{ file: 'a.xlsx', sheet: 'Danh sách', fullName: 'Lò Văn Ún', sex: 'male' },
        ...{ bornOn: '1980-05-12', personalNumber: '011080001234', unitCode: '03316' },
        ...{ positionText: 'CT UBND', positionCode: 'X-CT' },
      },
      { sex: 'female', bornOn: '1985-05', personalNumber: '011185001234', unitCode: '03316' },
      { bornOn: null, unitCode: null, positionCode: 'X-CHT' },
    ]);
    expect(issues.map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual([
      [0, '', 'roster.majors-missing', 'note'],
      [records[1]?.row ?? 0, 'G', 'roster.number-padded', 'note'],
      [records[2]?.row ?? 0, 'C', 'roster.date-impossible', 'error'],
      [records[2]?.row ?? 0, 'E', 'roster.unit-unknown', 'error'],
    ]);
    expect(columns.map(({ column, field }) => `${column} ${field}`)).toContain('G personalNumber');
    expect(sheets).toMatchObject([{ file: 'a.xlsx', sheet: 'Danh sách', people: 3 }]);
  });

  it('asks for the units of the day and of the province', async () => {
    const path = await roster('b.xlsx', [
      '1',
      'Lò Văn Ún',
      '1980',
      'Nam',
      'Phường Điện Biên Phủ',
      'CT UBND',
      '',
    ]);
    const unitOn = async (...args: string[]) =>
      objectIn(await check(path, '--json', ...args)).records[0]?.unitCode;
    expect(await unitOn()).toBeNull();
    expect(await unitOn('--on', '2025-07-01')).toBe('03127');
    expect(await unitOn('--on', '2025-07-01', '--province', '12')).toBeNull();
  });

  it('tells a file that cannot be read, and goes on', async () => {
    const good = await roster('c.xlsx', UN);
    const bad = join(FIXTURES, 'not-ok/sheet/truncated.xlsx');
    const ended = await check(bad, good, join(folder, 'missing.xlsx'), '--json');
    expect(ended.code).toBe(1);
    const { people, issues } = objectIn(ended);
    expect(people).toBe(1);
    expect(issues.map(({ file, row, code, severity }) => [file, row, code, severity])).toEqual([
      ['truncated.xlsx', 0, 'sheet.damaged', 'error'],
      ['missing.xlsx', 0, 'terminal.file-missing', 'error'],
      ['c.xlsx', 0, 'roster.majors-missing', 'note'],
    ]);
  });

  it('writes nothing', async () => {
    const path = await roster('d.xlsx', UN);
    const before = await readdir(folder);
    await check(path, '--json');
    expect(await readdir(folder)).toEqual(before);
  });
});

describe('bo-tri roster check', () => {
  it('says in words what was read and what is wrong', async () => {
    const { code, stdout } = await check(
      await roster('e.xlsx', ['1', 'Lò Văn Ún', '1980', 'Nam', '', 'CT UBND', '']),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Đã đọc');
    expect(stdout).toContain('1 người: 1 lỗi');
    expect(stdout).toContain('cột E: Không biết đơn vị công tác.');
  });

  it('refuses a day and a province that are none, and no file', async () => {
    const path = await roster('f.xlsx', UN);
    for (const args of [[path, '--on', '2025-02-30'], [path, '--province', '99'], []]) {
      const { code, stdout, stderr } = await check(...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).not.toBe('');
    }
  });

  it('is told by the help of all commands', async () => {
    const { stdout } = await runToEnd(['dist/bundled/src/cli.js', 'roster', '--help']);
    expect(stdout).toContain('check');
  });
});
