import { describe, expect, it } from '@jest/globals';
import { SCENARIO_STATES } from './scenario.js';
import { stateMayFollow } from './state.rules.js';

describe('stateMayFollow', () => {
  it('lets a draft be submitted and a submitted scenario go back to draft', () => {
    expect(stateMayFollow('draft', 'submitted')).toBe(true);
    expect(stateMayFollow('submitted', 'draft')).toBe(true);
  });

  it('refuses every step out of an applied scenario', () => {
    expect(SCENARIO_STATES.filter((to) => stateMayFollow('applied', to))).toEqual([]);
  });

  it('refuses to jump from draft to agreed, approved or applied, or to stay', () => {
    expect(SCENARIO_STATES.filter((to) => stateMayFollow('draft', to))).toEqual([
      'submitted',
      'withdrawn',
    ]);
  });
});
