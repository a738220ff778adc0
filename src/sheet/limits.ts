/** What a workbook may cost before it is refused; a file beyond it is a mistake or an attack, not a roster. */
export interface SheetLimits {
  readonly compressedBytes: number;
  readonly unpackedBytes: number;
  readonly entries: number;
  /** The highest row number with content. */
  readonly rows: number;
  /** The highest column number with content. */
  readonly columns: number;
  /** Cells with content in one sheet. */
  readonly cells: number;
}

const MEBIBYTE = 1_048_576;

/** Room for 50,000 × 25 cells several times over. */
export const DEFAULT_LIMITS: SheetLimits = {
  compressedBytes: 32 * MEBIBYTE,
  unpackedBytes: 256 * MEBIBYTE,
  entries: 2_000,
  rows: 200_000,
  columns: 500,
  cells: 5_000_000,
};
