import { describe, expect, it } from '@jest/globals';
import { beatenBy, type ParetoRun } from './pareto.rules.js';

const aRun = (id: number, levels: Partial<ParetoRun['levels']>, more = {}): ParetoRun => ({
  id,
  group: 'a',
  lawful: true,
  levels: {
    requiredUnfilled: 0,
    withoutSeat: 0,
    fitCost: 0,
    wishCost: 0,
    distanceTenthsKm: 0,
    moved: 0,
    ...levels,
  },
  ...more,
});

describe('beatenBy', () => {
  it('lets both stand where each is better somewhere', () => {
    const runs = [aRun(1, { withoutSeat: 5, moved: 1 }), aRun(2, { withoutSeat: 3, moved: 9 })];
    expect([...beatenBy(runs)]).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it('names the run that is nowhere worse and somewhere better, whatever the order', () => {
    const runs = [aRun(1, { moved: 9 }), aRun(2, { moved: 8 })];
    const expected = [
      [1, 2],
      [2, null],
    ];
    expect([...beatenBy(runs)]).toEqual(expected);
    expect([...beatenBy([...runs].reverse())]).toEqual(expected);
  });

  it('lets equal runs stand beside each other', () => {
    expect([...beatenBy([aRun(1, {}), aRun(2, {})]).values()]).toEqual([null, null]);
  });

  it('compares no runs of other people', () => {
    const runs = [aRun(1, { moved: 9 }), aRun(2, {}, { group: 'b' })];
    expect(beatenBy(runs).get(1)).toBeNull();
  });

  it('leaves out a run that breaks a rule, and is not beaten by it', () => {
    const runs = [aRun(1, { moved: 9 }), aRun(2, {}, { lawful: false })];
    expect([...beatenBy(runs)]).toEqual([[1, null]]);
  });
});
