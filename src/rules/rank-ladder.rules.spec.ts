import { describe, expect, it } from '@jest/globals';
import { coefficientOnLadder, type PayGrade } from './rank-ladder.rules.js';

const parameters = { 'salary.coefficient-tolerance': 0.005, 'salary.over-grade.first-percent': 5 };
/** A1 of Decree 204/2004: 2.34 to 4.98 in nine steps. */
const ladder = Array.from({ length: 9 }, (_each, at) => ({
  step: at + 1,
  coefficient: 2.34 + 0.33 * at,
}));

function answer(given: Partial<PayGrade>, steps = ladder) {
  const pay = { coefficient: 3.33, step: null, overGradePercent: null, ...given };
  return coefficientOnLadder(pay, steps, parameters);
}

describe('coefficientOnLadder', () => {
  it('coefficientOnLadder finds the step of each coefficient, the ladder in any order', () => {
    expect(answer({ coefficient: 2.34 })).toEqual({ verdict: 'on-ladder', step: 1 });
    expect(answer({}, [...ladder].reverse())).toEqual({ verdict: 'on-ladder', step: 4 });
  });

  it('coefficientOnLadder allows half of the last decimal and no more', () => {
    expect(answer({ coefficient: 3.335 }).verdict).toBe('on-ladder');
    expect(answer({ coefficient: 3.336 })).toEqual({ verdict: 'off-ladder', step: 4 });
    expect(answer({ coefficient: 3.4 })).toEqual({ verdict: 'off-ladder', step: 4 });
  });

  it('coefficientOnLadder tells a step that is not the one typed', () => {
    expect(answer({ step: 4 }).verdict).toBe('on-ladder');
    expect(answer({ step: 5 })).toEqual({ verdict: 'other-step', step: 4 });
  });

  it('coefficientOnLadder takes over-grade seniority on the last step, beside or inside the coefficient', () => {
    expect(answer({ coefficient: 4.98, overGradePercent: 5 }).verdict).toBe('on-ladder');
    expect(answer({ coefficient: 5.28, overGradePercent: 6 })).toEqual({
      verdict: 'on-ladder',
      step: 9,
    });
    expect(answer({ coefficient: 5.28 }).verdict).toBe('off-ladder');
  });

  it('coefficientOnLadder refuses over-grade below the last step or below its first percentage', () => {
    expect(answer({ overGradePercent: 5 })).toEqual({ verdict: 'over-grade-too-early', step: 4 });
    expect(answer({ coefficient: 4.98, overGradePercent: 4 }).verdict).toBe('over-grade-too-early');
    expect(answer({ coefficient: 4.98, overGradePercent: 0 }).verdict).toBe('on-ladder');
  });

  it('coefficientOnLadder says when a rank has no ladder', () => {
    expect(answer({}, [])).toEqual({ verdict: 'no-ladder', step: null });
  });
});
