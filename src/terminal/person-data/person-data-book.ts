import { dayText } from '../../shared/day.js';
import type { RowSpec, SheetSpec, Stamp } from '../../sheet/sheet-spec.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { columnName, keyName, TABLE_NAMES } from './person-data-words.js';
import type { PersonData } from './person-data.service.js';
import type { StoredRow, TableRows } from './person-tables.js';

const COLUMNS = [
  { label: 'Trường', width: 36 },
  { label: 'Giá trị', width: 90 },
] as const;

/** All that is kept about a person, a sheet a table, with the names of fields in Vietnamese. */
export function personDataBook(data: PersonData, stamp: Stamp): Promise<Buffer> {
  const sheets = [coverSheet(data), ...[...data.tables, data.looks].map(tableSheet)];
  return writeWorkbook({ sheets, createdAt: data.at.toISOString(), stamp });
}

function coverSheet({ subject, tables, looks, reply }: PersonData): SheetSpec {
  const line = (label: string, value: string): RowSpec => ({
    kind: 'cells',
    cells: [label, value],
  });
  return {
    name: 'Thông tin chung',
    title: 'DỮ LIỆU CÁ NHÂN ĐANG ĐƯỢC LƯU GIỮ',
    notice: ['Cung cấp theo yêu cầu của chính người có dữ liệu.'],
    columns: COLUMNS,
    paper: 'A4',
    numbering: false,
    rows: [
      line('Họ và tên', subject.fullName),
      line('Số định danh', subject.personalNumber),
      line(
        'Thời hạn trả lời',
        `${reply.workingDays} ngày làm việc kể từ khi nhận yêu cầu (${reply.source}). ` +
          `Yêu cầu nhận hôm nay: chậm nhất ngày ${dayText(reply.latestOn)}, chưa trừ ngày nghỉ lễ.`,
      ),
      ...[...tables, looks].map(({ table, rows }) =>
        line(TABLE_NAMES[table] ?? table, rows.length === 0 ? 'Không có' : `${rows.length} mục`),
      ),
    ],
  };
}

function tableSheet({ table, rows }: TableRows): SheetSpec {
  const name = TABLE_NAMES[table] ?? table;
  return {
    name,
    title: name.toLocaleUpperCase('vi'),
    columns: COLUMNS,
    paper: 'A4',
    numbering: false,
    rows: rows.flatMap((row, index) => [
      { kind: 'section', text: `Mục ${index + 1}` },
      ...linesOf(row),
    ]),
  };
}

function linesOf(row: StoredRow): RowSpec[] {
  return Object.entries(row).map(([column, value]) => ({
    kind: 'cells',
    cells: [columnName(column) ?? column, textOf(value)],
  }));
}

/** A stored value in words; what is inside JSON keeps its names. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(textOf).join('; ');
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([, each]) => textOf(each) !== '')
      .map(([key, each]) => `${keyName(key)}: ${textOf(each)}`)
      .join('\n');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
