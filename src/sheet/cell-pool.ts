import { cellOf, type CellContext } from './cell-value.js';
import type { CellStyle } from './styles.js';
import type { Cell } from './workbook.js';

/** A `c` element without formula and inline string: its texts come again and again down a column. */
export interface PlainCell {
  readonly column: number;
  readonly type: string;
  /** As it stands; of a shared text its number will do. */
  readonly raw: string | number;
  readonly style: CellStyle;
}

/** So many different texts are looked at before a column is called one where none comes again. */
const TRIED = 1_000;
/** Texts that a column keeps; what comes later is made anew. */
const MOST = 20_000;

/** The cells of one column, type and style. */
interface Pool {
  readonly type: string;
  readonly style: CellStyle;
  /** null = its texts do not come again. */
  cells: Map<string | number, Cell> | null;
  found: number;
}

/**
 * One cell for all that say the same in a column: a roster of 50,000 rows has a million cells and a few thousand
 * different ones.
 */
export class CellPool {
  private readonly columns: Pool[][] = [];

  constructor(private readonly context: CellContext) {}

  /** As `cellOf`. @throws BadInput `sheet.damaged` */
  cellOf(plain: PlainCell): Cell | null {
    const pool = this.poolOf(plain);
    const known = pool.cells?.get(plain.raw);
    if (known !== undefined) {
      pool.found++;
      return known;
    }
    const { raw } = plain;
    const cell = cellOf({ ...plain, raw: `${raw}`, inline: null, formula: false }, this.context);
    if (cell !== null && pool.cells !== null) keep(pool, raw, cell);
    return cell;
  }

  private poolOf({ column, type, style }: PlainCell): Pool {
    const pools = (this.columns[column] ??= []);
    for (const pool of pools) if (pool.type === type && pool.style === style) return pool;
    const pool: Pool = { type, style, cells: new Map(), found: 0 };
    pools.push(pool);
    return pool;
  }
}

function keep(pool: Pool, raw: string | number, cell: Cell): void {
  const { cells, found } = pool;
  if (cells === null || cells.size >= MOST) return;
  cells.set(raw, cell);
  if (cells.size >= TRIED && found < cells.size) pool.cells = null;
}
