import { describe, expect, it } from '@jest/globals';
import { mustHaveRight } from './scope.js';

describe('mustHaveRight', () => {
  it.each([
    ['officer', 'law.write', true],
    ['operator', 'law.write', true],
    ['manager', 'law.write', false],
    ['leader', 'law.write', false],
    ['gate', 'law.write', false],
    ['manager', undefined, true],
  ] as const)('a %s with sheets that need %s: %s', (role, permission, isAllowed) => {
    const ask = (): void => mustHaveRight({ role }, permission);
    if (isAllowed) expect(ask).not.toThrow();
    else expect(ask).toThrow(expect.objectContaining({ code: 'roster.kind-not-allowed' }));
  });
});
