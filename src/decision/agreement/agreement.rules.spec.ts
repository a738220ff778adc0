import { describe, expect, it } from '@jest/globals';
import {
  allHaveAgreed,
  lastDayToAnswer,
  secondPersonApproves,
  stateOfAsked,
} from './agreement.rules.js';

const spans = { submittedOn: '2025-06-10', days: 7 };

describe('stateOfAsked', () => {
  it('waits to the end of the last day and takes silence for agreement after it', () => {
    expect(lastDayToAnswer('2025-06-10', 7)).toBe('2025-06-17');
    expect(stateOfAsked(null, { ...spans, today: '2025-06-17' })).toBe('waiting');
    expect(stateOfAsked(null, { ...spans, today: '2025-06-18' })).toBe('silent');
  });

  it('keeps an answer, however late it is', () => {
    expect(stateOfAsked('objected', { ...spans, today: '2026-01-01' })).toBe('objected');
    expect(stateOfAsked('agreed', { ...spans, today: '2025-06-10' })).toBe('agreed');
  });
});

describe('allHaveAgreed', () => {
  it('holds without units, and where each agreed, is silent or overruled', () => {
    expect(allHaveAgreed([])).toBe(true);
    expect(allHaveAgreed(['agreed', 'silent', 'overruled'])).toBe(true);
  });

  it.each(['waiting', 'objected'] as const)('fails where one is %s, in any place', (state) => {
    expect(allHaveAgreed(['agreed', state])).toBe(false);
    expect(allHaveAgreed([state, 'agreed'])).toBe(false);
  });
});

describe('secondPersonApproves', () => {
  it('refuses whoever submitted, and nobody else', () => {
    expect(secondPersonApproves('an', 'an')).toBe(false);
    expect(secondPersonApproves('an', 'binh')).toBe(true);
    expect(secondPersonApproves(null, 'an')).toBe(true);
  });
});
