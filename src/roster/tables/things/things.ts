import {
  BLOCK_WORDS,
  DEGREE_WORDS,
  DIVISION_WORDS,
  EVIDENCE_WORDS,
  GROUP_WORDS,
  SUCCESSION_WORDS,
  UNIT_KIND_WORDS,
  written,
  type Words,
} from '../../../registry/sheet-words.js';
import { levelOf } from '../../../registry/unit-kinds.js';
import type { UnitKind } from '../../../rules/vocabulary.js';
import { addDays, type Day, dayBefore, dayText } from '../../../shared/day.js';
import { POSITION_COLUMNS, POSITION_SUCCESSION_COLUMNS } from './positions.table.js';
import { NORM_COLUMNS, SEAT_COLUMNS } from './seats.table.js';
import type { ThingSheet } from './thing-sheet.js';
import type { ThingNames } from './thing-names.js';
import type { ThingFault, ThingValues } from './thing-values.js';
import { UNIT_COLUMNS } from './units.table.js';

const DAYS = new Set(['starts_on', 'last_on', 'source_on']);
const WORDS: Readonly<Record<string, Words<string>>> = {
  kind: UNIT_KIND_WORDS,
  block: BLOCK_WORDS,
  division_kind: DIVISION_WORDS,
  position_group: GROUP_WORDS,
  min_degree: DEGREE_WORDS,
  evidence: EVIDENCE_WORDS,
  note: SUCCESSION_WORDS,
};

/** A value as we write it in a cell. */
export function wordOf(column: string, value: ThingValues[string]): string | null {
  if (value === null || value === undefined || value === '' || value === false) return null;
  if (value === true) return 'x';
  if (typeof value === 'object') return value.length === 0 ? null : value.join('; ');
  if (DAYS.has(column)) return dayText(String(value));
  const words = WORDS[column];
  return words === undefined ? String(value) : written(String(value), words);
}

const text = (values: ThingValues, column: string): string => String(values[column] ?? '');

/** The columns of a span in the table: half-open there, with its last day in sheets. */
function spanOf(values: ThingValues) {
  const last = values['last_on'] as Day | null | undefined;
  return { starts_on: values['starts_on'], ends_on: last == null ? null : addDays(last, 1) };
}

function lastOf(endsOn: unknown): Day | null {
  return typeof endsOn === 'string' ? dayBefore(endsOn) : null;
}

export const UNITS: ThingSheet = {
  ...{ table: 'units', columns: UNIT_COLUMNS, span: 'correct', word: wordOf },
  usual: {
    ...{ parent_code: null, area_km2: null, population: null, lat: null, lon: null },
    ...{ zone: null, border: false, last_on: null, legal_basis: null },
  },
  keyOf: (values) => text(values, 'code'),
  usualIn: ({ provinceCode }) => ({ parent_code: provinceCode }),
  said: (values, { provinceCode }) => ({
    ...values,
    ...('parent_code' in values && values['code'] !== provinceCode
      ? { parent_code: values['parent_code'] ?? provinceCode }
      : {}),
  }),
  faults: (values, names, day) => {
    const parent = values['parent_code'];
    if (parent == null) return [];
    const begins = (values['starts_on'] as Day | null) ?? day;
    const isOwn = parent === values['code'];
    return names.unit(String(parent), begins) === null || isOwn
      ? [
          {
            ...{ column: 'parent_code', code: 'unit.parent-unknown' },
            message: isOwn
              ? 'Đơn vị không thể trực thuộc chính nó. Hãy ghi mã đơn vị cấp trên, hoặc để trống nếu trực thuộc tỉnh.'
              : `Ngày ${dayText(begins)} không có đơn vị mã "${String(parent)}". Hãy sửa mã, để trống nếu trực thuộc tỉnh, hoặc thêm một dòng cho đơn vị cấp trên.`,
          },
        ]
      : [];
  },
  valuesOf: (row, names) =>
    ({
      ...{ code: row['code'], name: row['name'], kind: row['kind'] },
      parent_code: names.unitOfId(row['parent_id'])?.code ?? null,
      ...{ area_km2: row['area_km2'], population: row['population'] },
      ...{ lat: row['latitude'], lon: row['longitude'], zone: row['zone'], border: row['border'] },
      ...{ starts_on: row['starts_on'], last_on: lastOf(row['ends_on']) },
      legal_basis: row['legal_basis'],
    }) as ThingValues,
  rowOf: (values, names) => ({
    ...{ code: values['code'], name: values['name'], kind: values['kind'] },
    level: levelOf(values['kind'] as UnitKind),
    parent_id:
      names.unit(text(values, 'parent_code'), String(values['starts_on']))?.id ??
      names.anyUnit(text(values, 'parent_code'))?.id ??
      null,
    ...{ area_km2: values['area_km2'], population: values['population'] },
    ...{ latitude: values['lat'], longitude: values['lon'], zone: values['zone'] },
    ...{ border: values['border'], legal_basis: values['legal_basis'], ...spanOf(values) },
  }),
  subject: (values) => text(values, 'name') || text(values, 'code'),
};

export const POSITIONS: ThingSheet = {
  ...{ table: 'positions', columns: POSITION_COLUMNS, span: 'correct', word: wordOf },
  usual: {
    ...{ name_en: null, catalogue: 'new', division_kind: null, field: null, min_degree: null },
    ...{ major_groups: [], ranks: [], certificates: [], given: false, party_managed: false },
    ...{ evidence: 'recalled', source: '', last_on: null },
  },
  keyOf: (values) => text(values, 'code'),
  said: (values) => values,
  faults: (values, { references }) => [
    ...unknown('field', codeIn(values['field']), references.fields, 'lĩnh vực'),
    ...unknown('major_groups', values['major_groups'], references.majorGroups, 'nhóm ngành'),
    ...unknown('ranks', values['ranks'], references.ranks, 'ngạch'),
  ],
  valuesOf: (row) =>
    ({
      ...{ code: row['code'], name_vi: row['name'], name_en: row['name_en'] },
      ...{ catalogue: row['catalogue'], block: row['block'], division_kind: row['division_kind'] },
      ...{ position_group: row['position_group'], field: row['field_code'] },
      ...{ min_degree: row['min_degree'], major_groups: row['major_groups'], ranks: row['ranks'] },
      ...{ certificates: row['certificates'], given: row['given'] },
      ...{ party_managed: row['party_managed'], evidence: row['evidence'], source: row['source'] },
      ...{ starts_on: row['starts_on'], last_on: lastOf(row['ends_on']) },
    }) as ThingValues,
  rowOf: (values) => {
    const { name_vi: name, field, starts_on: _startsOn, last_on: _lastOn, ...same } = values;
    return { ...same, name, field_code: field, ...spanOf(values) };
  },
  subject: (values) => text(values, 'name_vi') || text(values, 'code'),
};

function codeIn(code: ThingValues[string] | undefined): readonly string[] {
  return code == null ? [] : [String(code)];
}

function unknown(
  column: string,
  said: ThingValues[string] | undefined,
  known: ReadonlySet<string>,
  what: string,
): ThingFault[] {
  const codes = Array.isArray(said) ? (said as readonly string[]) : [];
  const wrong = codes.filter((code) => !known.has(code));
  if (wrong.length === 0) return [];
  return [
    {
      ...{ column, code: 'position.reference-unknown' },
      message: `Không có ${what} mã ${wrong.map((code) => `"${code}"`).join(', ')}. Hãy ghi mã có trong danh mục, nhiều mã cách nhau bằng dấu chấm phẩy.`,
    },
  ];
}

export const POSITION_SUCCESSIONS: ThingSheet = {
  ...{ table: 'position_successions', columns: POSITION_SUCCESSION_COLUMNS },
  ...{ span: null, usual: { preference: 1, major_groups: [] }, word: wordOf },
  keyOf: (values) => `${text(values, 'old_code')}|${text(values, 'new_code')}`,
  said: (values) => values,
  faults: (values, names) => [
    ...(['old_code', 'new_code'] as const)
      .filter((column) => names.positionVersion(text(values, column), 'first') === null)
      .map((column) => noPosition(column, text(values, column))),
    ...unknown('major_groups', values['major_groups'], names.references.majorGroups, 'nhóm ngành'),
  ],
  valuesOf: (row, names) =>
    ({
      old_code: names.positionOfId(row['old_position_id'])?.code ?? '',
      new_code: names.positionOfId(row['new_position_id'])?.code ?? '',
      ...{ preference: row['preference'], major_groups: row['major_groups'] },
    }) as ThingValues,
  rowOf: (values, names) => ({
    old_position_id: names.positionVersion(text(values, 'old_code'), 'first')?.id ?? null,
    new_position_id: names.positionVersion(text(values, 'new_code'), 'last')?.id ?? null,
    ...{ preference: values['preference'], major_groups: values['major_groups'] },
  }),
  subject: (values, names) =>
    (['old_code', 'new_code'] as const)
      .map((column) => names.positionVersion(text(values, column), 'last')?.name ?? '?')
      .join(' → '),
};

function noPosition(column: string, code: string, day?: Day): ThingFault {
  const when = day === undefined ? 'Danh mục' : `Ngày ${dayText(day)}`;
  return {
    ...{ column, code: 'position.unknown' },
    message: `${when} không có vị trí mã "${code}". Hãy ghi mã có trong danh mục vị trí việc làm.`,
  };
}

const inUnit = (values: ThingValues, names: ThingNames, day: Day): ThingFault[] => {
  const code = text(values, 'unit_code');
  if (names.unit(code, day) !== null) return [];
  return [
    {
      ...{ column: 'unit_code', code: 'unit.unknown' },
      message: `Ngày ${dayText(day)} không có đơn vị mã "${code}". Hãy sửa mã, hoặc nhập đơn vị này trước.`,
    },
  ];
};

/** Where the sheet names a commune and a kind of division, the division itself. */
const inDivision = (values: ThingValues, names: ThingNames, day: Day): ThingValues => {
  const { division_kind: kind = null, ...rest } = values;
  if (kind === null) return rest;
  const begins = (values['starts_on'] as Day | null | undefined) ?? day;
  const division = names.division(text(values, 'unit_code'), String(kind), begins);
  const missing = `${text(values, 'unit_code')}, ${wordOf('division_kind', kind) ?? ''}`;
  return { ...rest, unit_code: division?.code ?? missing };
};

const spanOfRow = (values: ThingValues, day: Day): Day =>
  (values['starts_on'] as Day | null | undefined) ?? day;

export const SEATS: ThingSheet = {
  ...{ table: 'establishments', columns: SEAT_COLUMNS, span: 'continue', word: wordOf },
  usual: { required: 0, basis: '', last_on: null },
  keyOf: (values) => `${text(values, 'unit_code')}|${text(values, 'position_code')}`,
  said: inDivision,
  faults: (values, names, day) => {
    const begins = spanOfRow(values, day);
    const code = text(values, 'position_code');
    return [
      ...inUnit(values, names, begins),
      ...(names.position(code, begins) === null ? [noPosition('position_code', code, begins)] : []),
      ...(Number(values['required']) > Number(values['seats']) ? [TOO_MANY] : []),
    ];
  },
  valuesOf: (row, names) =>
    ({
      unit_code: names.unitOfId(row['unit_id'])?.code ?? '',
      position_code: names.positionOfId(row['position_id'])?.code ?? '',
      ...{ seats: row['seats'], required: row['required'], basis: row['basis'] },
      ...{ starts_on: row['starts_on'], last_on: lastOf(row['ends_on']) },
    }) as ThingValues,
  rowOf: (values, names) => {
    const day = String(values['starts_on']);
    return {
      unit_id: names.unit(text(values, 'unit_code'), day)?.id ?? null,
      position_id: names.position(text(values, 'position_code'), day)?.id ?? null,
      ...{ seats: values['seats'], required: values['required'], basis: values['basis'] },
      ...spanOf(values),
    };
  },
  subject: (values, names) =>
    [
      names.anyUnit(text(values, 'unit_code'))?.name ?? text(values, 'unit_code'),
      names.positionVersion(text(values, 'position_code'), 'last')?.name ??
        text(values, 'position_code'),
    ].join(', '),
};

const TOO_MANY: ThingFault = {
  ...{ column: 'required', code: 'seats.required-above-seats' },
  message: 'Chỉ tiêu bắt buộc nhiều hơn số chỉ tiêu. Hãy sửa một trong hai ô.',
};

export const NORMS: ThingSheet = {
  ...{ table: 'norms', columns: NORM_COLUMNS, span: 'continue', word: wordOf },
  ...{ usual: { basis: '', last_on: null }, begins: { evidence: 'found' } },
  keyOf: (values) => `${text(values, 'unit_code')}|${text(values, 'block')}`,
  said: (values) => values,
  faults: (values, names, day) => inUnit(values, names, spanOfRow(values, day)),
  valuesOf: (row, names) =>
    ({
      unit_code: names.unitOfId(row['unit_id'])?.code ?? '',
      ...{ block: row['block'], headcount: row['headcount'], basis: row['basis'] },
      ...{ starts_on: row['starts_on'], last_on: lastOf(row['ends_on']) },
    }) as ThingValues,
  rowOf: (values, names) => ({
    unit_id: names.unit(text(values, 'unit_code'), String(values['starts_on']))?.id ?? null,
    ...{ block: values['block'], headcount: values['headcount'], basis: values['basis'] },
    ...spanOf(values),
  }),
  subject: (values, names) =>
    [
      names.anyUnit(text(values, 'unit_code'))?.name ?? text(values, 'unit_code'),
      wordOf('block', values['block'] ?? null) ?? '',
    ].join(', '),
};
