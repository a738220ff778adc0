import { readdirSync, readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { dataPath } from '../src/shared/project-root.js';
import { readWorkbook } from '../src/sheet/xlsx-reader.js';

/** Reads all demo workbooks with one reader and prints seconds, rows with content and peak memory as JSON. */
const READERS: Readonly<Record<string, (bytes: Buffer) => Promise<number>>> = {
  async ours(bytes) {
    const { sheets } = await readWorkbook(bytes);
    return sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  },
  async exceljs(bytes) {
    const book = new exceljs.Workbook();
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    return book.worksheets.reduce((sum, sheet) => sum + sheet.actualRowCount, 0);
  },
};

const reader = READERS[process.argv[2] ?? ''];
if (reader === undefined) throw new Error('ours or exceljs');
const files = readdirSync(dataPath('demo'))
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => readFileSync(dataPath('demo', name)));
const from = performance.now();
let rows = 0;
for (const bytes of files) rows += await reader(bytes);
const seconds = (performance.now() - from) / 1000;
const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ seconds, rows, peakMemoryMb }));
