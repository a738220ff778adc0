import { describe, expect, it } from '@jest/globals';
import { KeptSolves, type KeptPlan } from './kept-solves.js';

const plan = (eligible: number): KeptPlan => ({
  ...{ eligible, proposals: [] },
  keptOut: { ratings: 0, leading: 0, law: 0, absent: 0 },
});

describe('KeptSolves', () => {
  it('solves equal facts once, and other facts anew', () => {
    const solves = new KeptSolves();
    const of = (facts: unknown, eligible: number) => solves.get(facts, () => plan(eligible));
    expect(of({ day: '2026-02-01', people: [1, 2] }, 1).eligible).toBe(1);
    expect(of({ day: '2026-02-01', people: [1, 2] }, 9).eligible).toBe(1);
    expect(of({ day: '2026-02-01', people: [1] }, 2).eligible).toBe(2);
    expect(of({ day: '2026-02-02', people: [1, 2] }, 3).eligible).toBe(3);
    expect(solves.solved).toBe(3);
  });

  it('takes what stands in a map for a fact', () => {
    const solves = new KeptSolves();
    const of = (rating: string) =>
      solves.get({ ratings: new Map([[2025, rating]]) }, () => plan(1));
    of('good');
    of('good');
    expect(solves.solved).toBe(1);
    of('poor');
    expect(solves.solved).toBe(2);
  });

  it('keeps the eight that were asked for last', () => {
    const solves = new KeptSolves();
    const ask = (facts: number) => solves.get(facts, () => plan(facts));
    for (let at = 0; at < 8; at++) ask(at);
    ask(0);
    ask(8);
    expect(solves.solved).toBe(9);
    ask(0);
    expect(solves.solved).toBe(9);
    ask(1);
    expect(solves.solved).toBe(10);
  });
});
