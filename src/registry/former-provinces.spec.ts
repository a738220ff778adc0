import { describe, expect, it } from '@jest/globals';
import { formerProvinces } from './former-provinces.js';

describe('formerProvinces', () => {
  it('names the provinces that became one of today', async () => {
    expect(await formerProvinces('15')).toEqual([
      { code: '10', name: 'Tỉnh Lào Cai' },
      { code: '15', name: 'Tỉnh Yên Bái' },
    ]);
    expect(await formerProvinces('11')).toEqual([{ code: '11', name: 'Tỉnh Điện Biên' }]);
    expect(await formerProvinces('00')).toEqual([]);
  });
});
