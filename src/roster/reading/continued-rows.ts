import { classOfField, protectedMessage } from '../../access/fields/fields.rules.js';
import type { Issue, Severity } from '../../shared/issue.js';
import { labelOfFurther } from './fields.js';
import type { Header } from './header.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';
import { rowRanges } from './row-ranges.js';
import { isSameAsAbove } from './values/same-as-above.js';

/** A person's row with what the rows below it say of the same person. */
export interface WholeRow {
  readonly row: GridRow;
  /** What stands under a cell that is filled already, by the label of its column. */
  readonly kept: Readonly<Record<string, string>>;
  /** Rows of the body that go on with it. */
  readonly continued: number;
}

/** More rows are no second degree or post, but a name over a whole section. */
const MOST_ROWS = 10;
/** In these a second value would be a second person. */
const WHO = /^(ordinal|personalNumber|fullName|born.*|sex|maleMark|femaleMark)$/;

type Column = Header['columns'][number];

/** One person over several rows: the cell of the name or of the number is merged downwards, and the rows under it name nobody. */
export class ContinuedRows {
  private readonly names: readonly number[];
  private readonly joining: readonly number[];

  constructor(
    private readonly header: Header,
    private readonly grid: SheetGrid,
    private readonly place: { readonly file: string; readonly sheet: string },
    private readonly issues: Issue[],
  ) {
    const of = (field: string): number[] =>
      header.columns.filter((each) => each.field === field).map(({ column }) => column);
    this.names = of('fullName');
    this.joining = [...this.names, ...of('personalNumber')];
  }

  /**
   * @param at the place of a person's row in the body
   * @param hasSecondLine the next row names nobody and goes on about this person, although nothing is merged
   */
  whole(body: readonly GridRow[], at: number, hasSecondLine: boolean): WholeRow {
    const row = body[at]!;
    const last = this.lastRowOf(row.row);
    if (last === row.row)
      return hasSecondLine
        ? this.withSecondLine(row, body[at + 1]!)
        : { row, kept: {}, continued: 0 };
    let whole = row;
    const kept: [string, string][] = [];
    let continued = 0;
    for (; (body[at + continued + 1]?.row ?? Infinity) <= last; continued++) {
      const next = body[at + continued + 1]!;
      if (this.namesSomebodyElse(row, next)) break;
      whole = this.joined(whole, next, {
        first: row,
        kept,
        number: next.row - row.row + 1,
        isMerged: true,
      });
    }
    this.reportBlank(row.row, last, body.slice(at + 1, at + 1 + continued));
    return { row: whole, kept: Object.fromEntries(kept), continued };
  }

  private withSecondLine(row: GridRow, next: GridRow): WholeRow {
    const kept: [string, string][] = [];
    const whole = this.joined(row, next, { first: row, kept, number: 2, isMerged: false });
    return { row: whole, kept: Object.fromEntries(kept), continued: 1 };
  }

  private lastRowOf(row: number): number {
    const merges = this.grid.mergesAt(row);
    if (merges.length === 0) return row;
    const last = merges
      .filter(
        ({ firstRow, firstColumn, lastColumn }) =>
          firstRow === row &&
          this.joining.some((column) => firstColumn <= column && column <= lastColumn),
      )
      .reduce((most, { lastRow }) => Math.max(most, lastRow), row);
    return last - row < MOST_ROWS ? last : row;
  }

  /** A value under a merged cell is not seen, but may be there. */
  private namesSomebodyElse(first: GridRow, next: GridRow): boolean {
    return this.names.some((column) => {
      const name = next.texts[column] ?? '';
      return name !== '' && name !== (first.texts[column] ?? '');
    });
  }

  private joined(
    whole: GridRow,
    next: GridRow,
    to: {
      readonly first: GridRow;
      readonly kept: [string, string][];
      readonly number: number;
      readonly isMerged: boolean;
    },
  ): GridRow {
    const [cells, texts] = [[...whole.cells], [...whole.texts]];
    const [taken, kept]: [string[], string[]] = [[], []];
    for (const column of this.header.columns) {
      const text = next.texts[column.column] ?? '';
      const before = whole.texts[column.column] ?? '';
      if (text === '' || text === before || isSameAsAbove(text)) continue;
      if (before === '') {
        cells[column.column] = next.cells[column.column];
        texts[column.column] = text;
        taken.push(column.letters);
      } else if (WHO.test(column.field ?? '')) this.report(next.row, column, anotherPerson(text));
      else {
        to.kept.push([labelOfFurther(to.number, column.label), text]);
        kept.push(column.letters);
      }
    }
    const said = to.isMerged ? goesOn : nameless;
    this.report(next.row, null, said(to.first.row, taken, kept));
    return { ...whole, cells, texts };
  }

  private reportBlank(first: number, last: number, continued: readonly GridRow[]): void {
    const filled = new Set(
      continued.filter((row) => filledTexts(row).length > 0).map(({ row }) => row),
    );
    const blank = Array.from({ length: last - first }, (_each, at) => first + 1 + at).filter(
      (row) => !filled.has(row) && this.grid.rowAt(row) === undefined,
    );
    if (blank.length > 0) this.report(first, null, nothingBelow(rowRanges(blank)));
  }

  private report(
    row: number,
    column: Column | null,
    { code, severity, message }: Pick<Issue, 'code' | 'severity' | 'message'>,
  ): void {
    const fieldClass = column === null ? null : classOfField('record', column.field ?? 'unknown');
    this.issues.push({
      ...{ ...this.place, row, column: column?.letters ?? '', code, severity },
      message: protectedMessage(fieldClass, message, ''),
    });
  }
}

type Said = Pick<Issue, 'code' | 'severity' | 'message'>;

function anotherPerson(text: string): Said {
  return {
    ...{ code: 'roster.rows-merged-differ', severity: 'error' },
    message: `Ô họ tên hoặc số định danh được gộp với dòng trên, nhưng dòng này ghi khác: "${text}". Nếu là một người thì hãy xóa ô này, nếu là hai người thì hãy bỏ gộp và ghi đủ họ tên.`,
  };
}

function goesOn(first: number, taken: readonly string[], kept: readonly string[]): Said {
  const severity: Severity = kept.length > 0 ? 'warning' : 'note';
  return {
    ...{ code: 'roster.rows-merged', severity },
    message: `Dòng này ghi tiếp về người ở dòng ${first} (ô gộp), chỉ tính một người.${taking(taken, kept)}`,
  };
}

function nameless(first: number, taken: readonly string[], kept: readonly string[]): Said {
  return {
    ...{ code: 'roster.rows-joined', severity: 'warning' },
    message: `Dòng này không ghi họ tên, được hiểu là ghi tiếp về người ở dòng ${first}.${taking(taken, kept)} Nếu là người khác, hãy ghi họ tên vào dòng này.`,
  };
}

function taking(taken: readonly string[], kept: readonly string[]): string {
  return [
    taken.length > 0 ? ` Lấy thêm ở cột ${taken.join(', ')}.` : '',
    kept.length > 0
      ? ` Cột ${kept.join(', ')} của dòng trên đã có giá trị: giá trị thứ hai được giữ riêng. Hãy xem giá trị nào cần dùng.`
      : '',
  ].join('');
}

function nothingBelow(rows: string): Said {
  return {
    ...{ code: 'roster.rows-merged', severity: 'note' },
    message: `Người này được gộp nhiều dòng, nhưng dòng ${rows} không ghi gì thêm.`,
  };
}
