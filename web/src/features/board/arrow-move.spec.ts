import { describe, expect, it } from '@jest/globals';

import { isDirection, nearest } from './arrow-move.js';

const box = (left: number, top: number) => ({ left, top, right: left + 320, bottom: top + 100 });
/** Two columns with a narrow gap; the next seat of the first one is far below. */
const FROM = box(0, 0);
const BELOW = box(0, 400);
const BESIDE = box(334, 90);

describe('arrow keys on the board', () => {
  it('down walks a column, though a seat of the next one is nearer', () => {
    expect(nearest(FROM, [BESIDE, BELOW], 'ArrowDown')).toBe(1);
    expect(nearest(BELOW, [BESIDE, FROM], 'ArrowUp')).toBe(1);
  });

  it('down leaves a column at its end', () => {
    expect(nearest(FROM, [BESIDE], 'ArrowDown')).toBe(0);
  });

  it('right goes to the nearest of the next column, and nowhere where none is', () => {
    expect(nearest(FROM, [BELOW, box(334, 600), BESIDE], 'ArrowRight')).toBe(2);
    expect(nearest(BESIDE, [FROM, BELOW], 'ArrowRight')).toBe(-1);
  });

  it('knows the four arrows and no other key', () => {
    expect(['ArrowUp', 'ArrowLeft', 'Enter'].map(isDirection)).toEqual([true, true, false]);
  });
});
