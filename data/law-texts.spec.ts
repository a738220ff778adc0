import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parameterRows } from './tables.js';

const PAIRS = JSON.parse(
  readFileSync(new URL('../web/src/lib/text/law-texts.json', import.meta.url), 'utf8'),
) as readonly (readonly [string, string])[];
/** The same in both languages. */
const SAME = /^(\d*|docs\/decisions\/\d{4})$/;

describe('the words of the law on the page', () => {
  const vietnamese = new Set(PAIRS.map(([vi]) => vi));

  it('name every source, article and note that ships, in both languages', () => {
    const said = parameterRows().flatMap(({ source, note }) => [
      ...[source.document, source.article, note],
    ]);
    const without = said.filter((text) => !SAME.test(text) && !vietnamese.has(text));
    expect([...new Set(without)]).toEqual([]);
  });

  it('stand for one another, one to one', () => {
    expect(vietnamese.size).toBe(PAIRS.length);
    expect(new Set(PAIRS.map(([, en]) => en)).size).toBe(PAIRS.length);
  });
});
