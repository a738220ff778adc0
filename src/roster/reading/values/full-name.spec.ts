import { describe, expect, it } from '@jest/globals';
import { besideName, fullName } from './full-name.js';

describe('fullName', () => {
  it.each([
    ['Đ/c Lò Văn Ún', 'Lò Văn Ún'],
    ['ĐỒNG CHÍ LÒ VĂN ÚN', 'LÒ VĂN ÚN'],
    ['Đ.c: Lò Văn Ún', 'Lò Văn Ún'],
    ['Bà Quàng Thị Dung', 'Quàng Thị Dung'],
    ['Ông Lò Văn Ún', 'Lò Văn Ún'],
    ['12. Lò  Văn Ún.', 'Lò Văn Ún'],
    ['Lò Văn Ún (*)', 'Lò Văn Ún'],
    ['Lò Thị ánh', 'Lò Thị Ánh'],
    ['Lò Văn Ún (nghỉ TS)', 'Lò Văn Ún'],
    ['Lò Văn Ún (1)', 'Lò Văn Ún'],
    ['- Lò Văn Ún', 'Lò Văn Ún'],
    ['Lò Văn Ún²', 'Lò Văn Ún'],
    ['• Lò Văn Ún', 'Lò Văn Ún'],
    ['1.2. Lò Văn Ún', 'Lò Văn Ún'],
  ])('%s is %s', (typed, name) => expect(fullName(typed)).toBe(name));

  it.each(['Ông Văn Tùng', 'Ông Cao Thắng', 'Đoàn Văn Em', 'Ly A', 'Ngô Đc Cường', 'lò thị ánh'])(
    'leaves %s',
    (name) => expect(fullName(name)).toBe(name),
  );
});

describe('besideName', () => {
  it.each([
    ['Lò Văn Ún (nghỉ TS)', 'nghỉ TS'],
    ['Lò Văn Ún (HĐ 111).', 'HĐ 111'],
    ['Lò Văn Ún (*)', null],
    ['Ún (Lò)', null],
    ['(Lò Văn Ún)', null],
  ])('of %s is %s', (typed, beside) => expect(besideName(typed)).toBe(beside));
});
