import { describe, expect, it } from '@jest/globals';
import { UnitFinder, type KnownUnit } from './unit-finder.js';

const aUnit = (
  code: string,
  name: string,
  parentCode: string | null = null,
  ...aliases: string[]
) => ({ code, name, parentCode, aliases }) satisfies KnownUnit;

const FINDER = new UnitFinder(
  [
    aUnit('100', 'Huyện Điện Biên'),
    aUnit('099', 'Huyện Tuần Giáo'),
    aUnit('01', 'Xã Thanh An', '100'),
    aUnit('02', 'Xã Thanh An', '099'),
    aUnit('03', 'Xã Nà Tòng', '099'),
    aUnit('03365', 'Xã Na Tông', '100'),
    aUnit('05', 'Thị trấn Tuần Giáo', '099'),
    aUnit('06', 'Xã Huổi Lếnh', '099', 'Huổi Lếch'),
    aUnit('07', 'Phường 1', '099'),
    aUnit('08', 'Phòng Kinh tế', '03'),
  ],
  'Tỉnh Điện Biên',
);

const codeOf = (...args: Parameters<UnitFinder['find']>) =>
  FINDER.find(...args).answer?.code ?? null;
const suggested = (...args: Parameters<UnitFinder['find']>) =>
  FINDER.find(...args).suggestions.map(({ code }) => code);

describe('UnitFinder', () => {
  it.each([
    ['03365', '03365'],
    ['Xã Na Tông (03365)', '03365'],
    ['xã  na tông', '03365'],
    ['Na Tông', '03365'],
    ['UBND xã Na Tông', '03365'],
    ['UBND Na Tông', '03365'],
    ['Đảng ủy xã Na Tông, huyện Điện Biên, tỉnh Điện Biên', '03365'],
    ['TT Tuần Giáo', '05'],
    ['TT. Tuần Giáo - H. Tuần Giáo', '05'],
    ['P.01', '07'],
    ['Huổi Lếch', '06'],
    ['Xã Huổi Lếch', '06'],
    ['Huyện ủy Tuần Giáo', '099'],
    ['Phòng Nội vụ huyện Tuần Giáo', '099'],
    ['Phòng Kinh tế xã Nà Tòng', '08'],
    ['Phòng Kinh tế, Xã Nà Tòng', '08'],
    ['Thanh An (huyện Điện Biên)', '01'],
    ['xã Thanh An - huyện Tuần Giáo', '02'],
    ['Thanh An - Tuần Giáo', '02'],
  ])('finds %s', (text, code) => expect(codeOf(text)).toBe(code));

  it('asks for a code that lost its zero, and names the unit', () => {
    expect(codeOf('3365')).toBeNull();
    expect(suggested('3365')[0]).toBe('03365');
  });

  it('asks where two units bear the name, and lets what stands around decide', () => {
    expect(codeOf('Xã Thanh An')).toBeNull();
    expect(suggested('Xã Thanh An')).toEqual(['01', '02']);
    expect(codeOf('Xã Thanh An', ['A. HUYỆN TUẦN GIÁO'])).toBe('02');
    expect(codeOf('Xã Thanh An', ['Khối xã', 'DANH SÁCH CÁN BỘ HUYỆN ĐIỆN BIÊN'])).toBe('01');
    expect(codeOf('Xã Thanh An', [], ['UBND HUYỆN ĐIỆN BIÊN'])).toBe('01');
  });

  it('asks where a commune and its district bear the name', () => {
    expect(codeOf('Tuần Giáo')).toBeNull();
    expect(suggested('Tuần Giáo').sort()).toEqual(['05', '099']);
  });

  it('never answers what is found only without diacritics or under another kind', () => {
    expect(codeOf('Xa Na Tong')).toBeNull();
    expect(suggested('Xa Na Tong')).toEqual(expect.arrayContaining(['03', '03365']));
    expect(codeOf('Thị trấn Na Tông')).toBeNull();
  });

  it('refuses a district or a province that contradicts the commune, and suggests its name', () => {
    expect(codeOf('Xã Na Tông, huyện Tuần Giáo')).toBeNull();
    expect(suggested('Xã Na Tông, huyện Tuần Giáo')[0]).toBe('03365');
    expect(codeOf('Xã Na Tông, tỉnh Lai Châu')).toBeNull();
    expect(codeOf('Xã Na Tông (03)')).toBe('03365');
  });

  it('refuses what only lies in a commune', () => {
    expect(codeOf('Trường Tiểu học xã Na Tông')).toBeNull();
    expect(codeOf('Hợp tác xã Na Tông')).toBeNull();
  });

  it('takes the nearest commune around a row without words of its own, else the district', () => {
    expect(codeOf(null, ['Khối Đảng', 'Xã Na Tông', 'DANH SÁCH HUYỆN ĐIỆN BIÊN'])).toBe('03365');
    expect(codeOf(null, ['DANH SÁCH 100 CÁN BỘ HUYỆN TUẦN GIÁO', 'Sheet1'])).toBe('099');
    expect(codeOf(null, ['Sheet1', 'Na Tông'])).toBe('03365');
    expect(FINDER.find(null, ['Sheet1'], ['UBND HUYỆN ĐIỆN BIÊN'])).toEqual({
      answer: null,
      suggestions: [],
    });
  });

  it('takes what stands around for a body that every unit has', () => {
    expect(codeOf('Văn phòng HĐND&UBND', ['XÃ NA TÔNG'])).toBe('03365');
    expect(codeOf('Đảng ủy xã', ['XÃ NA TÔNG'])).toBe('03365');
    expect(codeOf('Phòng Nội vụ huyện', ['DANH SÁCH HUYỆN TUẦN GIÁO'])).toBe('099');
    expect(codeOf('Văn phòng HĐND&UBND')).toBeNull();
  });
});

describe('a commune that is called former', () => {
  const units = [aUnit('03316', 'Xã Nà Tấu')];

  it('is not the one of today that has its name', () => {
    const today = new UnitFinder(units);
    expect(today.find('Xã Nà Tấu (cũ)')).toMatchObject({
      answer: null,
      suggestions: [{ code: '03316' }],
    });
    expect(today.find(null, ['I. Xã Nà Tấu (cũ)']).answer).toBeNull();
  });

  it('is meant in a list of a day on which there were districts', () => {
    const then = new UnitFinder([aUnit('100', 'Huyện Điện Biên'), ...units]);
    expect(then.find('Xã Nà Tấu (cũ)').answer?.code).toBe('03316');
  });
});
