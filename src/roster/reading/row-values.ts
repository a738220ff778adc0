import { classOfField, protectedMessage } from '../../access/fields/fields.rules.js';
import type { Issue } from '../../shared/issue.js';
import { normalised } from '../../shared/text.js';
import type { Cell } from '../../sheet/workbook.js';
import type { Field } from './fields.js';
import { saysNothing } from './values/nothing.js';
import { ownIsMissing } from './values/same-as-above.js';
import type { GridRow, SheetGrid } from './sheet-grid.js';
import { bad, type Fault, type Reading } from './values/fault.js';

/** A column that means something. */
interface MeantColumn<F extends string> {
  readonly column: number;
  readonly letters: string;
  readonly label: string;
  readonly field: F | null;
}

/** Columns by what they mean; several only for the name. */
export type ColumnsByField<F extends string = Field> = ReadonlyMap<F, readonly MeantColumn<F>[]>;

export function columnsByField<F extends string>(header: {
  readonly columns: readonly MeantColumn<F>[];
}): ColumnsByField<F> {
  const columns = new Map<F, MeantColumn<F>[]>();
  for (const column of header.columns)
    if (column.field !== null)
      columns.set(column.field, inOrder([...(columns.get(column.field) ?? []), column]));
  return columns;
}

/** The parts of a name in the order in which it is said: "Tên" may stand before "Họ và tên đệm". */
function inOrder<C extends { readonly label: string }>(parts: readonly C[]): C[] {
  const isGiven = ({ label }: C): boolean => /^t[eê]n$/iu.test(label.trim());
  return [...parts.filter((each) => !isGiven(each)), ...parts.filter(isGiven)];
}

/** Fields that one merged cell may give to several rows below each other. */
const SHARED_DOWN: readonly string[] = ['unit', 'district', 'proposedUnit', 'position'];

/** The cells of one row by what they mean; what is wrong with them goes to `issues` with its place. */
export class RowValues<F extends string = Field> {
  private reported: Set<string> | null = null;

  constructor(
    private readonly row: GridRow,
    private readonly columns: ColumnsByField<F>,
    private readonly grid: SheetGrid,
    private readonly place: { readonly file: string; readonly sheet: string },
    private readonly issues: Issue[],
  ) {}

  has(field: F): boolean {
    return this.columns.has(field);
  }

  /** Whether a field's cell holds anything, readable or not; a dash is nothing. */
  isFilled(field: F): boolean {
    return (this.columns.get(field) ?? []).some((column) => {
      const cell = this.cellAt(field, column.column);
      if (cell === undefined) return false;
      return isUncalculated(cell) || !saysNothing(field, this.textAt(field, column.column));
    });
  }

  /** The text of a field, null for an empty cell; two name columns joined, of others the first that says something. */
  text(field: F): string | null {
    let joined: string | null = null;
    for (const column of this.columns.get(field) ?? []) {
      if (this.usable(field, column) === null) continue;
      this.reportShared(field, column);
      const text = this.textAt(field, column.column);
      if (joined === null) joined = text;
      else if (field === 'fullName') joined += ` ${text}`;
    }
    return joined;
  }

  /** The value of a field as `read` takes it from its cell; null for an empty or unreadable one. */
  value<T>(field: F, read: (cell: Cell) => Reading<T>): T | null {
    const column = this.columns.get(field)?.[0];
    const cell = column === undefined ? null : this.usable(field, column);
    if (column === undefined || cell === null) return null;
    const { value, faults } = read(cell);
    for (const fault of faults) this.report(protectedFault(field, fault, cell), column.letters);
    return value;
  }

  /** Reports what is wrong with a field, at its first column; with the row where it has none. */
  reportAt(field: F, given: Fault): void {
    const fault = protectedFault(field, given);
    this.report(fault, this.columns.get(field)?.[0]?.letters ?? '');
  }

  /** A cell that is looked at twice is reported once. */
  private report({ code, severity, message }: Fault, column: string): void {
    const key = `${column} ${code}`;
    this.reported ??= new Set();
    if (this.reported.has(key)) return;
    this.reported.add(key);
    this.issues.push({ ...this.place, row: this.row.row, column, code, severity, message });
  }

  private usable(field: F, column: MeantColumn<F>): Cell | null {
    const cell = this.cellAt(field, column.column);
    if (cell === undefined) return null;
    const text = this.textAt(field, column.column);
    const fault = unusable(cell) ?? ownIsMissing(field, text);
    if (fault !== null) this.report(protectedFault(field, fault, cell), column.letters);
    return fault !== null || saysNothing(field, text) ? null : cell;
  }

  /** People who share a post by a merged cell are told; a unit is shared as a matter of course. */
  private reportShared(field: F, { column, letters }: MeantColumn<F>): void {
    const from = field === 'position' ? this.sharedFrom(field, column) : null;
    if (from !== null) this.report(sharedPost(from), letters);
  }

  /** The row above whose merged cell gives the value; null = the row has its own or none. */
  private sharedFrom(field: F, column: number): number | null {
    if (this.row.cells[column] !== undefined || !SHARED_DOWN.includes(field)) return null;
    const { row } = this.row;
    const merge = this.grid
      .mergesAt(row)
      .find((each) => each.firstColumn <= column && column <= each.lastColumn);
    return merge !== undefined && merge.firstRow < row ? merge.firstRow : null;
  }

  private cellAt(field: F, column: number): Cell | undefined {
    return this.sharedFrom(field, column) === null
      ? this.row.cells[column]
      : this.grid.shownAt(this.row.row, column);
  }

  private textAt(field: F, column: number): string {
    return this.sharedFrom(field, column) === null
      ? (this.row.texts[column] ?? '')
      : this.grid.textAt(this.row.row, column);
  }
}

/** Messages are stored and shown to everybody who may send rosters: they name the cell, never what a protected one says. */
function protectedFault(field: string, fault: Fault, cell?: Cell): Fault {
  const fieldClass = classOfField('record', field);
  return {
    ...fault,
    message: protectedMessage(fieldClass, fault.message, normalised(cell?.text ?? '')),
  };
}

function sharedPost(row: number): Fault {
  return {
    ...{ code: 'roster.post-merged', severity: 'note' },
    message: `Ô chức vụ được gộp với dòng ${row}, nên người này được hiểu là giữ cùng chức vụ. Nếu không đúng, hãy bỏ gộp và ghi riêng.`,
  };
}

function isUncalculated({ kind, formula }: Cell): boolean {
  return kind === 'blank' && formula;
}

function unusable(cell: Cell): Fault | null {
  if (isUncalculated(cell))
    return bad(
      'roster.formula-not-calculated',
      'Ô chứa công thức chưa được tính. Hãy mở tệp bằng Excel, lưu lại rồi gửi lại, hoặc thay công thức bằng giá trị.',
    ).faults[0]!;
  if (cell.kind === 'error')
    return bad('roster.cell-error', `Ô báo lỗi ${cell.text}. Hãy sửa công thức hoặc nhập giá trị.`)
      .faults[0]!;
  return null;
}
