import type { CellTexts } from '../../reading/cell-texts.js';
import type { CellOverride } from '../../reading/repair.js';
import type { ReadRow } from '../../sheet-kind.js';
import type { TablesReading } from '../read-tables.js';
import type { LabelChoice } from '../table-header.js';
import type { TableKind } from '../table-kinds.js';

/** A workbook, what it holds, and what was said of it beside its bytes. */
export interface TablesOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind: TableKind;
  readonly choices: readonly LabelChoice[];
  readonly overrides: readonly CellOverride[];
}

/** How far the reading is, or the next rows. */
export type TablesPiece =
  | { readonly progress: number }
  | { readonly rows: readonly ReadRow<unknown>[]; readonly cells: readonly CellTexts[] };

/** What is said beside the rows. */
export type TablesAnswer = Omit<TablesReading<unknown>, 'rows'>;
