import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import type { BatchKind } from '../../src/roster/batch-kind.js';
import { MarkedFileService } from '../../src/roster/marked-file.service.js';
import { CASE_NAMES } from '../../src/registry/person/person-words.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile, type PlainSheet } from '../support/table-file.js';

let database: FreshDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

interface Case {
  readonly kind: BatchKind;
  readonly sheets: readonly PlainSheet[];
  /** Sheet and cell of a fault, and a value that its drop-down offers; null = anything may stand there. */
  readonly offered: readonly (readonly [string, string, string | null])[];
}

const UNIT = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Mã cấp trên', 'Dân số', 'Khu vực'];
const POSITION = ['Mã vị trí', 'Tên vị trí việc làm', 'Khối', 'Nhóm vị trí', 'Mã lĩnh vực'];
const SEAT = ['Mã đơn vị', 'Bộ phận', 'Mã vị trí', 'Số chỉ tiêu', 'Chỉ tiêu bắt buộc'];
const MAP = ['Mã đơn vị cũ', 'Mã đơn vị mới', 'Cách nhập', 'Đơn vị kế thừa chính'];
const WHO = ['Số định danh cá nhân', 'Họ và tên'];
const ONE = ['012085000001', 'Lò Văn Một'] as const;

const CASES: readonly Case[] = [
  {
    kind: 'units',
    sheets: [
      {
        name: 'Xã',
        labels: UNIT,
        rows: [
          ['90003', 'Xã Ba', 'làng', null, null, null],
          ['90004', 'Xã Bốn', 'xã', '99999', '1,5', 'IV'],
        ],
      },
    ],
    offered: [
      ['Xã', 'C2', 'Phường'],
      ['Xã', 'D3', '90001'],
      ['Xã', 'F3', 'III'],
      ['Xã', 'E3', null],
    ],
  },
  {
    kind: 'positions',
    sheets: [
      { name: 'Danh mục', labels: POSITION, rows: [['T1', 'Thử', 'Hội', 'Chuyên', 'khong-co']] },
      {
        ...{ name: 'Kế thừa', labels: ['Mã vị trí cũ', 'Mã vị trí mới', 'Thứ tự ưu tiên'] },
        rows: [['X-BT', 'T9', 1]],
      },
    ],
    offered: [
      ['Danh mục', 'C2', 'Chính quyền'],
      ['Danh mục', 'D2', 'Hỗ trợ, phục vụ'],
      ['Kế thừa', 'B2', 'O1'],
    ],
  },
  {
    kind: 'seats',
    sheets: [
      {
        ...{ name: 'Chỉ tiêu', labels: SEAT },
        rows: [
          ['90009', null, 'O1', 2, 0],
          ['90001', 'Văn phòng', 'KHONG', 2, 0],
        ],
      },
      {
        ...{ name: 'Biên chế', labels: ['Mã đơn vị', 'Khối', 'Biên chế được giao'] },
        rows: [['90001', 'Hội', 3]],
      },
    ],
    offered: [
      ['Chỉ tiêu', 'A2', '90001.VP'],
      ['Chỉ tiêu', 'C3', 'O1'],
      ['Biên chế', 'B2', 'Quân sự'],
    ],
  },
  {
    kind: 'merger',
    sheets: [
      { name: 'Sáp nhập', labels: MAP, rows: [['90099', '90011', 'Toàn bộ', 'x']] },
      { name: 'Đơn vị mới', labels: UNIT, rows: [['90011', 'Xã Mới', 'làng', null, 10, 'III']] },
      { name: 'Chỉ tiêu', labels: SEAT, rows: [['90011', null, 'KHONG', 1, 0]] },
    ],
    offered: [
      ['Sáp nhập', 'A2', '90001'],
      ['Đơn vị mới', 'C2', 'Xã'],
      ['Chỉ tiêu', 'C2', 'O1'],
    ],
  },
  {
    kind: 'wishes',
    sheets: [
      {
        labels: [...WHO, 'Nguyện vọng', 'Xã thứ nhất', 'Đã chấp thuận'],
        rows: [
          [...ONE, 'bay lên trời', null, 'có thể'],
          [...ONE, null, 'Xã Không Có', null],
        ],
      },
    ],
    offered: [
      ['Bảng', 'C2', 'Ở lại'],
      ['Bảng', 'E2', 'x'],
    ],
  },
  {
    kind: 'ratings',
    sheets: [{ labels: [...WHO, 'Năm', 'Xếp loại'], rows: [[...ONE, 'năm nay', 'Tốt']] }],
    offered: [['Bảng', 'C2', null]],
  },
  {
    kind: 'conditions',
    sheets: [
      {
        labels: [...WHO, 'Trường hợp', 'Từ ngày', 'Tự nguyện đề nghị'],
        rows: [[...ONE, 'Ung thư; kỷ luật', '2025', 'có thể']],
      },
    ],
    offered: [
      ['Bảng', 'C2', CASE_NAMES.maternity],
      ['Bảng', 'E2', 'x'],
      ['Bảng', 'D2', null],
    ],
  },
];

/** The values that the drop-down of a cell offers; null = it has none. */
function offeredAt(book: exceljs.Workbook, sheet: string, cell: string): string[] | null {
  const formulae: unknown[] =
    book.getWorksheet(sheet)?.getCell(cell).dataValidation?.formulae ?? [];
  const [source] = formulae;
  if (source === undefined) return null;
  const [, name = '', column = '', last = ''] =
    /^'(.+)'!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)$/.exec(source as string) ?? [];
  const values = book.getWorksheet(name);
  return Array.from({ length: Number(last) }, (_none, at) =>
    String(values?.getCell(`${column}${at + 1}`).text),
  );
}

describe('the workbook of any sheet that goes back to its sender', () => {
  it.each(CASES)(
    'of $kind offers what may stand in a faulty cell',
    async ({ kind, sheets, offered }) => {
      const files = [await tableFile('bang.xlsx', ...sheets)];
      const upload = { sender: 'Sở Nội vụ', asOf: '2025-09-01', kind, files };
      const batch = await app.get(RosterService).stage(SMALL_ACTOR, upload);
      expect(batch.errors).toBeGreaterThan(0);
      const service = app.get(MarkedFileService);
      const [file] = await service.files(SMALL_ACTOR, batch.id);
      const asked = { batchId: batch.id, fileId: file?.id ?? 0, purpose: 'Trả tệp để sửa' };
      const book = new exceljs.Workbook();
      const { bytes } = await service.file(SMALL_ACTOR, asked);
      await book.xlsx.load(bytes as unknown as ArrayBuffer);
      for (const [sheet, cell, value] of offered) {
        const values = offeredAt(book, sheet, cell);
        if (value === null) expect([cell, values]).toEqual([cell, null]);
        else expect([cell, ...(values ?? [])]).toContain(value);
      }
    },
  );

  it('of a merger offers the new units that stand on its other sheet', async () => {
    const map = { name: 'Sáp nhập', labels: MAP, rows: [['90001', '90012', 'Toàn bộ', 'x']] };
    const units = {
      name: 'Đơn vị mới',
      labels: UNIT,
      rows: [['90011', 'Xã Mới', 'Xã', null, 10, 'III']],
    };
    const files = [await tableFile('sap-nhap.xlsx', map, units)];
    const upload = { sender: 'Sở Nội vụ', asOf: '2026-07-01', kind: 'merger' as const, files };
    const { id } = await app.get(RosterService).stage(SMALL_ACTOR, upload);
    const [file] = await app.get(MarkedFileService).files(SMALL_ACTOR, id);
    const asked = { batchId: id, fileId: file?.id ?? 0, purpose: 'Trả tệp để sửa' };
    const book = new exceljs.Workbook();
    const { bytes } = await app.get(MarkedFileService).file(SMALL_ACTOR, asked);
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(offeredAt(book, 'Sáp nhập', 'B2')).toEqual(expect.arrayContaining(['90001', '90011']));
  });
});
