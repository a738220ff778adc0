import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
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
