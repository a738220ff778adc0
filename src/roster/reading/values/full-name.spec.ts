import { describe, expect, it } from '@jest/globals';
import { fullName } from './full-name.js';

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
  ])('%s is %s', (typed, name) => expect(fullName(typed)).toBe(name));

  it.each(['Ông Văn Tùng', 'Ông Cao Thắng', 'Đoàn Văn Em', 'Ly A', 'Ngô Đc Cường', 'lò thị ánh'])(
    'leaves %s',
    (name) => expect(fullName(name)).toBe(name),
  );
});
