import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BatchKind } from '../../src/roster/batch-kind.js';
import type { CellInput } from '../../src/sheet/sheet-spec.js';
import { SMALL_PEOPLE, smallRoster } from '../support/demo-sources-roster.js';
import { smallSources } from '../support/demo-sources.js';
import { freshPlace, type Place } from '../support/program.js';
import { tableFile, type PlainSheet } from '../support/table-file.js';
import { randoms, runUntilKilled } from '../support/until-killed.js';

const SEED = 20_251_128;
const KILLS = 10;
const MANY = 40;

const many = (row: (at: number) => readonly CellInput[]): readonly (readonly CellInput[])[] =>
  Array.from({ length: MANY }, (_none, at) => row(at));
const who = (at: number): readonly CellInput[] => [
  SMALL_PEOPLE[at % 5]?.number ?? '',
  SMALL_PEOPLE[at % 5]?.name ?? '',
];
const WHO = ['Số định danh cá nhân', 'Họ và tên'];

/** A sheet of each kind on the small province before its merger; they do not stand in each other's way. */
const SHEETS: readonly (readonly [BatchKind, string, ...PlainSheet[]])[] = [
  [
    'units',
    '2025-06-30',
    {
      labels: ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Mã cấp trên', 'Dân số'],
      rows: many((at) => [`${91_000 + at}`, `Xã Mới ${at}`, 'xã', null, 1_000 + at]),
    },
  ],
  [
    'positions',
    '2025-07-01',
    {
      ...{ name: 'Danh mục' },
      labels: ['Mã vị trí', 'Tên vị trí việc làm', 'Khối', 'Nhóm vị trí'],
      rows: many((at) => [`T${at}`, `Chuyên viên ${at}`, 'Chính quyền', 'Chuyên môn']),
    },
    {
      ...{ name: 'Kế thừa', labels: ['Mã vị trí cũ', 'Mã vị trí mới', 'Thứ tự ưu tiên'] },
      rows: many((at) => ['X-BT', `T${at}`, 10 + at]),
    },
  ],
  [
    'seats',
    '2025-07-01',
    {
      ...{ name: 'Chỉ tiêu', labels: ['Mã đơn vị', 'Mã vị trí', 'Số chỉ tiêu'] },
      rows: ['90001', '90002'].flatMap((unit) =>
        ['O1', 'O2', 'C1', 'C2', 'C3'].map((position, at) => [unit, position, at + 1]),
      ),
    },
    {
      ...{ name: 'Biên chế', labels: ['Mã đơn vị', 'Khối', 'Biên chế được giao'] },
      rows: [
        ['90001', 'Chính quyền', 8],
        ['90002', 'Chính quyền', 9],
      ],
    },
  ],
  [
    'wishes',
    '2025-06-30',
    {
      labels: [...WHO, 'Nguyện vọng'],
      rows: [0, 1, 2, 3, 4].map((at) => [...who(at), 'Nghỉ hưu trước tuổi']),
    },
  ],
  [
    'ratings',
    '2025-06-30',
    {
      labels: [...WHO, 'Năm', 'Xếp loại'],
      rows: many((at) => [...who(at), 2015 + Math.floor(at / 5), 'Hoàn thành nhiệm vụ']),
    },
  ],
  [
    'conditions',
    '2025-06-30',
    {
      labels: [...WHO, 'Trường hợp', 'Từ ngày', 'Đến hết ngày'],
      rows: many((at) => [
        ...who(at),
        'Thai sản',
        `01/01/${2005 + Math.floor(at / 5)}`,
        `31/03/${2005 + Math.floor(at / 5)}`,
      ]),
    },
  ],
  [
    'merger',
    '2026-07-01',
    {
      ...{ name: 'Phương án', labels: ['Mục', 'Nội dung'] },
      rows: [
        ['Tên phương án', 'Nhập xã'],
        ['Căn cứ pháp lý', 'Nghị quyết thử'],
        ['Ngày áp dụng quy định', '01/07/2025'],
      ],
    },
    {
      name: 'Sáp nhập',
      labels: [
        'Mã đơn vị cũ',
        'Mã đơn vị mới',
        'Tỷ lệ dân số',
        'Cách nhập',
        'Đơn vị kế thừa chính',
      ],
      rows: ['90001', '90002', '901'].map((old) => [old, '90011', 1, 'Toàn bộ', 'x']),
    },
    {
      ...{ name: 'Đơn vị mới', labels: ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Khu vực'] },
      rows: [['90011', 'Xã Rất Mới', 'xã', 'III']],
    },
  ],
  [
    'parameters',
    '2026-07-01',
    {
      labels: ['Mã tham số', 'Giá trị', 'Từ ngày', 'Văn bản'],
      rows: many((at) => [
        'cap.vice-chairs-per-commune',
        3 + (at % 2),
        `01/01/${2030 + at}`,
        'NQ 5',
      ]),
    },
  ],
];

describe('a promotion of sheets that is killed', () => {
  let folder: string;
  let place: Place;
  /** Batches of the kinds, in order; the roster before them is 1. */
  const ids = SHEETS.map((_sheet, at) => at + 2);
  const through = (how: 'look' | 'all' | 'go', killedAfterMs: number | null = null) =>
    runUntilKilled(place, ['through', ids.join(','), how], killedAfterMs);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bo-tri-sheets-killed-'));
    place = await freshPlace();
    const roster = { asOf: '2025-06-30', file: (await smallRoster()).bytes.toString('base64') };
    const { rosters: _rosters, ...sources } = await smallSources([]);
    const path = join(folder, 'sources.json');
    await writeFile(path, JSON.stringify({ sources, batches: [roster] }));
    await runUntilKilled(place, ['prepare', path]);
    await runUntilKilled(place, ['promote', '1']);
    const batches = await Promise.all(
      SHEETS.map(async ([kind, asOf, ...sheets]) => {
        const { bytes } = await tableFile('bang.xlsx', ...sheets);
        return { kind, asOf, file: bytes.toString('base64') };
      }),
    );
    await writeFile(path, JSON.stringify({ batches }));
    await runUntilKilled(place, ['prepare', path]);
  }, 240_000);

  afterAll(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it(`one kind after another, at random moments (seed ${SEED}), leaves each before or after it`, async () => {
    const { states = [], took = 0 } = await through('all');
    expect(states).toHaveLength(SHEETS.length + 1);
    expect(new Set(states.map((each) => JSON.stringify(each))).size).toBe(states.length);
    const moments = randoms(SEED);
    const found: unknown[] = [];
    for (let kill = 0; kill < KILLS; kill++)
      found.push((await through('go', moments.next().value * took)).found);
    found.push((await through('look')).found);
    // what a run finds is what the one before it left: after so many kinds; -1 = between two
    const left = found.map((each) => states.findIndex((state) => isSame(state, each)));
    expect(left[0]).toBe(SHEETS.length);
    expect(left).not.toContain(-1);
    // otherwise nothing was killed in time
    expect(left.slice(1).filter((after) => after < SHEETS.length).length).toBeGreaterThan(0);
  }, 600_000);
});

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
