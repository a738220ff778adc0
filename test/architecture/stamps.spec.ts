import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { isSpec, ROOT, tsFilesUnder } from './source-files.js';

const WRITER = 'writeWorkbook';

/** Calls of the writer of workbooks whose specification names no stamp, by line. */
function unstamped(text: string): number[] {
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === WRITER) {
      const [spec] = node.arguments;
      const names =
        spec !== undefined && ts.isObjectLiteralExpression(spec)
          ? spec.properties.map((each) => each.name?.getText(source))
          : [];
      if (!names.includes('stamp'))
        lines.push(source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}

describe('the search for workbooks without a stamp', () => {
  it('finds a call that names none and lets the others pass', () => {
    expect(unstamped(`${WRITER}({ sheets, createdAt })`)).toEqual([1]);
    expect(unstamped(`\n${WRITER}(spec)`)).toEqual([2]);
    expect(unstamped(`${WRITER}({ sheets, createdAt, stamp })`)).toEqual([]);
  });
});

describe('every workbook that leaves', () => {
  it('says who took it out and carries the mark', () => {
    const producers = tsFilesUnder('src').filter(
      (path) =>
        !isSpec(path) &&
        path !== 'sheet/xlsx-writer.ts' &&
        readFileSync(join(ROOT, 'src', path), 'utf8').includes(`${WRITER}(`),
    );
    expect(producers).toContain('report/write-reports.ts');
    const faults = producers.flatMap((path) =>
      unstamped(readFileSync(join(ROOT, 'src', path), 'utf8')).map((line) => `${path}:${line}`),
    );
    expect(faults).toEqual([]);
  });
});
