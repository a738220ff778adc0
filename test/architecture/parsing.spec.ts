import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ROOT, tsFilesUnder } from './source-files.js';

/** Who may parse a workbook: what runs in a thread, or is called by it; and who reads tables that are our own. Stage by stage. */
const PARSERS: Readonly<Record<string, readonly string[]>> = {
  'sheet/xlsx-reader.js': [
    'sheet/table.ts',
    'sheet/patch/patch-workbook.ts',
    'roster/reading/worker/reading.worker.ts',
    'roster/tables/worker/tables.worker.ts',
  ],
  'sheet/patch/patch-workbook.js#markedWorkbook': ['sheet/thread/mark.worker.ts'],
  'sheet/patch/can-patch.js#canPatch': ['sheet/thread/mark.worker.ts'],
  'sheet/table.js#readTable': [
    'sheet/thread/table.worker.ts',
    // Files of data/, and text in the terminal.
    'sheet/own-table.ts',
    'terminal/job-sources.ts',
  ],
};

interface Source {
  readonly path: string;
  readonly text: string;
}

/** Imports of a parser by a file that may not, as `file: parser`. */
function forbidden(files: readonly Source[]): string[] {
  return files.flatMap(({ path, text }) =>
    Object.entries(PARSERS)
      .filter(([parser, allowed]) => importsParser(text, parser) && !allowed.includes(path))
      .map(([parser]) => `${path}: ${parser}`),
  );
}

function importsParser(text: string, parser: string): boolean {
  const [file = '', name] = parser.split('#');
  const base = file.split('/').pop() ?? '';
  const statements = text.match(/import (?!type)[^;]*;/g) ?? [];
  return statements.some(
    (statement) =>
      statement.includes(`/${base}'`) && (name === undefined || statement.includes(name)),
  );
}

describe('the wall before workbooks of senders', () => {
  it('complains of a file that parses one in the thread of the program', () => {
    const text = `import { readWorkbook } from '../sheet/xlsx-reader.js';`;
    expect(forbidden([{ path: 'roster/roster.service.ts', text }])).toEqual([
      'roster/roster.service.ts: sheet/xlsx-reader.js',
    ]);
    const table = `import { readTable, type Table } from '../sheet/table.js';`;
    expect(forbidden([{ path: 'merger/a.controller.ts', text: table }])).toHaveLength(1);
    const type = `import type { Table } from '../sheet/table.js';`;
    expect(forbidden([{ path: 'merger/a.controller.ts', text: type }])).toEqual([]);
  });

  it('stands in the whole of src', () => {
    const files = tsFilesUnder('src')
      .filter((path) => !path.endsWith('.spec.ts'))
      .map((path) => ({ path, text: readFileSync(join(ROOT, 'src', path), 'utf8') }));
    expect(files.length).toBeGreaterThan(100);
    expect(forbidden(files)).toEqual([]);
  });
});
