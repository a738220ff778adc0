// Marks the senders' workbooks and writes one of ours with harmful texts, for compare_patched.py: node test/sheet-fixtures/patch.mjs OUT. Needs npm run build:api.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { columnLetters } from '../../dist/src/sheet/cell-reference.js';
import { patchWorkbook } from '../../dist/src/sheet/patch/patch-workbook.js';
import { writeWorkbook } from '../../dist/src/sheet/xlsx-writer.js';
import { readWorkbook } from '../../dist/src/sheet/xlsx-reader.js';

const NAMES = [
  'sender-openpyxl',
  'sender-libreoffice',
  'sender-excel',
  'roster-openpyxl',
  'roster-libreoffice',
  'kinds-libreoffice',
];
const SEVERITIES = ['error', 'warning', 'note'];
const folder = process.argv[2];
await mkdir(folder, { recursive: true });

for (const name of NAMES) {
  const bytes = await readFile(new URL(`../fixtures/ok/sheet/${name}.xlsx`, import.meta.url));
  const marks = marksFor(await readWorkbook(bytes));
  const result = await patchWorkbook(bytes, marks);
  if (result.refused) throw new Error(`${name}: ${result.refused.code}`);
  await writeFile(join(folder, `${name}.before.xlsx`), bytes);
  await writeFile(join(folder, `${name}.after.xlsx`), result.bytes);
  await writeFile(
    join(folder, `${name}.json`),
    JSON.stringify({ ...marks, notWritten: result.notWritten }),
  );
}

const HARMFUL = [
  '=1+1',
  '+84912',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '＋1',
  '=HYPERLINK("x")',
  "'=1",
  '=cmd|x',
];
await writeFile(
  join(folder, 'harmful.export.xlsx'),
  await writeWorkbook({
    createdAt: '2025-06-30T00:00:00Z',
    stamp: { mark: null, text: '=1+1' },
    sheets: [
      {
        name: '=1',
        title: '=1+1',
        notice: ['+1'],
        paper: 'A4',
        columns: HARMFUL.map((label) => ({ label, choices: ['=1', '@a'], note: '=1' })),
        rows: [
          { kind: 'section', text: '=1+1' },
          { kind: 'cells', cells: HARMFUL },
        ],
      },
    ],
  }),
);

/** A pattern over all cells and some that are not there: marked, corrected, both or neither. */
function marksFor(book) {
  const issues = [];
  const corrections = [];
  for (const { name: sheet } of book.sheets)
    for (let row = 1; row <= 15; row++)
      for (let column = 1; column <= 12; column++) {
        const place = { sheet, row, column: columnLetters(column) };
        const turn = (row * 7 + column * 5) % 11;
        if (turn < 3)
          issues.push({
            ...place,
            severity: SEVERITIES[turn],
            message: `Sai <${turn}> & "${row}"`,
            choices: turn === 1 ? ['a, b', '<c>'] : [],
          });
        if (turn === 2 || turn === 5)
          corrections.push({ ...place, text: row % 4 === 0 ? '' : `=1+${row} & <x>` });
      }
  issues.push({
    sheet: book.sheets[0].name,
    row: 0,
    column: '',
    severity: 'note',
    message: 'Cả trang.',
  });
  return { mark: 'batch/1', issues, corrections };
}
