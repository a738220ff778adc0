import type { CellInput, ColumnSpec } from '../../src/sheet/sheet-spec.js';
import { writeWorkbook } from '../../src/sheet/xlsx-writer.js';

/** The columns of a small roster, by the name that a test gives them. */
export const COLUMNS = {
  number: { label: 'Số định danh cá nhân (CCCD)', width: 15 },
  name: { label: 'Họ và tên', width: 22 },
  sex: { label: 'Giới tính' },
  born: { label: 'Ngày, tháng, năm sinh', width: 12 },
  unit: { label: 'Đơn vị công tác', width: 30 },
  position: { label: 'Chức vụ, chức danh', width: 40 },
  recruited: { label: 'Ngày tuyển dụng', width: 12 },
  degree: { label: 'Trình độ chuyên môn' },
  major: { label: 'Chuyên ngành', width: 20 },
  wish: { label: 'Nguyện vọng', width: 30 },
  note: { label: 'Ghi chú' },
  ethnicity: { label: 'Dân tộc' },
  religion: { label: 'Tôn giáo' },
  party: { label: 'Ngày vào Đảng chính thức' },
  conditions: { label: 'Trường hợp chưa được điều động', width: 30 },
  spouse: { label: 'Số CCCD của vợ hoặc chồng', width: 15 },
} as const satisfies Record<string, ColumnSpec>;

export type RosterColumn = keyof typeof COLUMNS;
export type RosterRow = Readonly<Partial<Record<RosterColumn, CellInput>>>;

/** The header is one row under the title and an empty one; rows below it are numbered from `FIRST_ROW`. */
export interface RosterFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const VALID: RosterRow = {
  name: 'Lò Văn Thử',
  sex: 'Nam',
  born: '12/03/1985',
  recruited: '01/09/2010',
  degree: 'Đại học',
  major: 'Luật',
};

/** A workbook with one sheet "Danh sách": the header in row 1, people from row 2. Each row is valid but for what is given. */
export async function rosterFile(
  name: string,
  rows: readonly RosterRow[],
  without: readonly RosterColumn[] = [],
): Promise<RosterFile> {
  const columns = (Object.keys(COLUMNS) as RosterColumn[]).filter((key) => !without.includes(key));
  const bytes = await writeWorkbook({
    createdAt: '2025-06-30T00:00:00Z',
    sheets: [
      {
        name: 'Danh sách',
        paper: 'A4',
        numbering: false,
        columns: columns.map((key) => COLUMNS[key]),
        rows: rows.map((row) => ({
          kind: 'cells',
          cells: columns.map((key) => ({ ...VALID, ...row })[key] ?? null),
        })),
      },
    ],
  });
  return { name, bytes };
}

/** Letters of a column of `rosterFile` with all columns. */
export function lettersOf(column: RosterColumn): string {
  return String.fromCharCode(65 + Object.keys(COLUMNS).indexOf(column));
}

const OFFICER = 'Công chức Văn phòng - thống kê';

/** Five people of the small province, one of them qualified for the required seat, one leaving. */
export const SMALL_PEOPLE: readonly RosterRow[] = [
  { number: '012085000001', name: 'Lò Văn Một', unit: 'Xã Bản Một', position: OFFICER },
  { number: '012085000002', name: 'Lò Văn Hai', unit: 'Xã Bản Một', position: OFFICER },
  {
    number: '012085000003',
    name: 'Lò Văn Ba',
    unit: 'Xã Bản Hai',
    position: OFFICER,
    major: 'Công nghệ thông tin',
  },
  {
    number: '012085000004',
    name: 'Lò Văn Bốn',
    unit: 'Xã Bản Hai',
    position: OFFICER,
    wish: 'Nghỉ hưu trước tuổi (đã đăng ký)',
  },
  { number: '012085000005', name: 'Lò Văn Năm', unit: 'Xã Bản Hai', position: OFFICER },
];

export const smallRoster = (rows: readonly RosterRow[] = SMALL_PEOPLE): Promise<RosterFile> =>
  rosterFile('danh-sach.xlsx', rows);
