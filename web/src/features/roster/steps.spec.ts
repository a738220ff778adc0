import { describe, expect, it } from '@jest/globals';
import { type OnItsWay, standsAt, STEPS, stepsOf } from './steps.js';

const linksOf = (batch: OnItsWay): string[] =>
  stepsOf(batch).flatMap(({ step, leadsTo }) => (leadsTo === null ? [] : [step]));

describe('the way of a batch', () => {
  it.each([
    [{ state: 'staged', errors: 1 }, 'repair'],
    [{ state: 'staged', errors: 0 }, 'preview'],
    [{ state: 'promoted', errors: 0 }, 'done'],
    [{ state: 'promoted', errors: 1 }, 'done'],
    [{ state: 'undone', errors: 0 }, 'preview'],
    [{ state: 'undone', errors: 2 }, 'repair'],
  ] as const)('of %j stands at %s', (batch, step) => {
    expect(standsAt(batch)).toBe(step);
    const states = stepsOf(batch).map(({ state }) => state);
    const here = STEPS.indexOf(step);
    expect(states.slice(0, here).every((state) => state === 'past')).toBe(true);
    expect(states[here]).toBe('here');
    expect(states.slice(here + 1).every((state) => state === 'ahead')).toBe(true);
  });

  it('leads to the faults while there are any, and to no promotion', () => {
    const faulty = stepsOf({ state: 'staged', errors: 3 });
    expect(faulty.find(({ step }) => step === 'repair')?.leadsTo).toBe('?severity=error');
    expect(linksOf({ state: 'staged', errors: 3 })).toEqual([
      ...['send', 'columns', 'repair', 'preview'],
    ]);
    expect(linksOf({ state: 'staged', errors: 0 })).toContain('promote');
  });

  it('leads from what is in the registry to taking it back, and to no preview', () => {
    expect(linksOf({ state: 'promoted', errors: 0 })).toEqual([
      ...['send', 'columns', 'repair', 'done'],
    ]);
  });
});
