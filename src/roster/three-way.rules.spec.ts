import { describe, expect, it } from '@jest/globals';
import { verdictOf } from './three-way.rules.js';

const went = (exported: string) => (value: string) => value === exported;

describe('verdictOf', () => {
  it('lets a value count that was typed into an export', () => {
    expect(verdictOf('b', 'a', went('a'))).toBe('file');
  });

  it('keeps a later edit of the registry where the export comes back as it went out', () => {
    expect(verdictOf('a', 'b', went('a'))).toBe('registry');
  });

  it('asks where both have changed, and not where both have changed to the same', () => {
    expect(verdictOf('b', 'c', went('a'))).toBe('question');
    expect(verdictOf('b', 'b', went('a'))).toBe('equal');
  });

  it('takes what a file says that is no export', () => {
    expect(verdictOf('b', 'a', null)).toBe('file');
    expect(verdictOf('a', 'a', null)).toBe('equal');
  });
});
