import { describe, expect, it } from '@jest/globals';
import { benchEndsOn } from './bench-deadline.rules.js';
import { place } from './place.js';
import { aPerson, facts, PARAMETERS, seats } from './spec-world.js';

describe('benchEndsOn', () => {
  it('is the day before the deadline, and none where the law names none', () => {
    expect(benchEndsOn({ 'surplus.deadline': '2031-01-01' })).toBe('2030-12-31');
    expect(benchEndsOn({})).toBeNull();
  });

  it('stands with whoever waits on the bench, and with nobody who has a seat', () => {
    const people = ['a', 'b'].map((key) => aPerson({ key, unitCode: 'A', majorGroup: 'law' }));
    const parameters = { ...PARAMETERS, 'surplus.deadline': '2031-01-01' };
    const { proposals } = place(facts({ people, parameters, seats: [seats('A', 'LAW', 1)] }), {
      kind: 'best',
    });
    const said = proposals.map(({ outcome, reason }) => [
      outcome,
      reason.includes('chậm nhất ngày 31/12/2030'),
    ]);
    expect(said).toEqual([
      ['seated', false],
      ['surplus', true],
    ]);
  });
});
