import { describe, expect, it } from '@jest/globals';
import { changedLetters, type StandingLetter } from './affected-letters.plan.js';

const now = () => ({ 'letter.bases.transfer': ['Luật A'], 'letter.bases.leaving': ['Luật B'] });
const from = (start: string, change: Readonly<Record<string, unknown>>) => (day: string) => ({
  ...now(),
  ...(day >= start && change),
});
const letter = (kind: string, issuedOn: string): StandingLetter => ({ kind, issuedOn });
const start = '2026-03-01';
const then = from(start, { 'letter.bases.transfer': ['Luật A', 'Nghị định mới'] });

describe('changedLetters', () => {
  it('changedLetters names letters of the kind from the first day of the draft on', () => {
    const letters = [
      letter('transfer', '2026-02-28'),
      letter('transfer', start),
      letter('transfer', '2026-03-02'),
      letter('leaving', '2026-03-02'),
    ];
    expect(changedLetters(letters, { now, then })).toEqual([letters[1], letters[2]]);
    const reversed = [...letters].reverse();
    expect(changedLetters(reversed, { now, then })).toEqual([letters[2], letters[1]]);
  });

  it('changedLetters names none where the cited law stays, or another parameter changes', () => {
    const letters = [letter('transfer', start), letter('secondment', start)];
    expect(changedLetters(letters, { now, then: now })).toEqual([]);
    const other = from(start, { 'salary.base-monthly-vnd': 1 });
    expect(changedLetters(letters, { now, then: other })).toEqual([]);
  });

  it('changedLetters tells a law that is cited for the first time, and in another order', () => {
    const letters = [letter('secondment', start), letter('transfer', start)];
    const first = from(start, { 'letter.bases.secondment': ['Luật C'] });
    expect(changedLetters(letters, { now, then: first })).toEqual([letters[0]]);
    const two = () => ({ 'letter.bases.transfer': ['Luật A', 'Luật D'] });
    const turned = () => ({ 'letter.bases.transfer': ['Luật D', 'Luật A'] });
    expect(changedLetters(letters, { now: two, then: turned })).toEqual([letters[1]]);
  });
});
