import { describe, expect, it } from '@jest/globals';
import { disagreeingNumber } from './number-says.js';

describe('a personal number beside what was typed', () => {
  it('says its sex and year where one of them is another', () => {
    const says = { sex: 'female', year: '1985' };
    expect(disagreeingNumber('011185000001', { sex: 'male', bornOn: null })).toEqual(says);
    expect(disagreeingNumber('011185000001', { sex: 'female', bornOn: '1986-02' })).toEqual(says);
    expect(disagreeingNumber('011304000001', { sex: 'male', bornOn: '2004' })).toEqual({
      ...{ sex: 'female', year: '2004' },
    });
  });

  it('says nothing where it agrees, or nothing was typed, or it is not whole', () => {
    expect(disagreeingNumber('011185000001', { sex: 'female', bornOn: '1985-02-03' })).toBeNull();
    expect(disagreeingNumber(' 011185000001 ', { sex: '', bornOn: null })).toBeNull();
    expect(disagreeingNumber('01118500000', { sex: 'male', bornOn: '1970' })).toBeNull();
    expect(disagreeingNumber('01118500000a', { sex: 'male', bornOn: '1970' })).toBeNull();
  });

  it('says so where its first figures are of no province', () => {
    expect(disagreeingNumber('099085000001', { sex: 'male', bornOn: '1985' })).toBe('no-province');
    expect(disagreeingNumber('000085000001', { sex: '', bornOn: null })).toBe('no-province');
  });
});
