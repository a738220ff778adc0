import type {
  ComparedPersonResponse,
  ComparedRunResponse,
} from '../../comparison/comparison.responses.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import { fitTitle, movementTitle } from '../report-words.js';
import { type ComparisonBook, headOf } from './comparison-book.js';

/** Everybody, and those whose way is far in at least one run. */
export function comparedPeopleSheets(book: ComparisonBook): SheetSpec[] {
  const { people } = book;
  return [
    peopleSheet(book, people, { name: 'Từng người', title: 'SO SÁNH TỪNG NGƯỜI' }),
    peopleSheet(
      book,
      people.filter(({ places }) => places.some(({ far }) => far)),
      { name: 'Đường xa', title: 'NGƯỜI LÀM VIỆC XA NHÀ THEO ÍT NHẤT MỘT PHƯƠNG ÁN' },
    ),
  ];
}

function peopleSheet(
  { comparison: { runs }, notice }: ComparisonBook,
  people: readonly ComparedPersonResponse[],
  names: Pick<SheetSpec, 'name'> & { readonly title: string },
): SheetSpec {
  return {
    ...names,
    ...{ notice, paper: 'A3', frozenColumns: 2 },
    columns: [
      { label: 'TT', width: 6, align: 'center' },
      { label: 'Họ và tên', width: 24 },
      {
        label: 'Trước khi sắp xếp',
        columns: [
          { label: 'Đơn vị', width: 22 },
          { label: 'Huyện, thị xã, thành phố', width: 20 },
          { label: 'Chức vụ, chức danh', width: 26 },
        ],
      },
      { label: 'Khác nhau', width: 8, align: 'center' },
      ...runs.map(columnsOf),
    ],
    rows: people.map((person, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, person.fullName],
        ...[person.oldUnitName, person.oldDistrictName, person.oldPositionName],
        person.differs,
        ...runs.flatMap((run) => placeCells(run, person)),
      ],
    })),
  };
}

function columnsOf(run: ComparedRunResponse): ColumnSpec {
  return {
    label: headOf(run),
    columns: [
      { label: 'Đơn vị', width: 20 },
      { label: 'Phòng, trung tâm, cơ quan', width: 24 },
      { label: 'Vị trí việc làm', width: 28 },
      { label: 'Hình thức', width: 16 },
      { label: 'Mức độ phù hợp', width: 14 },
      { label: 'Khoảng cách (km)', width: 10, align: 'right', format: '#,##0.0' },
      { label: 'Lý do', width: 60 },
    ],
  };
}

function placeCells({ run }: ComparedRunResponse, { places }: ComparedPersonResponse): CellInput[] {
  const place = places.find(({ runId }) => runId === run.id);
  if (place === undefined) return ['không có trong phương án', null, null, null, null, null, null];
  const isDivision = place.unitName !== place.communeName;
  return [
    place.communeName,
    isDivision ? place.unitName : null,
    place.positionName,
    movementTitle({ movement: place.movement, group: null }),
    fitTitle(place.fit),
    place.distanceKm,
    place.reason,
  ];
}
