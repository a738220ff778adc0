import { columnLetters } from '../../sheet/cell-reference.js';
import { folded } from '../../shared/text.js';
import { labelsOf, type Labelled } from '../reading/columns.js';
import { labelKey } from '../reading/fields.js';
import type { SheetGrid } from '../reading/sheet-grid.js';
import type { TableSpec } from './table-spec.js';

/** A column of a table; `field` null = nothing that we know. */
export interface TableColumn<F extends string> {
  readonly column: number;
  readonly letters: string;
  readonly label: string;
  readonly field: F | null;
}

export interface TableHeader<F extends string> {
  readonly row: number;
  /** Below `row` where its labels are merged downwards. */
  readonly lastRow: number;
  readonly columns: readonly TableColumn<F>[];
}

/** What somebody said that a label means. */
export interface LabelChoice {
  readonly label: string;
  readonly field: string | null;
}

/** Rows with content in which a header is looked for. */
const ROWS_SEARCHED = 60;
/** A table of fewer known columns is none. */
const FEWEST = 2;

/** The row with the most known labels, with what its columns mean; null where no row looks like a header. */
export function findTableHeader<F extends string>(
  grid: SheetGrid,
  spec: TableSpec<F, unknown>,
  choices: readonly LabelChoice[],
): TableHeader<F> | null {
  const headers = grid.rows
    .slice(0, ROWS_SEARCHED)
    .map(({ row }) => headerAt(grid, row, { spec, choices }));
  const counts = headers.map(({ columns }) => columns.filter(({ field }) => field !== null).length);
  const most = Math.max(0, ...counts);
  return most < FEWEST ? null : (headers[counts.indexOf(most)] ?? null);
}

function headerAt<F extends string>(
  grid: SheetGrid,
  row: number,
  means: { readonly spec: TableSpec<F, unknown>; readonly choices: readonly LabelChoice[] },
): TableHeader<F> {
  const labels = labelsOf({ grid, firstRow: row, lastRow: row, below: [] });
  const merged = grid.mergesAt(row);
  return {
    row,
    lastRow: Math.max(row, ...merged.map((each) => each.lastRow)),
    columns: columnsOf(labels, means),
  };
}

/** A field is given to one column: what somebody chose goes first, then the first column that fits. */
function columnsOf<F extends string>(
  labels: readonly Labelled[],
  {
    spec,
    choices,
  }: { readonly spec: TableSpec<F, unknown>; readonly choices: readonly LabelChoice[] },
): readonly TableColumn<F>[] {
  const chosen = new Map(choices.map(({ label, field }) => [label, field as F | null]));
  const fieldFor = ({ label, path }: Labelled): F | null => {
    const choice = chosen.get(labelKey(label));
    return choice === undefined ? fieldOfLabel(path, spec) : choice;
  };
  const isChosen = ({ label }: Labelled): boolean => chosen.has(labelKey(label));
  const taken = new Map<F, number>();
  for (const each of [...labels].sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)))) {
    const field = fieldFor(each);
    if (field !== null && !taken.has(field)) taken.set(field, each.column);
  }
  return labels.map((each) => {
    const field = fieldFor(each);
    const { column, label } = each;
    const isFirst = field !== null && taken.get(field) === column;
    return { column, letters: columnLetters(column), label, field: isFirst ? field : null };
  });
}

/** What a label means in a kind of table; null = nothing that we know. */
export function fieldOfLabel<F extends string>(
  label: string,
  { fields, fieldOf }: TableSpec<F, unknown>,
): F | null {
  const words = folded(label)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (words === '') return null;
  return fields.find(({ known }) => known.test(words))?.field ?? fieldOf?.(label) ?? null;
}
