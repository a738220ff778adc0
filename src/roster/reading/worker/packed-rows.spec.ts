import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packRows, unpackRows } from './packed-rows.js';

const text = fc.constantFrom('', 'Thái', 'Xã Nà Tấu', '0110800001');
const value = fc.oneof(
  text,
  fc.constant(null),
  fc.integer(),
  fc.array(text, { maxLength: 2 }),
  fc.dictionary(text, text, { maxKeys: 2 }),
);
const row = fc.dictionary(fc.constantFrom('A', 'B', 'AA', 'fullName', 'constructor'), value);

/** What a row has, in the order of its keys. */
function said(each: object): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(each).filter(([, own]) => own !== undefined);
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('packRows', () => {
  it('gives back every row as it was, also out of a thread', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        expect(unpackRows(structuredClone(packRows(rows))).map(said)).toEqual(rows.map(said));
      }),
    );
  });

  it('sends a text once, however many rows say it', () => {
    const rows = Array.from({ length: 1_000 }, () => ({ ethnicity: 'Thái' }));
    expect(packRows(rows).columns).toEqual([
      { key: 'ethnicity', texts: ['Thái'], at: new Int32Array(1_000) },
    ]);
  });
});
