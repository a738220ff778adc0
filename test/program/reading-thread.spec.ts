import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { cellTexts } from '../../src/roster/reading/cell-texts.js';
import { inUnicode } from '../../src/roster/reading/legacy/legacy-text.js';
import {
  readRosterFiles,
  type HowToRead,
  type SentFile,
} from '../../src/roster/reading/read-files.js';
import { wholeRecord } from '../../src/roster/reading/record-fields.js';
import { readRoster } from '../../src/roster/reading/read-roster.js';
import type { ThreadLimits } from '../../src/sheet/thread/sheet-thread.js';
import { readTableFiles } from '../../src/roster/tables/read-table-files.js';
import { readSentTable } from '../../src/sheet/thread/sent-table.js';
import { readTable } from '../../src/sheet/table.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { HOSTILE_FILES } from '../support/hostile-files.js';
import { rawWorkbook, rowsXml } from '../support/raw-workbook.js';

const FIXTURES = new URL('../fixtures/ok/sheet/', import.meta.url);
const ROSTERS = ['roster-openpyxl.xlsx', 'roster-libreoffice.xlsx'];
const WIDE: ThreadLimits = { memoryMb: 256, seconds: 60 };

async function sent(name: string): Promise<SentFile> {
  return { name, bytes: await readFile(new URL(name, FIXTURES)) };
}

const readUnits = (files: readonly SentFile[], how: HowToRead) =>
  readTableFiles(files, 'units', how);

/** A roster of so many people, all alike. */
function rosterOf(people: number, note = ''): Uint8Array {
  const header = ['Họ và tên', 'Ngày, tháng, năm sinh', 'Chức vụ', 'Ghi chú', '__proto__'];
  const person = ['Lò Văn A', '12/05/1980', 'Công chức', note, 'constructor'];
  return rawWorkbook({ sheet: rowsXml([header, ...Array.from({ length: people }, () => person)]) });
}

describe('readRosterFiles', () => {
  it('gives what a reading in the own thread gives', async () => {
    const files = await Promise.all(ROSTERS.map(sent));
    const read = await readRosterFiles(files);
    for (const [index, { name, bytes }] of files.entries()) {
      const workbook = await readWorkbook(bytes);
      const reading = readRoster(name, workbook);
      const { records = [], ...rest } = read[index]?.reading ?? {};
      expect({ ...rest, records: records.map(wholeRecord) }).toEqual(reading);
      expect([...(read[index]?.cells ?? [])]).toEqual(
        cellTexts(inUnicode(workbook), reading.records),
      );
    }
  });

  it('takes what the reader said of a file into the thread', async () => {
    const file = await sent('roster-openpyxl.xlsx');
    const [plain] = await readRosterFiles([file]);
    const [record] = plain?.reading.records ?? [];
    const column = plain?.reading.sheets[0]?.tables[0]?.columns.find(
      (each) => each.field === 'fullName',
    );
    const overrides = [
      {
        sheet: record?.sheet ?? '',
        row: record?.row ?? 0,
        column: column?.letters ?? '',
        text: 'Lò Văn Mới',
      },
    ];
    const [read] = await readRosterFiles([file], {
      overrides: new Map([[file.name, overrides]]),
    });
    expect(read?.reading.records[0]?.fullName).toContain('Lò Văn Mới');
  });

  it('says how many files and rows are read, and gives all records of a long file', async () => {
    const said: (readonly [number, number])[] = [];
    const files = ['a.xlsx', 'b.xlsx'].map((name) => ({ name, bytes: rosterOf(2_500, name) }));
    const read = await readRosterFiles(files, {
      progress: (...progress) => said.push(progress),
    });
    expect(read.map(({ reading }) => reading.records.length)).toEqual([2_500, 2_500]);
    expect(said).toEqual([
      ...[1_000, 2_000, 2_501].map((rows) => [0, rows]),
      [1, 2_501],
      ...[3_501, 4_501, 5_002].map((rows) => [1, rows]),
      [2, 5_002],
    ]);
  });

  it('counts a copy with the file that is read for it: all files are done in the end', async () => {
    const [one, two] = [rosterOf(2), rosterOf(3)];
    const files = ['a', 'b', 'c', 'd'].map((name, at) => ({
      name: `${name}.xlsx`,
      bytes: at === 1 ? two : one,
    }));
    const table = { name: 'bang.xlsx', bytes: two };
    for (const read of [readRosterFiles, readUnits]) {
      const said: number[] = [];
      await read([...files, table], { progress: (done) => said.push(done) });
      expect(said.at(-1)).toBe(5);
      expect(said).toEqual([...said].sort((a, b) => a - b));
    }
  });

  it('keeps labels that every object has as labels', async () => {
    const [read] = await readRosterFiles([{ name: 'a.xlsx', bytes: rosterOf(1) }]);
    const unknown = read?.reading.records[0]?.unknown ?? {};
    expect(Object.entries(unknown)).toEqual([['__proto__', 'constructor']]);
    expect(Object.getOwnPropertyDescriptor(unknown, '__proto__')?.value).toBe('constructor');
    expect(({} as Record<string, unknown>)['constructor']).toBe(Object);
  });

  it('refuses a file by name that takes too much memory, and reads the next one', async () => {
    const bytes = rosterOf(30_000, 'Ghi chú dài hơn mười ba chữ');
    const small = { memoryMb: 24, seconds: 60 };
    await expect(readRosterFiles([{ name: 'to.xlsx', bytes }], {}, small)).rejects.toMatchObject({
      kind: 'bad-input',
      code: 'sheet.out-of-memory',
      message: expect.stringContaining('Tệp "to.xlsx"'),
      details: { file: 'to.xlsx' },
    });
    const next = await readRosterFiles([{ name: 'nho.xlsx', bytes: rosterOf(3) }], {}, small);
    expect(next[0]?.reading.records).toHaveLength(3);
  });

  it('refuses a file by name that takes too long, and reads the next one', async () => {
    const file = { name: 'lau.xlsx', bytes: rosterOf(10) };
    const short = { memoryMb: 256, seconds: 0.001 };
    await expect(readRosterFiles([file], {}, short)).rejects.toMatchObject({
      code: 'sheet.timed-out',
      message: expect.stringContaining('Tệp "lau.xlsx"'),
    });
    expect((await readRosterFiles([file], {}, WIDE))[0]?.reading.records).toHaveLength(10);
  });

  it('refuses in the words of the wall', async () => {
    for (const name of ['a billion laughs', 'a project of macros', 'a link', '.xls']) {
      const hostile = HOSTILE_FILES.find((each) => each.name === name);
      const bytes = hostile?.make() ?? new Uint8Array(0);
      await expect(readRosterFiles([{ name: 'x.xlsx', bytes }])).rejects.toMatchObject({
        kind: 'bad-input',
        code: hostile?.refused?.code,
        details: { file: 'x.xlsx' },
      });
    }
  });
});

describe('readSentTable', () => {
  it('gives what readTable gives, of a workbook and of text', async () => {
    const { bytes } = await sent('no-references.xlsx');
    expect(await readSentTable('a.xlsx', bytes)).toEqual(await readTable('a.xlsx', bytes));
    const csv = Buffer.from('code,name\n1,Mường Phăng\n');
    expect(await readSentTable('a.csv', csv)).toEqual(await readTable('a.csv', csv));
  });

  it('is held to the limits of its thread', async () => {
    const short = { memoryMb: 256, seconds: 0.001 };
    await expect(readSentTable('a.csv', Buffer.from('a\n1\n'), short)).rejects.toMatchObject({
      code: 'sheet.timed-out',
    });
  });
});
