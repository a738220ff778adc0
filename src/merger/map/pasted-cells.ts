import { folded, normalised } from '../../shared/text.js';

/** A line of pasted text by its columns. */
export interface PastedCells {
  readonly line: number;
  readonly oldText: string;
  readonly newText: string;
  readonly shareText: string;
  readonly mainText: string;
}

type Column = 'old' | 'new' | 'share' | 'main';

/** In the order of the questions: "đơn vị kế thừa chính" is no "đơn vị cũ". */
const LABELS: readonly (readonly [Column, RegExp])[] = [
  ['share', /ty le|phan tram|share|percent/],
  ['main', /chinh$|main/],
  ['old', /\bcu\b|\bold\b|^old_/],
  ['new', /\bmoi\b|\bnew\b|^new_/],
];
const PLAIN: readonly (Column | null)[] = ['old', 'new', 'share', 'main'];

/** Lines with something in them; of two columns of a kind (code and name) the first that is filled counts. */
export function pastedCells(text: string): PastedCells[] {
  const lines = text
    .split(/\r\n|\n|\r/)
    .map((line, at) => ({ line: at + 1, cells: line.split('\t').map(unquoted) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const labels = labelsOf(lines[0]?.cells ?? []);
  const columns = labels ?? PLAIN;
  return (labels ? lines.slice(1) : lines).map(({ line, cells }) => {
    const of = (column: Column): string =>
      cells.find((cell, at) => columns[at] === column && cell !== '') ?? '';
    return {
      ...{ line, oldText: of('old'), newText: of('new') },
      ...{ shareText: of('share'), mainText: of('main') },
    };
  });
}

/** A first line is one of labels where it names both an old and a new unit's column. */
function labelsOf(cells: readonly string[]): readonly (Column | null)[] | null {
  const found = cells.map(
    (cell) => LABELS.find(([, label]) => label.test(folded(cell)))?.[0] ?? null,
  );
  return found.includes('old') && found.includes('new') ? found : null;
}

/** A spreadsheet puts a cell with quotes or line ends into quotes. */
function unquoted(cell: string): string {
  const text = normalised(cell);
  return text.length > 1 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"').trim()
    : text;
}
