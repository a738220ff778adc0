import { BadInput } from '../shared/errors.js';
import type { Issue } from '../shared/issue.js';
import { normalised } from '../shared/text.js';
import { columnLetters } from './cell-reference.js';
import { csvRecords } from './csv-records.js';
import type { Cell, Row } from './workbook.js';
import { readWorkbook } from './xlsx-reader.js';

/** A table with one header row, out of a .csv file or a sheet: units, merger map, positions, seats. */
export interface Table {
  readonly file: string;
  /** '' for a .csv file. */
  readonly sheet: string;
  /** Labels of the header from left to right; '' where a column has none. Column i stands in sheet column i + 1. */
  readonly columns: readonly string[];
  readonly headerRow: number;
  /** Rows with at least one value. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  /** As Excel shows it. */
  readonly row: number;
  /** By label; every label of the header is there, '' where the cell is empty. Dates are `yyyy-mm-dd`. */
  readonly values: Readonly<Record<string, string>>;
}

interface TextRow {
  readonly row: number;
  /** Sparse: by column, 0-based. */
  readonly texts: readonly string[];
}

/**
 * Reads the first sheet that holds anything, or a .csv file in UTF-8 divided by commas, semicolons or tabs.
 *
 * @throws BadInput `sheet.empty`, `sheet.column-twice`, `sheet.not-utf8`, `sheet.damaged`, or as `readWorkbook` throws
 */
export async function readTable(file: string, bytes: Uint8Array): Promise<Table> {
  if (file.toLowerCase().endsWith('.csv')) return tableOf(file, '', csvRows(bytes));
  const { sheets } = await readWorkbook(bytes);
  const sheet = sheets.find((each) => each.rows.length > 0);
  if (sheet === undefined) throw emptyTable(file);
  return tableOf(file, sheet.name, sheet.rows.map(textRow));
}

/** One issue for each wanted column that the header has not; its message names the column. */
export function requireColumns(table: Table, wanted: readonly string[]): readonly Issue[] {
  return wanted
    .filter((column) => !table.columns.includes(column))
    .map((column) => ({
      file: table.file,
      sheet: table.sheet,
      row: table.headerRow,
      column: '',
      code: 'sheet.column-missing',
      severity: 'error',
      message: `Thiếu cột "${column}". Hãy thêm cột này vào dòng tiêu đề (dòng ${table.headerRow}).`,
    }));
}

/** The letters of a column of the table as Excel shows them; '' where there is no such column. */
export function lettersOf(table: Table, column: string): string {
  return columnLetters(table.columns.indexOf(column) + 1);
}

function tableOf(file: string, sheet: string, all: readonly TextRow[]): Table {
  const [header, ...body] = all.filter((row) => row.texts.some((text) => text !== ''));
  if (header === undefined) throw emptyTable(file);
  const columns = Array.from(header.texts, (text) => text ?? '');
  mustDiffer(file, columns);
  return {
    file,
    sheet,
    columns,
    headerRow: header.row,
    rows: body.map(({ row, texts }) => ({ row, values: valuesOf(columns, texts) })),
  };
}

/** Own properties only, so that a column called `__proto__` is a column. */
function valuesOf(columns: readonly string[], texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap((column, index) => (column === '' ? [] : [[column, texts[index] ?? '']])),
  );
}

function mustDiffer(file: string, columns: readonly string[]): void {
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) < index);
  if (twice !== undefined)
    throw new BadInput(
      'sheet.column-twice',
      `Tệp "${file}" có hai cột cùng tên "${twice}". Hãy đổi tên hoặc xóa một cột.`,
      { file, column: twice },
    );
}

function emptyTable(file: string): BadInput {
  return new BadInput('sheet.empty', `Tệp "${file}" không có dòng nào.`, { file });
}

function csvRows(bytes: Uint8Array): readonly TextRow[] {
  return csvRecords(bytes).map((texts, index) => ({
    row: index + 1,
    texts: texts.map(normalised),
  }));
}

function textRow({ row, cells }: Row): TextRow {
  const texts: string[] = [];
  for (const cell of cells) texts[cell.column - 1] = normalised(textOf(cell));
  return { row, texts: Array.from(texts, (text) => text ?? '') };
}

function textOf(cell: Cell): string {
  return cell.kind === 'date' ? String(cell.value) : cell.text;
}
