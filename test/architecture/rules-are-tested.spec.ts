import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { isSpec, ROOT, tsFilesUnder } from './source-files.js';

/** The names of the functions that a file exports. */
function exportedFunctions(text: string): string[] {
  const source = ts.createSourceFile('rules.ts', text, ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) && isExported(statement)) {
      return statement.name === undefined ? [] : [statement.name.text];
    }
    if (!ts.isVariableStatement(statement) || !isExported(statement)) return [];
    return statement.declarationList.declarations
      .filter(({ initializer }) => initializer !== undefined && isFunction(initializer))
      .flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  });
}

function isExported(statement: ts.FunctionDeclaration | ts.VariableStatement): boolean {
  return (statement.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}

function isFunction(expression: ts.Expression): boolean {
  return ts.isArrowFunction(expression) || ts.isFunctionExpression(expression);
}

/** The text of a spec without its imports and comments, which test nothing. */
function bodyOf(text: string): string {
  const source = ts.createSourceFile('a.spec.ts', text, ts.ScriptTarget.Latest);
  return source.statements
    .filter((statement) => !ts.isImportDeclaration(statement))
    .map((statement) => statement.getText(source))
    .join('\n');
}

function unnamed(rules: readonly string[], specs: string): string[] {
  return rules.filter((name) => !new RegExp(`\\b${name}\\b`).test(specs));
}

function read(folder: string, path: string): string {
  return readFileSync(join(ROOT, folder, path), 'utf8');
}

describe('the search for rules without a test', () => {
  const text = `
    export function agesAreWhole() {}
    export const seatsAreFilled = () => true;
    export const LIMIT = 3;
    function helper() {}`;

  it('finds the exported functions and nothing else', () => {
    expect(exportedFunctions(text)).toEqual(['agesAreWhole', 'seatsAreFilled']);
  });

  it('names a rule that a spec only imports', () => {
    const spec = `import { agesAreWhole, seatsAreFilled } from './a.rules.js';
      it('works', () => expect(seatsAreFilled()).toBe(true));`;
    expect(unnamed(exportedFunctions(text), bodyOf(spec))).toEqual(['agesAreWhole']);
  });
});

describe('every exported rule', () => {
  it('is named in a spec', () => {
    const specs = ['src', 'test', 'data'].flatMap((folder) =>
      tsFilesUnder(folder)
        .filter(isSpec)
        .map((path) => bodyOf(read(folder, path))),
    );
    const everything = specs.join('\n');
    const rules = tsFilesUnder('src').filter((path) => path.endsWith('.rules.ts'));
    const missing = rules.flatMap((path) =>
      unnamed(exportedFunctions(read('src', path)), everything).map((name) => `${path}: ${name}`),
    );
    expect(rules.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });
});
