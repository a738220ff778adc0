import { describe, expect, it } from '@jest/globals';
import { AuditKey } from '../audit-key.js';
import { Devices } from './devices.js';

const devices = new Devices(AuditKey.of(Buffer.alloc(32, 1)));

describe('Devices', () => {
  it('knows the browser of a login by its cookie, each browser apart', () => {
    const [one, two] = [devices.issue('lan'), devices.issue('lan')];
    const { device } = devices.guesser('lan', one);
    expect(device).toMatch(/^[\w-]{43}$/);
    expect(devices.guesser('lan', one).device).toBe(device);
    expect(devices.guesser('lan', two).device).not.toBe(device);
  });

  it('believes no cookie of another login, of another key, changed or made up', () => {
    const cookie = devices.issue('lan');
    const [device = '', mac = ''] = cookie.split('.');
    const other = new Devices(AuditKey.of(Buffer.alloc(32, 2)));
    expect(other.guesser('lan', cookie).device).toBe('');
    expect(devices.guesser('minh', cookie).device).toBe('');
    for (const wrong of [null, '', '.', device, `${device}.`, `${device}x.${mac}`, `.${mac}`])
      expect(devices.guesser('lan', wrong)).toEqual({ login: 'lan', device: '' });
  });
});
