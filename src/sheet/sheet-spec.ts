/** A workbook to be written, described as it should look; `writeWorkbook` turns it into bytes. */
export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[];
  /** Instant, ISO; stands in the file's properties, so that equal content gives equal bytes. */
  readonly createdAt: string;
  readonly author?: string;
  /** Stands at the top of every sheet and on every printed page. */
  readonly stamp?: Stamp;
}

/** Who took a workbook out, when and what for, and how secret it is. */
export interface Stamp {
  /** The word in red at the top right, `MẬT`; null = no secret. */
  readonly mark: string | null;
  readonly text: string;
}

export interface SheetSpec {
  /** Characters that Excel forbids in a name are replaced and the name is cut to 31. */
  readonly name: string;
  /** Agency at the top left, the superior one first; absent = neither agency nor national motto. */
  readonly agency?: Agency;
  readonly title?: string;
  /** Lines under the title, in italics: what the figures are and what is assumed. */
  readonly notice?: readonly string[];
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
  readonly paper: 'A3' | 'A4';
  /** The row (1)(2)(3) under the header; default true. */
  readonly numbering?: boolean;
  /** Columns that stay in sight when one scrolls to the right; default 0. */
  readonly frozenColumns?: number;
  /** Empty rows below the others, with borders and drop-downs, for whoever fills them in; default 0. */
  readonly emptyRows?: number;
  /** Default landscape. */
  readonly orientation?: 'portrait' | 'landscape';
  readonly signature?: Signature;
  readonly state?: 'visible' | 'hidden';
}

export interface Agency {
  readonly superior?: string;
  readonly name: string;
}

/** A leaf column, or a header merged over its own columns, to any depth. */
export type ColumnSpec = LeafColumn | ColumnGroup;

export interface ColumnGroup {
  readonly label: string;
  readonly columns: readonly ColumnSpec[];
}

export interface LeafColumn {
  /** By which `chooseColumns` finds it; without one it always stays. */
  readonly key?: string;
  readonly label: string;
  /** Characters; default 12. */
  readonly width?: number;
  /** What its strings mean; default `text`. */
  readonly kind?: 'text' | 'number' | 'date';
  /** Number format of its numbers; default General. */
  readonly format?: string;
  readonly align?: 'left' | 'center' | 'right';
  /** There, but not seen. */
  readonly hidden?: boolean;
  /** A note on its header: what to write in it. */
  readonly note?: string;
  /** The values to choose from in its cells; another one brings a warning. */
  readonly choices?: readonly string[];
}

/**
 * Strings are written as text whatever they begin with; in a `date` column a full day `yyyy-mm-dd` becomes a real date and
 * `yyyy-mm` or `yyyy` the text `mm/yyyy` or `yyyy`. Numbers stay numbers in every column; true is "x", false and null empty.
 */
export type CellInput = string | number | boolean | null;

export type RowSpec =
  | {
      readonly kind: 'cells';
      readonly cells: readonly CellInput[];
      readonly bold?: boolean;
      readonly hidden?: boolean;
    }
  /** A line over the whole width, bold: "I. Khối Đảng", "Xã Mường Phăng". */
  | { readonly kind: 'section'; readonly text: string };

export interface Signature {
  /** "Điện Biên, ngày 30 tháng 6 năm 2025" */
  readonly placeAndDay?: string;
  /** From left to right. */
  readonly signers: readonly { readonly title: string; readonly name?: string }[];
}
