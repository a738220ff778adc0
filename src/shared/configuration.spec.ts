import { describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfiguration } from './configuration.js';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfiguration(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
}

describe('readConfiguration', () => {
  it('answers an empty environment with the embedded demo on the loopback address', () => {
    expect(readConfiguration({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: 'bo-tri-data',
      databaseUrl: null,
      databaseOwnerUrl: null,
      provinceCode: '11',
      demo: true,
    });
  });

  it('has no demo on a server unless asked', () => {
    const urls = {
      DATABASE_URL: 'postgresql://app@db/bo_tri',
      DATABASE_OWNER_URL: 'postgresql://owner@db/bo_tri',
    };
    expect(readConfiguration(urls).demo).toBe(false);
    expect(readConfiguration({ ...urls, DEMO: '1' }).demo).toBe(true);
  });

  it('lists all faults together and repeats no password', () => {
    const faults = faultsOf({
      PORT: '70000',
      DATABASE_OWNER_URL: 'mysql://root:secret@db',
      PROVINCE: 'eleven',
      DEMO: 'maybe',
    });
    expect(faults).toHaveLength(4);
    expect(faults.join(' ')).not.toContain('secret');
  });

  it('takes the highest port and refuses the next', () => {
    expect(faultsOf({ PORT: '65535' })).toEqual([]);
    expect(faultsOf({ PORT: '65536' })).toHaveLength(1);
  });

  it('refuses one database address without the other', () => {
    expect(faultsOf({ DATABASE_URL: 'postgresql://app@db/x' })).toHaveLength(1);
    expect(faultsOf({ DATABASE_OWNER_URL: 'postgresql://app@db/x' })).toHaveLength(1);
  });

  it('refuses the demo of Điện Biên for another province', () => {
    expect(faultsOf({ PROVINCE: '12', DEMO: '1' })).toHaveLength(1);
    expect(readConfiguration({ PROVINCE: '12' }).demo).toBe(false);
  });
});
