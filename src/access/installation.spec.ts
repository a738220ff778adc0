import { describe, expect, it } from '@jest/globals';
import { Installation } from './installation.js';

const made = (options: { production?: boolean; secondFactorOptional?: boolean; demo?: boolean }) =>
  new Installation({ provinceCode: '11', demo: false, ...options });

describe('Installation', () => {
  it('asks officers and administrators for a second factor where others can reach it', () => {
    expect(made({ production: true }).alwaysSecondFactor).toEqual(['officer', 'administrator']);
  });

  it('asks nobody on this machine, the demo least of all, nor where the operator said so', () => {
    expect(made({}).alwaysSecondFactor).toEqual([]);
    expect(made({ demo: true }).alwaysSecondFactor).toEqual([]);
    const optional = made({ production: true, secondFactorOptional: true });
    expect(optional.alwaysSecondFactor).toEqual([]);
  });
});
