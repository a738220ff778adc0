import { markText } from '../../roster/export-marks.js';
import { THING_WORDS } from '../../roster/tables/things/thing-choices.js';
import type { ThingNames } from '../../roster/tables/things/thing-names.js';
import type { ThingSheet } from '../../roster/tables/things/thing-sheet.js';
import type { ThingColumn } from '../../roster/tables/things/thing-table.js';
import type { ThingValues } from '../../roster/tables/things/thing-values.js';
import { ABOUT, type AboutItem } from '../../roster/tables/merger/merger-draft.js';
import { ABOUT_COLUMNS, MAP_COLUMNS } from '../../roster/tables/merger/merger.table.js';
import { NORMS, SEATS, UNITS } from '../../roster/tables/things/things.js';
import type { CellInput } from '../../sheet/sheet-spec.js';
import type { Form, FormColumn, FormRow } from './sheet-form.js';

const NOTES: Readonly<Record<string, string>> = {
  code: 'Mã không đổi theo thời gian; nhập dạng văn bản.',
  parent_code: 'Để trống nếu trực thuộc tỉnh.',
  unit_code: 'Mã đơn vị, hoặc mã xã kèm cột "Bộ phận".',
  unit_name: 'Chỉ để đọc; đơn vị được nhận theo mã.',
  position_name: 'Chỉ để đọc; vị trí được nhận theo mã.',
  starts_on: 'Ngày bắt đầu. Để trống = ngày số liệu của lần nhập.',
  last_on: 'Ngày cuối còn hiệu lực. Để trống = chưa kết thúc.',
  major_groups: 'Nhiều mã cách nhau bằng dấu chấm phẩy.',
  ranks: 'Nhiều mã cách nhau bằng dấu chấm phẩy.',
  share: 'Từ 0 đến 1; để trống nếu chưa biết.',
  key: 'Lấy từ tệp này; không sửa.',
  parameter_name: 'Chỉ để đọc; tham số được nhận theo mã.',
  own_unit: 'Để trống = cả tỉnh.',
  value:
    'Danh sách cách nhau bằng dấu chấm phẩy; "Không có" = danh sách rỗng. Số không có dấu phân cách hàng nghìn.',
  source_document: 'Bắt buộc: số, ký hiệu văn bản quy định giá trị này.',
  main: 'Đánh dấu x ở đúng một dòng của mỗi đơn vị cũ.',
};
const EXAMPLES: Readonly<Record<string, CellInput>> = {
  code: '99001',
  name: 'Xã Ví Dụ',
  name_vi: 'Chuyên viên ví dụ',
  kind: 'Xã',
  population: 12000,
  area_km2: 56.7,
  zone: 'III',
  starts_on: '2025-07-01',
  legal_basis: 'Nghị quyết số 01/NQ-UBTVQH15',
  block: 'Chính quyền',
  position_group: 'Chuyên môn, nghiệp vụ',
  old_code: '99001',
  new_code: '99002',
  note: 'Toàn bộ',
  main: 'x',
  share: 1,
  preference: 1,
  unit_code: '99001',
  division_kind: 'Văn phòng',
  position_code: 'O1',
  seats: 2,
  required: 1,
  headcount: 37,
  basis: 'Quyết định số 01/QĐ-UBND',
  key: 'vi-du.tham-so',
  parameter_name: 'Tham số ví dụ',
  value: 2.5,
  source_document: 'Nghị quyết số 01/NQ-HĐND',
};
const DAYS = new Set(['starts_on', 'last_on', 'source_on']);
const WIDE = /name|basis|source$|source_document|source_article|content|major_groups|remark/;

export function columnsOf(columns: readonly ThingColumn[]): FormColumn[] {
  return columns.map(({ column, label }): FormColumn => {
    const [choices, note, example] = [THING_WORDS[column], NOTES[column], EXAMPLES[column]];
    return {
      ...{ key: column, label, width: WIDE.test(column) ? 26 : 13 },
      ...(DAYS.has(column) && { kind: 'date' as const }),
      ...(choices && { choices }),
      ...(note !== undefined && { note }),
      ...(example !== undefined && { example }),
    };
  });
}

/** What a table is called, and what it is for. */
export interface FormWords {
  readonly name: string;
  readonly title: string;
  readonly about: string;
}

/** A thing of the registry with its id. */
export interface StoredThing {
  readonly id: number;
  readonly values: ThingValues;
}

export function thingForm(
  words: FormWords,
  thing: ThingSheet,
  { things, names }: { readonly things: readonly StoredThing[]; readonly names: ThingNames },
): Form {
  return {
    ...words,
    columns: columnsOf(thing.columns),
    rows: things.map(({ id, values }): FormRow => {
      const shown = Object.fromEntries(
        thing.columns.flatMap(({ column }) =>
          column in values ? [[column, values[column] ?? null] as const] : [],
        ),
      );
      const named = {
        unit_name: names.anyUnit(String(values['unit_code'] ?? ''))?.name ?? null,
        position_name:
          names.positionVersion(String(values['position_code'] ?? ''), 'last')?.name ?? null,
      };
      return { cells: { ...named, ...cellsOf(thing, values) }, mark: markText(id, shown) };
    }),
  };
}

/** Days and numbers stay what they are, the rest is written in words. */
function cellsOf(thing: ThingSheet, values: ThingValues): Record<string, CellInput> {
  return Object.fromEntries(
    Object.entries(values).map(([column, value]) => [
      column,
      typeof value === 'number' || DAYS.has(column)
        ? (value as CellInput)
        : thing.word(column, value),
    ]),
  );
}

/** A merger's sheets, with the units that are there and have no successor yet. */
export function mergerForms(
  words: (name: string) => FormWords,
  oldUnits: readonly { readonly code: string; readonly name: string }[],
): Form[] {
  const items = Object.keys(ABOUT) as AboutItem[];
  return [
    {
      ...words('Phương án'),
      columns: columnsOf(ABOUT_COLUMNS),
      rows: items.map((item) => ({ cells: { item: ABOUT[item] }, mark: null })),
    },
    {
      ...words('Sáp nhập'),
      columns: columnsOf(MAP_COLUMNS),
      rows: oldUnits.map(({ code, name }) => ({
        cells: { old_code: code, old_name: name },
        mark: null,
      })),
    },
    ...(
      [
        ['Đơn vị mới', UNITS],
        ['Chỉ tiêu', SEATS],
        ['Biên chế', NORMS],
      ] as const
    ).map(([name, { columns }]) => ({
      ...words(name),
      columns: columnsOf(columns.filter(({ column }) => !DAYS.has(column))),
      rows: [],
    })),
  ];
}
