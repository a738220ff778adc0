import { describe, expect, it } from '@jest/globals';
import type { LetterFacts } from './letter.js';
import { differingFields, letterValues, numberOf, numberText } from './letter.rules.js';

const FACTS: LetterFacts = {
  staffId: 1,
  kind: 'transfer',
  act: 'điều động',
  salutation: 'bà',
  fullName: 'Lò Thị Mai',
  bornOn: '12/05/1985',
  fromUnit: 'xã Cũ',
  fromPosition: 'Văn phòng',
  toUnit: 'xã Mới',
  toPosition: 'Chuyên viên',
  startsOn: '01/07/2025',
  lastDay: '',
  remark: '',
  mark: '',
};
const ISSUE = {
  numberText: '07/QĐ-SNV',
  issuedOn: '2025-07-02',
  issuer: {
    ...{ superior: 'UBND TỈNH', body: 'SỞ NỘI VỤ', place: 'Điện Biên' },
    ...{ authority: 'GIÁM ĐỐC', signerTitle: 'GIÁM ĐỐC', signerName: '' },
  },
  bases: ['Luật'],
  replaced: null,
};

describe('numberText', () => {
  it('has a zero in front below ten, and none above', () => {
    expect(numberText(9, 'QĐ-UBND')).toBe('09/QĐ-UBND');
    expect(numberText(10, 'QĐ-UBND')).toBe('10/QĐ-UBND');
    expect(numberText(2446, 'QĐ-UBND')).toBe('2446/QĐ-UBND');
  });
});

describe('numberOf', () => {
  it('reads what numberText writes, and nothing else', () => {
    expect(numberOf('07/QĐ-UBND')).toEqual({ number: 7, symbol: 'QĐ-UBND' });
    expect(numberOf(' 2446 / QĐ-UBND')).toEqual({ number: 2446, symbol: 'QĐ-UBND' });
    expect(numberOf('QĐ-UBND')).toBeNull();
    expect(numberOf('12')).toBeNull();
  });
});

describe('letterValues', () => {
  it('says day, month and year apart, and what is replaced', () => {
    expect(letterValues(FACTS, ISSUE)).toMatchObject({
      ...{ ngay: '02', thang: '07', nam: '2025', thay_the: '', ho_ten: 'Lò Thị Mai' },
      can_cu: ['Luật'],
    });
    const replaced = { numberText: '01/QĐ-SNV', issuedOn: '2025-07-01' };
    expect(letterValues(FACTS, { ...ISSUE, replaced }).thay_the).toBe(
      'Quyết định số 01/QĐ-SNV ngày 01/07/2025',
    );
  });
});

describe('differingFields', () => {
  it('names each field that is another, and none where all are the same', () => {
    const values = letterValues(FACTS, ISSUE);
    const other = { ...FACTS, fullName: 'Lò Thị Mây', toUnit: 'xã Khác' };
    expect(differingFields(letterValues(other, ISSUE), values)).toEqual(['ho_ten', 'don_vi_moi']);
    expect(differingFields(letterValues({ ...FACTS }, ISSUE), values)).toEqual([]);
  });
});
