import { classOfField, protectedMessage } from '../../access/fields/fields.rules.js';
import type { Issue } from '../../shared/issue.js';
import type { Field } from './fields.js';
import type { Header } from './header.js';
import type { GridRow, SheetGrid } from './sheet-grid.js';
import {
  isSameAsAbove,
  nothingAbove,
  OWN_OF_A_PERSON,
  takenFromAbove,
} from './values/same-as-above.js';

/** Marks and ordinals mean something else; units have a rule of their own. */
const ELSEWHERE: ReadonlySet<string> = new Set<Field>([
  'ordinal',
  'maleMark',
  'femaleMark',
  'unit',
]);

type Column = Header['columns'][number];

/** Puts what stands above in the place of signs that say so, row after row of one table. */
export class SignsForAbove {
  private readonly columns: readonly Column[];
  private above: GridRow | null = null;

  constructor(
    header: Header,
    private readonly grid: SheetGrid,
    private readonly place: { readonly file: string; readonly sheet: string },
    private readonly issues: Issue[],
  ) {
    this.columns = header.columns.filter(
      ({ field }) => field === null || !(OWN_OF_A_PERSON.has(field) || ELSEWHERE.has(field)),
    );
  }

  /** A person's row with what its signs mean; the next row may mean this one. */
  resolved(row: GridRow): GridRow {
    const signs = this.columns.filter(({ column }) => isSameAsAbove(row.texts[column] ?? ''));
    const whole = signs.length === 0 ? row : this.filled(row, signs);
    this.above = whole;
    return whole;
  }

  private filled(row: GridRow, signs: readonly Column[]): GridRow {
    const [cells, texts] = [[...row.cells], [...row.texts]];
    for (const { column, letters, field } of signs) {
      const typed = row.texts[column] ?? '';
      const { above } = this;
      const cell = above?.cells[column] ?? this.mergedAbove(column);
      const meant = above?.texts[column] ?? this.mergedTextAbove(column);
      const isThere = cell !== undefined && meant !== '';
      const fault =
        isThere && above !== null ? takenFromAbove(typed, meant, above.row) : nothingAbove(typed);
      cells[column] = isThere ? cell : undefined;
      texts[column] = isThere ? meant : undefined;
      const message = protectedMessage(
        classOfField('record', field ?? 'unknown'),
        fault.message,
        meant,
      );
      this.issues.push({ ...this.place, row: row.row, column: letters, ...fault, message });
    }
    return { ...row, cells, texts };
  }

  private mergedAbove(column: number): GridRow['cells'][number] {
    return this.above === null ? undefined : this.grid.shownAt(this.above.row, column);
  }

  private mergedTextAbove(column: number): string {
    return this.above === null ? '' : this.grid.textAt(this.above.row, column);
  }
}
