import { describe, expect, it } from '@jest/globals';

import {
  changedUnits,
  isSame,
  mainAt,
  movedInPart,
  movedWhole,
  rebased,
  rowsOf,
  shared,
  withArea,
  without,
  withPasted,
  type MapDraft,
} from './map-draft.js';

const whole = (oldCode: string, newCode: string) =>
  ({ oldCode, newCode, kind: 'whole', share: 1, main: true }) as const;
const BASE: MapDraft = { rows: [whole('A', 'X'), whole('B', 'X'), whole('C', 'Y')], areas: [] };
const told = (draft: MapDraft, oldCode: string) =>
  rowsOf(draft, oldCode).map(({ newCode, kind, share, main }) => [newCode, kind, share, main]);

describe('a map that is drawn on the page', () => {
  it('moves an old unit whole, and is the same again when it is moved back', () => {
    const moved = movedWhole(BASE, 'A', 'Y');
    expect(told(moved, 'A')).toEqual([['Y', 'whole', 1, true]]);
    expect(changedUnits(BASE, moved)).toEqual(['A']);
    expect(isSame(BASE, movedWhole(moved, 'A', 'X'))).toBe(true);
  });

  it('moves a part: how much is unknown until it is said, then the rest is what is left', () => {
    const parted = movedInPart(BASE, 'A', 'Y');
    expect(told(parted, 'A')).toEqual([
      ['X', 'remainder', null, true],
      ['Y', 'part', null, false],
    ]);
    expect(told(shared(parted, { oldCode: 'A', newCode: 'Y' }, 0.3), 'A')).toEqual([
      ['X', 'remainder', 0.7, true],
      ['Y', 'part', 0.3, false],
    ]);
    expect(movedInPart(parted, 'A', 'Y')).toBe(parted);
    expect(told(movedInPart({ rows: [], areas: [] }, 'A', 'Y'), 'A')).toEqual([
      ['Y', 'whole', 1, true],
    ]);
  });

  it('does not say what is left where more than the whole is given away', () => {
    const parted = shared(movedInPart(BASE, 'A', 'Y'), { oldCode: 'A', newCode: 'Y' }, 1.2);
    expect(told(parted, 'A')[0]).toEqual(['X', 'remainder', null, true]);
  });

  it('has one main line, and another one when that is taken away', () => {
    const three = movedInPart(movedInPart(BASE, 'A', 'Y'), 'A', 'Z');
    const main = mainAt(three, { oldCode: 'A', newCode: 'Z' });
    expect(rowsOf(main, 'A').map((row) => row.main)).toEqual([false, false, true]);
    const left = without(three, { oldCode: 'A', newCode: 'X' });
    expect(told(left, 'A')).toEqual([
      ['Y', 'remainder', null, true],
      ['Z', 'part', null, false],
    ]);
    const last = without(left, { oldCode: 'A', newCode: 'Y' });
    expect(told(last, 'A')).toEqual([['Z', 'whole', 1, true]]);
    expect(without(last, { oldCode: 'A', newCode: 'Z' })).toBe(last);
  });

  it('takes pasted lines and typed areas, and leaves all else as it is', () => {
    const pasted = withPasted(BASE, [whole('B', 'Y')]);
    expect(changedUnits(BASE, pasted)).toEqual(['B']);
    const typed = withArea(BASE, 'X', 12.5);
    expect(isSame(BASE, typed)).toBe(false);
    expect(isSame(BASE, withArea(typed, 'X', null))).toBe(true);
  });

  it('keeps on a colleague’s newer map what was drawn on the older one', () => {
    const mine = movedWhole(BASE, 'A', 'Y');
    const theirs = movedWhole(movedWhole(BASE, 'A', 'Z'), 'C', 'X');
    const both = rebased(BASE, mine, theirs);
    expect(told(both, 'A')).toEqual([['Y', 'whole', 1, true]]);
    expect(told(both, 'C')).toEqual([['X', 'whole', 1, true]]);
    expect(changedUnits(theirs, both)).toEqual(['A']);
  });
});
