import type { Choices } from '../../roster/choices.plan.js';
import { MARK_LABEL } from '../../roster/mark.js';
import { EXAMPLE_MARK } from '../../roster/reading/row-kind.js';
import { dayText } from '../../shared/day.js';
import type { CellInput, ColumnSpec, RowSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import {
  BORN_OF_UNKNOWN_SEX,
  grouped,
  RATINGS,
  type RosterColumn,
  ROSTER_COLUMNS,
  UNKNOWN,
  variableColumns,
} from './roster-columns.js';
import { frameOf, type RosterFrame } from './roster-frame.js';
import type { Shown } from './shown-facets.js';
import type { RosterPerson } from './roster-person.js';

export interface RosterSheetInput {
  readonly frame: RosterFrame;
  /** By root unit. */
  readonly people: readonly RosterPerson[];
  /** Keys of the columns that were chosen. */
  readonly columns: ReadonlySet<string>;
  /** The viewer may not know of ratings and planned titles of some people. */
  readonly closedScope: boolean;
  /** The mark of each person's row, by the registry's number; absent = the rows carry none. */
  readonly marks?: ReadonlyMap<number, string>;
  /** Of a template: what can be chosen in its cells. */
  readonly choices?: Choices;
}

/** Columns that are closed for holders of titles which the Party committee manages. */
const CLOSED = new Set([RATINGS, 'plannedTitle']);
const EMPTY_ROWS = 50;
const ORDINAL: ColumnSpec = { label: 'TT', width: 7, align: 'center' };
const LEFT_HAND = ['personalNumber', 'fullName'];

/**
 * The working roster "Danh sách trích ngang". A column in which a value would have to be hidden stays out as a whole: an empty
 * cell would come back as a value that somebody deleted.
 */
export function rosterSheet(input: RosterSheetInput): SheetSpec {
  const { frame, people } = input;
  const columns = columnsOf(input);
  return {
    ...sheetAround(input, columns),
    name: 'Danh sách',
    title: 'DANH SÁCH TRÍCH NGANG CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC',
    notice: [
      ...frame.notice,
      `Số liệu tính đến ngày ${dayText(frame.on)}; ${people.length} người.`,
    ],
    rows: personRows(people, columns),
  };
}

/** The same to be filled in: drop-downs, notes, an example that the reader leaves out, empty rows. */
export function templateSheet(input: RosterSheetInput): SheetSpec {
  const { frame, people } = input;
  const columns = columnsOf(input).map((column): RosterColumn => {
    const choices = input.choices?.get(column.field) ?? [];
    return choices.length === 0 ? column : { ...column, choices };
  });
  const example: RowSpec = {
    kind: 'cells',
    cells: [
      EXAMPLE_MARK,
      ...columns.map(
        ({ key, choices }) => EXAMPLES[key] ?? (NAMED.has(key) ? choices?.[0] : null) ?? null,
      ),
    ],
  };
  return {
    ...sheetAround(input, columns),
    name: 'Danh sách',
    title: 'DANH SÁCH TRÍCH NGANG CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC',
    notice: [
      ...frame.notice,
      `Mẫu để điền, số liệu đến ngày ${dayText(frame.on)}. Dòng "${EXAMPLE_MARK}" chỉ để minh họa và không được đọc. Có thể thêm dòng, thêm cột.`,
    ],
    rows: [example, ...personRows(people, columns)],
    emptyRows: EMPTY_ROWS,
  };
}

function sheetAround(
  { frame }: RosterSheetInput,
  columns: readonly RosterColumn[],
): Omit<SheetSpec, 'name' | 'rows'> {
  const left = columns.filter(({ key }) => LEFT_HAND.includes(key)).length;
  return { ...frameOf(frame), columns: [ORDINAL, ...grouped(columns)], frozenColumns: 1 + left };
}

/** What the sheet shows of each person. */
export function shownBy(input: RosterSheetInput): Shown {
  const columns = columnsOf(input);
  const known = columns.filter(({ key }) => key !== UNKNOWN);
  return {
    fields: new Set(known.map(({ field }) => field)),
    unknown: input.columns.has(UNKNOWN),
  };
}

function columnsOf({
  people,
  columns,
  closedScope,
  frame,
  marks,
}: RosterSheetInput): readonly RosterColumn[] {
  const isClosed = !closedScope && people.some(({ closed }) => closed);
  const [ratings, unknown] = [RATINGS, UNKNOWN].map((key) =>
    variableColumns(people, Number(frame.on.slice(0, 4)) - 1).filter((each) => each.key === key),
  );
  const at = ROSTER_COLUMNS.findIndex(({ key }) => key === 'plannedTitle');
  const born = 1 + ROSTER_COLUMNS.findIndex(({ key }) => key === 'bornFemale');
  const needsBorn = people.some(({ sex, bornOn }) => sex === null && bornOn !== null);
  const all = [
    ...ROSTER_COLUMNS.slice(0, born),
    ...(needsBorn ? [BORN_OF_UNKNOWN_SEX] : []),
    ...ROSTER_COLUMNS.slice(born, at),
    ...(ratings ?? []),
    ...ROSTER_COLUMNS.slice(at),
    ...(unknown ?? []),
  ];
  const shown = all.filter(({ key }) => columns.has(key) && !(isClosed && CLOSED.has(key)));
  return marks === undefined ? shown : [...shown, markColumn(marks)];
}

/** By this column a row is known again when the sheet comes back; nobody needs to see it. */
function markColumn(marks: ReadonlyMap<number, string>): RosterColumn {
  return {
    ...{ key: UNKNOWN, label: MARK_LABEL, field: 'note', record: 'mark', width: 10, hidden: true },
    cell: ({ staffId }) => marks.get(staffId) ?? null,
  };
}

function personRows(
  people: readonly RosterPerson[],
  columns: readonly RosterColumn[],
): readonly RowSpec[] {
  const sizes = new Map<string, number>();
  for (const { rootCode } of people) sizes.set(rootCode, (sizes.get(rootCode) ?? 0) + 1);
  let root = '';
  return people.flatMap((person, index): RowSpec[] => {
    const cells: CellInput[] = [index + 1, ...columns.map(({ cell }) => cell(person))];
    const isFirst = person.rootCode !== root;
    root = person.rootCode;
    const section = `${person.rootUnit} (${sizes.get(root) ?? 0} người)`;
    return isFirst && sizes.size > 1
      ? [
          { kind: 'section', text: section },
          { kind: 'cells', cells },
        ]
      : [{ kind: 'cells', cells }];
  });
}

/** Columns whose example is the first value to choose from. */
const NAMED = new Set(['unit', 'position']);

/** An invented person. */
const EXAMPLES: Readonly<Record<string, CellInput>> = {
  personalNumber: '011080000000',
  fullName: 'Nguyễn Văn A',
  bornMale: '1980-05-12',
  ethnicity: 'Thái',
  religion: 'Không',
  homeText: 'Xã Mường Phăng, huyện Điện Biên',
  recruitedOn: '2005-09-01',
  partyProbationaryOn: '2008-02-03',
  partyOfficialOn: '2009-02-03',
  generalEducation: '12/12',
  degree: 'Đại học',
  major: 'Luật',
  studyMode: 'Chính quy',
  politicalTheory: 'Trung cấp',
  stateManagement: 'Chuyên viên',
  foreignLanguage: 'Tiếng Anh B1',
  informatics: 'Ứng dụng CNTT cơ bản',
  rank: '01.003',
  step: 5,
  coefficient: 3.66,
  stepOn: '2024-01-01',
  insuranceYears: 19,
  wish: 'Ở lại',
};
