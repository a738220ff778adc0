import { grouped } from '../../../shared/grouped.js';
import type { Issue } from '../../../shared/issue.js';
import type { ColumnPlaces } from '../../reading/places.js';
import type { RowPlace } from '../../record.js';

interface OfPerson {
  readonly record: RowPlace;
  readonly staffId: number;
}

/** Neither the number nor the name of the row is repeated. */
export function personIsUnknown(
  { file, sheet, row, personalNumber }: RowPlace & { readonly personalNumber: string | null },
  places: ColumnPlaces<string>,
): Issue {
  const place = { file, sheet, row };
  return {
    ...place,
    column: places.lettersOf(place, personalNumber === null ? 'fullName' : 'personalNumber'),
    ...{ code: 'roster.person-unknown', severity: 'error' },
    message:
      personalNumber === null
        ? 'Không có ai trong sổ với họ tên, ngày sinh đầy đủ và đơn vị như dòng này. Hãy ghi số định danh, hoặc nhập người này bằng danh sách trích ngang trước.'
        : 'Không có ai trong sổ mang số định danh ở dòng này. Hãy xem lại số, hoặc nhập người này bằng danh sách trích ngang trước.',
  };
}

/** @source product decision: what a person says last cannot be told from a sheet that says two things. */
export function personsMustStandOnce(
  rows: readonly OfPerson[],
  places: ColumnPlaces<string>,
): Issue[] {
  return [...grouped(rows, ({ staffId }) => staffId).values()]
    .filter((group) => group.length > 1)
    .flatMap((group) =>
      group.map(({ record: { file, sheet, row } }): Issue => {
        const others = group
          .map(({ record }) => record)
          .filter((each) => each.row !== row || each.sheet !== sheet || each.file !== file)
          .map((each) => `${each.file}, sheet "${each.sheet}", dòng ${each.row}`);
        return {
          ...{ file, sheet, row, column: places.lettersOf({ file, sheet, row }, 'fullName') },
          ...{ code: 'roster.person-twice', severity: 'error' },
          message: `Người ở dòng này còn có ở ${others.join('; ')}. Mỗi người chỉ được có một dòng.`,
        };
      }),
    );
}

export function refusedRows(
  steps: readonly { readonly row: OfPerson; readonly refused: string | null }[],
): Issue[] {
  return steps.flatMap(({ row: { record }, refused }) => {
    if (refused === null) return [];
    const { file, sheet, row } = record;
    return [
      {
        file,
        sheet,
        row,
        column: '',
        code: 'roster.row-refused',
        severity: 'error',
        message: refused,
      },
    ];
  });
}
