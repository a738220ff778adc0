import { describe, expect, it } from '@jest/globals';
import {
  answerUntil,
  complaintInTime,
  exitOf,
  type PersonTraces,
  stageOf,
} from './person-state.rules.js';

const DRAFT: PersonTraces = {
  ...{ planState: 'draft', proposed: true, heard: false, hasLetter: false, carriedOut: false },
};

describe('stageOf', () => {
  it.each<[string, Partial<PersonTraces>]>([
    ['not-placed', { proposed: false }],
    ['proposed', {}],
    ['heard', { heard: true }],
    ['submitted', { planState: 'submitted' }],
    ['submitted', { planState: 'agreed', heard: true }],
    ['approved', { planState: 'approved' }],
    ['decided', { planState: 'approved', hasLetter: true }],
    ['approved', { planState: 'applied' }],
    ['decided', { planState: 'applied', hasLetter: true }],
    ['arrived', { planState: 'applied', carriedOut: true }],
  ])('is %s with %j', (stage, traces) => {
    expect(stageOf({ ...DRAFT, ...traces })).toBe(stage);
  });

  it('of a withdrawn plan is no more than heard, whatever was issued', () => {
    expect(stageOf({ ...DRAFT, planState: 'withdrawn', hasLetter: true })).toBe('proposed');
    expect(stageOf({ ...DRAFT, planState: 'withdrawn', heard: true, carriedOut: true })).toBe(
      'heard',
    );
  });
});

describe('exitOf', () => {
  it('tells surplus, early retirement and leaving apart, and is none with a seat', () => {
    expect(exitOf('surplus', 'stay')).toBe('surplus');
    expect(exitOf('leaving', 'retire-early')).toBe('retired');
    expect(exitOf('leaving', 'leave')).toBe('left');
    expect(exitOf('leaving', null)).toBe('left');
    expect(exitOf('seated', 'retire-early')).toBeNull();
    expect(exitOf(null, null)).toBeNull();
  });
});

describe('answerUntil', () => {
  const days = { objection: 7, complaintAccept: 10, complaintResolve: 45 };

  it('gives an objection the days of the province, a complaint those of the law after each other', () => {
    expect(answerUntil('objected', '2025-06-24', days)).toBe('2025-07-01');
    expect(answerUntil('complained', '2025-06-24', days)).toBe('2025-08-18');
  });
});

describe('complaintInTime', () => {
  it('holds to the last day and not after it', () => {
    expect(complaintInTime('2025-07-01', '2025-09-29', 90)).toBe(true);
    expect(complaintInTime('2025-07-01', '2025-09-30', 90)).toBe(false);
  });
});
