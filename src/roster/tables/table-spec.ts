import type { DateSystem } from '../../sheet/date-serial.js';
import type { RowPlace } from '../record.js';
import type { RowValues } from '../reading/row-values.js';

/** A plain table, row by row of one thing each: what its columns may mean, and what a row says. */
export interface TableSpec<F extends string, R> {
  /** As people call it: "nguyện vọng". */
  readonly name: string;
  readonly fields: readonly TableField<F>[];
  /** What a label beyond those of `fields` means: of columns that stand once a year. */
  readonly fieldOf?: (label: string) => F | null;
  /** Of each line a table must have one. */
  readonly essential: readonly (readonly F[])[];
  /** What a row says; whatever cannot be read is null and reported to `values`. */
  record(values: RowValues<F>, context: TableContext<F>): R;
}

export interface TableField<F extends string> {
  readonly field: F;
  /** As a template of ours writes it; `known` holds it. */
  readonly label: string;
  /** Known labels, folded, punctuation as spaces. The first field that fits counts. */
  readonly known: RegExp;
}

/** What holds for a row beside its cells. */
export interface TableContext<F extends string> {
  readonly place: RowPlace;
  readonly dateSystem: DateSystem;
  /** What the columns of the table mean. */
  readonly fields: ReadonlySet<F>;
}

/** Rows below a header that say nothing of their own. */
export interface SkippedTableRows {
  blank: number;
  /** Column numbers, the header again, the example of a template. */
  numbering: number;
  totals: number;
  /** Signatures and remarks below the table. */
  footer: number;
}
