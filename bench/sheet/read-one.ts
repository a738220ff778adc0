import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import sheetjs from 'xlsx';
import { rowsOf } from '../../src/sheet/xlsx-reader.js';

/** Reads a workbook of one sheet with one reader and prints seconds, rows, cells and peak memory as JSON. */
interface Count {
  rows: number;
  cells: number;
}

/** What each reader knows of a cell is looked at, so that nobody is quick by leaving it for later. */
const READERS: Readonly<Record<string, (path: string, count: Count) => Promise<void>>> = {
  async ours(path, count) {
    for await (const { cells } of rowsOf(readFileSync(path))) {
      count.rows++;
      for (const { text, value } of cells) if (text !== '' && value !== null) count.cells++;
    }
  },
  async exceljs(path, count) {
    const book = new exceljs.Workbook();
    await book.xlsx.readFile(path);
    for (const sheet of book.worksheets) sheet.eachRow((row) => countCells(row, count));
  },
  async 'exceljs-stream'(path, count) {
    const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache' } as const;
    for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(path, options))
      for await (const row of sheet) countCells(row, count);
  },
  sheetjs(path, count) {
    const book = sheetjs.read(readFileSync(path), { cellDates: true });
    for (const name of book.SheetNames) {
      const sheet = book.Sheets[name];
      if (sheet === undefined) continue;
      for (const row of sheetjs.utils.sheet_to_json<unknown[]>(sheet, {
        header: 1,
        blankrows: false,
      })) {
        count.rows++;
        for (const value of row) if (value !== undefined && value !== null) count.cells++;
      }
    }
    return Promise.resolve();
  },
};

function countCells(row: exceljs.Row, count: Count): void {
  count.rows++;
  row.eachCell(({ value }) => {
    if (value !== null) count.cells++;
  });
}

const [reader = '', path = ''] = process.argv.slice(2);
const read = READERS[reader];
if (read === undefined) throw new Error(Object.keys(READERS).join(', '));
const count: Count = { rows: 0, cells: 0 };
const cpu = process.cpuUsage();
const from = performance.now();
await read(path, count);
const seconds = (performance.now() - from) / 1000;
const { user, system } = process.cpuUsage(cpu);
const processor = (user + system) / 1_000_000;
const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ seconds, processor, ...count, peakMemoryMb }));
