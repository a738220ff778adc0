import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { isSpec, ROOT, tsFilesUnder } from './source-files.js';

const WORDS = readFileSync(join(ROOT, 'web/src/features/audit/audit.text.ts'), 'utf8');
const ENTRY = /\baction: '([a-z.-]+)'/g;

function actionsIn(text: string): string[] {
  return [...text.matchAll(ENTRY)].map(([, action = '']) => action);
}

/** Actions that the auditor's page has no word for, in either language. */
function withoutWords(actions: readonly string[]): string[] {
  return actions.filter((action) => WORDS.split(`'action.${action}':`).length !== 3);
}

const PARTS = readFileSync(join(ROOT, 'web/src/features/audit/entry.text.ts'), 'utf8');
const HOLDERS = ['before', 'after', 'details'];

/** Names in objects that are called `before`, `after` or `details`, where a text records something. */
function partsIn(text: string): string[] {
  if (!text.includes('trail.record')) return [];
  const found: string[] = [];
  const namesOf = (object: ts.ObjectLiteralExpression): string[] =>
    object.properties.flatMap((each) =>
      ts.isSpreadAssignment(each)
        ? ts.isObjectLiteralExpression(each.expression)
          ? namesOf(each.expression)
          : []
        : [each.name?.getText().replaceAll("'", '') ?? ''],
    );
  const visit = (node: ts.Node): void => {
    if (
      ts.isPropertyAssignment(node) &&
      HOLDERS.includes(node.name.getText()) &&
      ts.isObjectLiteralExpression(node.initializer)
    )
      found.push(...namesOf(node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('read.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

function partsWithoutWords(parts: readonly string[]): string[] {
  return parts.filter((part) => PARTS.split(`'part.${part}':`).length !== 3);
}

describe('every part of an entry of the trail', () => {
  it('is found in a text, and missed where it has no word', () => {
    const text = `this.trail.record(m, a, { details: { rows, ...{ eaten: 1 } }, after: { state: 'x' } })`;
    expect(partsIn(text)).toEqual(['rows', 'eaten', 'state']);
    expect(partsWithoutWords(partsIn(text))).toEqual(['eaten']);
  });

  it('has a word in both languages of the page', () => {
    const parts = tsFilesUnder('src')
      .filter((path) => !isSpec(path))
      .flatMap((path) => partsIn(readFileSync(join(ROOT, 'src', path), 'utf8')));
    expect(parts.length).toBeGreaterThan(80);
    expect([...new Set(partsWithoutWords(parts))]).toEqual([]);
  });
});

describe('every act that goes to the trail', () => {
  it('is found in a text, and missed where it has no word', () => {
    expect(actionsIn(`record(manager, actor, { action: 'roster.eaten', subject })`)).toEqual([
      'roster.eaten',
    ]);
    expect(withoutWords(['roster.eaten', 'roster.promoted'])).toEqual(['roster.eaten']);
  });

  it('has a word in both languages of the page', () => {
    const actions = tsFilesUnder('src')
      .filter((path) => !isSpec(path))
      .flatMap((path) => actionsIn(readFileSync(join(ROOT, 'src', path), 'utf8')));
    expect(actions.length).toBeGreaterThan(20);
    expect([...new Set(withoutWords(actions))]).toEqual([]);
  });
});
