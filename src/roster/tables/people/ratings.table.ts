import { fieldOf } from '../../reading/fields.js';
import type { RowValues } from '../../reading/row-values.js';
import { bad, good } from '../../reading/values/fault.js';
import type { TableContext } from '../table-spec.js';
import { personTable } from './person-table.js';

export type RatingField = 'year' | 'rating' | `rating:${string}`;

/** Year → rating as typed; null = there is none. */
export type SaidRatings = Readonly<Record<string, string | null>>;

const YEAR = /^20\d{2}$/;

/** A column a year, or a row a year. */
export const RATINGS_TABLE = personTable<RatingField, SaidRatings>({
  name: 'xếp loại',
  fields: [
    { field: 'year', label: 'Năm', known: /^nam( (xep loai|danh gia|cong tac))?$/ },
    {
      field: 'rating',
      label: 'Xếp loại',
      known: /^(ket qua |muc )?(xep loai|danh gia|phan loai)( chat luong)?$/,
    },
  ],
  fieldOf: (label) => {
    const field = fieldOf(label);
    return field?.startsWith('rating:') === true ? (field as RatingField) : null;
  },
  // one of the years stands for a column of any year
  essential: [],
  value: (values, context) => ({ ...byColumns(values, context), ...byRow(values) }),
});

function byColumns(
  values: RowValues<RatingField>,
  { fields }: TableContext<RatingField>,
): SaidRatings {
  const years = [...fields].filter((field) => field.startsWith('rating:'));
  if (years.length === 0 && !values.has('rating'))
    values.reportAt('rating', {
      ...{ code: 'roster.rating-missing', severity: 'error' },
      message:
        'Bảng không có cột xếp loại nào. Hãy thêm cột "Xếp loại năm …", hoặc hai cột "Năm" và "Xếp loại".',
    });
  return Object.fromEntries(
    years.map((field) => [field.slice('rating:'.length), values.text(field)]),
  );
}

function byRow(values: RowValues<RatingField>): SaidRatings {
  if (!values.has('rating')) return {};
  const year = values.value('year', ({ text }) =>
    YEAR.test(text.trim())
      ? good(text.trim())
      : bad<string>('roster.year-unreadable', 'Ô này cần một năm bốn chữ số, ví dụ 2024.'),
  );
  if (year === null && !values.isFilled('year'))
    values.reportAt('year', {
      ...{ code: 'roster.year-missing', severity: 'error' },
      message: 'Thiếu năm xếp loại. Hãy ghi năm bốn chữ số, ví dụ 2024.',
    });
  return year === null ? {} : { [year]: values.text('rating') };
}
