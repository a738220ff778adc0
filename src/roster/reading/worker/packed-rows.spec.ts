import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { packRows, PackedList, unpackRows, viewsOf } from './packed-rows.js';

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
        expect([...unpackRows(structuredClone(packRows(rows)))].map(said)).toEqual(rows.map(said));
      }),
    );
  });

  it('sends a value once, however many rows say it', () => {
    const rows = Array.from({ length: 1_000 }, () => ({ ethnicity: 'Thái', certificates: ['A'] }));
    expect(packRows(rows).columns).toEqual([
      { key: 'ethnicity', values: ['Thái'], at: new Int32Array(1_000) },
      { key: 'certificates', values: [['A']], at: new Int32Array(1_000) },
    ]);
  });

  it('keeps portions in their order', () => {
    const list = new PackedList<{ readonly A: string }>();
    for (const texts of [['1', '2'], [], ['3']]) list.add(packRows(texts.map((A) => ({ A }))));
    expect([...list].map(({ A }) => A)).toEqual(['1', '2', '3']);
  });
});

describe('viewsOf', () => {
  const views = viewsOf<Record<'A' | 'B' | 'AA' | 'fullName' | 'constructor', unknown>>([
    ...(['A', 'B', 'AA', 'fullName', 'constructor'] as const),
  ]);

  it('reads of every row what it says, also out of a thread', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
        const found = views(structuredClone(packRows(rows))).map((each) => ({
          ...{ A: each.A, B: each.B, AA: each.AA, fullName: each.fullName },
          constructor: each.constructor,
        }));
        expect(found.map(said)).toEqual(rows.map(said));
      }),
    );
  });
});
