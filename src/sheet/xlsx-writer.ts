import type exceljs from 'exceljs';
import { sheetNames } from './sheet-name.js';
import { SheetPainter } from './sheet-painter.js';
import type { WorkbookSpec } from './sheet-spec.js';
import { TEXT_FORMAT } from './sheet-style.js';
import { textValue } from './typed-cell.js';
import { ValueLists, VALUES_SHEET } from './value-lists.js';
import { fixZipTimes } from './zip-times.js';

/** A workbook is read once and kept on a disk: a little larger is better than a lot slower. */
const FAST = { zip: { compressionOptions: { level: 1 } } };

/**
 * Writes an .xlsx workbook in the look of Vietnamese offices. Equal specifications give equal bytes.
 *
 * @throws RangeError for a cell with a number that is not finite
 */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Buffer> {
  // Loaded with the first workbook: a start writes none, and the library takes a tenth of it.
  const { default: library } = await import('exceljs');
  const book = new library.Workbook();
  book.creator = spec.author ?? 'Bố Trí';
  book.lastModifiedBy = book.creator;
  book.created = new Date(spec.createdAt);
  book.modified = new Date(spec.createdAt);
  const names = sheetNames(spec.sheets.map((sheet) => sheet.name));
  const values = new ValueLists();
  spec.sheets.forEach((sheet, index) => {
    const state = sheet.state ?? 'visible';
    const worksheet = book.addWorksheet(names[index] ?? sheet.name, { state });
    new SheetPainter(worksheet, sheet, spec.stamp ?? null, values).paint();
  });
  writeValues(book, values);
  return fixZipTimes(Buffer.from(await book.xlsx.writeBuffer(FAST)));
}

/** The hidden sheet of the drop-downs' values, a list in each column. */
function writeValues(book: exceljs.Workbook, { lists }: ValueLists): void {
  if (lists.length === 0) return;
  const sheet = book.addWorksheet(VALUES_SHEET, { state: 'hidden' });
  lists.forEach((list, column) =>
    list.forEach((text, row) => {
      const cell = sheet.getCell(row + 1, column + 1);
      cell.value = textValue(text);
      cell.numFmt = TEXT_FORMAT;
    }),
  );
}
