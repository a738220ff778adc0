import type { PartialDay } from '../../../shared/day.js';
import { fieldOf } from '../../reading/fields.js';
import type { RowValues } from '../../reading/row-values.js';
import type { Reading } from '../../reading/values/fault.js';
import { partialDay } from '../../reading/values/partial-day.js';
import { personalNumber } from '../../reading/values/personal-number.js';
import { MARK_LABEL } from '../../mark.js';
import type { RowPlace } from '../../record.js';
import type { TableContext, TableField, TableSpec } from '../table-spec.js';

/** The columns that say whom a row is about. The post is known and not asked for. */
export type WhoField =
  'mark' | 'ordinal' | 'personalNumber' | 'fullName' | 'born' | 'sex' | 'unit' | 'position';

/** A row about a person whom the registry has already, and what it says of them. */
export interface PersonRecord<V> extends RowPlace {
  readonly personalNumber: string | null;
  readonly fullName: string;
  readonly bornOn: PartialDay | null;
  readonly unitText: string | null;
  /** By which a row of our own export is known again. */
  readonly mark: string | null;
  /** null = what it says could not be read. */
  readonly value: V | null;
}

type Own<F extends string, V> = Omit<TableSpec<F, V>, 'record' | 'essential' | 'fields'> & {
  readonly fields: readonly TableField<F>[];
  readonly essential: readonly (readonly F[])[];
  readonly value: (values: RowValues<F>, context: TableContext<F>) => V | null;
};

/** Who a row is about, as a template of ours has it. */
export const WHO: readonly TableField<WhoField>[] = [
  { field: 'mark', label: MARK_LABEL, known: /^ma ban ghi khong sua$/ },
  { field: 'ordinal', label: 'TT', known: /^(so )?(tt|stt|thu tu)$/ },
  { field: 'personalNumber', label: 'Số định danh cá nhân', known: /^so dinh danh ca nhan$/ },
  { field: 'fullName', label: 'Họ và tên', known: /^ho va ten$/ },
  { field: 'born', label: 'Ngày sinh', known: /^ngay sinh$/ },
  { field: 'sex', label: 'Giới tính', known: /^gioi tinh$/ },
  { field: 'unit', label: 'Đơn vị công tác', known: /^don vi cong tac$/ },
  { field: 'position', label: 'Chức vụ, chức danh', known: /^chuc vu chuc danh$/ },
];
const WHO_FIELDS = new Set<string>(WHO.map(({ field }) => field));

/** A table about people: the labels of rosters say whom, its own fields say what. */
export function personTable<F extends string, V>({
  fields,
  essential,
  fieldOf: ownFieldOf,
  value,
  name,
}: Own<F, V>): TableSpec<F | WhoField, PersonRecord<V>> {
  return {
    name,
    fields: [...fields, ...WHO],
    fieldOf: (label) => ownFieldOf?.(label) ?? whoFieldOf(label),
    essential: [['fullName', 'personalNumber'], ...essential],
    // a row answers for the fields of both
    record: (values, context) => ({
      ...whoOf(values as RowValues<string> as RowValues<WhoField>, context),
      value: value(
        values as RowValues<string> as RowValues<F>,
        context as TableContext<string> as TableContext<F>,
      ),
    }),
  };
}

function whoFieldOf(label: string): WhoField | null {
  const field = fieldOf(label);
  return field !== null && WHO_FIELDS.has(field) ? (field as WhoField) : null;
}

function whoOf(
  values: RowValues<WhoField>,
  { place, dateSystem }: Pick<TableContext<string>, 'place' | 'dateSystem'>,
): Omit<PersonRecord<never>, 'value'> {
  const bornOn = values.value('born', (cell) => partialDay(cell, dateSystem));
  const witness = { sex: null, bornOn };
  const number = values.value('personalNumber', (cell) => personalNumber(cell, witness));
  const fullName = values.text('fullName') ?? '';
  if (number === null && fullName === '' && !values.isFilled('personalNumber'))
    values.reportAt('fullName', {
      ...{ code: 'roster.name-missing', severity: 'error' },
      message:
        'Dòng không cho biết là của ai. Hãy ghi số định danh, hoặc họ tên, ngày sinh và đơn vị.',
    });
  return {
    ...place,
    personalNumber: number,
    fullName,
    bornOn,
    unitText: values.text('unit'),
    mark: values.text('mark'),
  };
}

/** What cannot be read stands in the way: nobody wants a wish to vanish. */
export function strict<T>({ value, faults }: Reading<T>): Reading<T> {
  if (value !== null) return { value, faults };
  return { value, faults: faults.map((fault) => ({ ...fault, severity: 'error' })) };
}
