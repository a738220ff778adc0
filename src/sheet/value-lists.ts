import { columnLetters } from './cell-reference.js';

/** Hidden: the values of the drop-downs. */
export const VALUES_SHEET = 'Bố Trí - giá trị';

/** The lists of legal values of a workbook, each once: a column of the hidden sheet. */
export class ValueLists {
  readonly lists: (readonly string[])[] = [];
  private readonly sources = new Map<string, string>();

  /** Where a list stands, as a formula. */
  sourceOf(choices: readonly string[]): string {
    const key = choices.join('\n');
    const known = this.sources.get(key);
    if (known !== undefined) return known;
    const column = columnLetters(this.lists.push(choices));
    const source = `'${VALUES_SHEET}'!$${column}$1:$${column}$${choices.length}`;
    this.sources.set(key, source);
    return source;
  }
}
