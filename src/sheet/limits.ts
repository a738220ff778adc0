/** What a workbook may cost before it is refused; a file beyond it is a mistake or an attack, not a roster. */
export interface SheetLimits {
  readonly compressedBytes: number;
  readonly unpackedBytes: number;
  readonly entries: number;
  readonly sheets: number;
  /** The highest row number with content. */
  readonly rows: number;
  /** The highest column number with content. */
  readonly columns: number;
  /** Cells with content in all sheets together; the different texts of the workbook too. */
  readonly cells: number;
  /** Characters of all cells together; the table of texts is held to it by itself. */
  readonly characters: number;
  /** Characters of one cell. */
  readonly cellCharacters: number;
  /** XML elements of all parts together, empty rows and cells among them. */
  readonly elements: number;
  /** Merged ranges of one sheet. */
  readonly merges: number;
  /** Fonts, number formats and cell styles, each. */
  readonly styles: number;
}

const MEBIBYTE = 1_048_576;

/** Room for one file of 50,000 × 25 cells; what Excel itself limits, is limited as there. */
export const DEFAULT_LIMITS: SheetLimits = {
  compressedBytes: 32 * MEBIBYTE,
  unpackedBytes: 192 * MEBIBYTE,
  entries: 2_000,
  sheets: 255,
  rows: 200_000,
  columns: 500,
  cells: 1_500_000,
  characters: 32_000_000,
  cellCharacters: 32_767,
  elements: 6_000_000,
  merges: 100_000,
  styles: 65_536,
};

/** What is left of a limit while something is read; counted down. */
export interface Allowance {
  elements: number;
  cells: number;
  characters: number;
}

export function allowanceOf(limits: SheetLimits): Allowance {
  const { elements, cells, characters } = limits;
  return { elements, cells, characters };
}

/** For one small part, such as a list of relations. */
export const smallPart = (): Pick<Allowance, 'elements'> => ({ elements: 500_000 });
