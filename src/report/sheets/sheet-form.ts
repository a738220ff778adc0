import { MARK_LABEL } from '../../roster/mark.js';
import { EXAMPLE_MARK } from '../../roster/reading/row-kind.js';
import { dayText } from '../../shared/day.js';
import type { CellInput, LeafColumn, SheetSpec } from '../../sheet/sheet-spec.js';
import { frameOf, type RosterFrame } from '../roster/roster-frame.js';

/** A column of a sheet to be filled in. */
export interface FormColumn extends LeafColumn {
  readonly key: string;
  /** What the invented row has there. */
  readonly example?: CellInput;
}

/** A row with what the registry has, by key of column. */
export interface FormRow {
  readonly cells: Readonly<Record<string, CellInput>>;
  /** By which it is known again; null = it comes back as any other row. */
  readonly mark: string | null;
}

/** A table of a kind of sheets, with what the registry has in it. */
export interface Form {
  readonly name: string;
  readonly title: string;
  /** What to write in it. */
  readonly about: string;
  readonly columns: readonly FormColumn[];
  readonly rows: readonly FormRow[];
}

const EMPTY_ROWS = 30;
const MARK: LeafColumn = { key: 'mark', label: MARK_LABEL, width: 10, hidden: true };

/** A sheet with drop-downs, notes, an example that the reader leaves out, and empty rows. It may be sent back as it is. */
export function formSheet(
  { name, title, about, columns, rows }: Form,
  frame: RosterFrame,
): SheetSpec {
  const cells = (values: FormRow['cells'], mark: string | null): CellInput[] => [
    ...columns.map(({ key }) => values[key] ?? null),
    mark,
  ];
  const examples = Object.fromEntries(columns.map(({ key, example }) => [key, example ?? null]));
  const { agency, paper } = frameOf(frame);
  return {
    ...{ name, title, paper, ...(agency && { agency }) },
    notice: [
      ...frame.notice,
      `${about} Số liệu trong sổ ngày ${dayText(frame.on)}.`,
      `Dòng "${EXAMPLE_MARK}" chỉ để minh họa và không được đọc. Có thể thêm dòng, thêm cột; ô để trống nghĩa là không có.`,
    ],
    columns: [{ label: 'TT', width: 7, align: 'center' }, ...columns, MARK],
    frozenColumns: 2,
    emptyRows: EMPTY_ROWS,
    rows: [
      { kind: 'cells', cells: [EXAMPLE_MARK, ...cells(examples, null)] },
      ...rows.map((row, index) => ({
        kind: 'cells' as const,
        cells: [index + 1, ...cells(row.cells, row.mark)],
      })),
    ],
  };
}
