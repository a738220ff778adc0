import type { Issue } from '../../shared/issue.js';
import { withoutNumbers } from '../../shared/masking.js';
import { normalised } from '../../shared/text.js';
import { columnLetters } from '../../sheet/cell-reference.js';
import type { CellComment, Sheet } from '../../sheet/workbook.js';
import { labelOfComment } from './fields.js';
import type { Header } from './header.js';

/** What people wrote beside the cells of one sheet; of a person's row it goes with the person. */
export class CellComments {
  private readonly byRow = new Map<number, CellComment[]>();
  private readonly sheet: string;

  constructor(
    { name, comments = [] }: Pick<Sheet, 'name' | 'comments'>,
    private readonly file: string,
    private readonly issues: Issue[],
  ) {
    this.sheet = name;
    for (const comment of comments) {
      const row = this.byRow.get(comment.row) ?? [];
      row.push(comment);
      this.byRow.set(comment.row, row);
    }
  }

  /** What stands beside the cells of a person's rows, by labels of its own: it may say anything, so no message tells it. */
  ofPerson(rows: readonly number[], { columns }: Header): Readonly<Record<string, string>> {
    if (this.byRow.size === 0) return {};
    const kept = new Map<string, string>();
    for (const { row, column, text } of rows.flatMap((each) => this.take(each))) {
      const label = columns.find((each) => each.column === column)?.label;
      const key = labelOfComment(label ?? columnLetters(column));
      const before = kept.get(key);
      kept.set(key, (before === undefined ? '' : `${before}; `) + normalised(text));
      this.report(row, column, `Ô có ghi chú của người gửi, được giữ trong cột '${key}'.`);
    }
    return Object.fromEntries(kept);
  }

  /** The others: over the table they are told; those of headers explain columns and are left. */
  reportRest(headers: readonly Header[]): void {
    const top = headers[0]?.firstRow ?? 0;
    for (const { row, column, text } of [...this.byRow.values()].flat()) {
      if (headers.some(({ firstRow, lastRow }) => firstRow <= row && row <= lastRow)) continue;
      const message =
        row < top
          ? `Ô có ghi chú: "${withoutNumbers(normalised(text))}".`
          : 'Ô có ghi chú nhưng không thuộc dòng của ai nên không được giữ. Hãy xem trong tệp đã gửi.';
      this.report(row, column, message);
    }
  }

  private take(row: number): readonly CellComment[] {
    const found = this.byRow.get(row) ?? [];
    this.byRow.delete(row);
    return found;
  }

  private report(row: number, column: number, message: string): void {
    const place = { file: this.file, sheet: this.sheet, row, column: columnLetters(column) };
    this.issues.push({ ...place, code: 'roster.cell-comment', severity: 'note', message });
  }
}
