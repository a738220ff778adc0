import { describe, expect, it } from '@jest/globals';
import { namesUnit, unitIn, unitWords } from './unit-words.js';

function phrases(text: string): readonly string[] {
  return unitWords(text).phrases.map(({ kind, name }) => `${kind}|${name}`);
}

describe('unitWords', () => {
  it.each<[string, readonly string[]]>([
    ['Xã Nà Tấu', ['xã|Nà Tấu']],
    ['UBND xã Nà Tấu, huyện Điện Biên', ['xã|Nà Tấu', 'huyện|Điện Biên']],
    ['xã Nà Tấu huyện Điện Biên', ['xã|Nà Tấu', 'huyện|Điện Biên']],
    ['Xã Nà Tấu-huyện Điện Biên', ['xã|Nà Tấu', 'huyện|Điện Biên']],
    ['Xã Nà Tấu - H. Điện Biên', ['xã|Nà Tấu', 'huyện|Điện Biên']],
    ['Nà Tấu (huyện Điện Biên)', ['huyện|Điện Biên']],
    ['TT Mường Chà', ['thị trấn|Mường Chà']],
    ['TT. Mường Chà', ['thị trấn|Mường Chà']],
    ['P.Him Lam, TP.Điện Biên Phủ', ['phường|Him Lam', 'thành phố|Điện Biên Phủ']],
    ['P Him Lam', ['phường|Him Lam']],
    ['Q1', ['quận|1']],
    ['Q 5', ['quận|5']],
    ['TT GDNN-GDTX', []],
    ['TT PVHCC', []],
    ['Thị xã Mường Lay', ['thị xã|Mường Lay']],
    ['XÃ NÀ TẤU NĂM 2025', ['xã|NÀ TẤU']],
    ['XÃ PHÚ QUÝ QUÝ II NĂM 2025', ['xã|PHÚ QUÝ']],
    ['danh sách cán bộ xã Nà Tấu có mặt đến 30/6', ['xã|Nà Tấu']],
    ['Thị trấn Năm Căn', ['thị trấn|Năm Căn']],
    ['xã nà tấu', ['xã|nà tấu']],
    ['Xã Nậm Có, Huyện Mù Căng Chải', ['xã|Nậm Có', 'huyện|Mù Căng Chải']],
    ['XÃ THÂN THUỘC', ['xã|THÂN THUỘC']],
    ['Xã ẳng Cang - Huyện Mường ảng', ['xã|ẳng Cang', 'huyện|Mường ảng']],
    ['Xã Pa ủ', ['xã|Pa ủ']],
    ['cán bộ xã Nà Tấu ở bản Xôm', ['xã|Nà Tấu']],
    ['UBND xã', ['xã|']],
    ['Hợp tác xã Nà Tấu', []],
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', []],
    ['Văn hóa - xã hội xã Nà Tấu', ['xã|Nà Tấu']],
    ['cán bộ, công chức cấp xã', []],
    ['Văn phòng HĐND&UBND', []],
  ])('%s', (text, expected) => {
    expect(phrases(text)).toEqual(expected);
  });
});

describe('a commune that was', () => {
  it.each([
    ['Xã Nà Tấu (cũ)', 'Xã Nà Tấu (cũ)'],
    ['UBND xã Nà Tấu cũ, huyện Điện Biên', 'xã Nà Tấu (cũ)'],
    ['Xã Nà Tấu (trước sắp xếp), huyện Điện Biên', 'Xã Nà Tấu (cũ)'],
    ['XÃ PÚ NHUNG (gồm xã Nà Tấu cũ)', 'XÃ PÚ NHUNG'],
  ])('keeps its mark in a title and gives way to one of today: %s', (text, unit) => {
    expect(unitWords(text).phrases.some(({ isFormer }) => isFormer)).toBe(true);
    expect(unitIn(text)).toBe(unit);
  });
  it('is no section', () => expect(namesUnit('Xã Nà Tấu (cũ)')).toBe(false));
  it.each(['Xã Nà Tấu', 'Xã Nà Tấu (huyện Điện Biên cũ)', 'Phường Cũ Kỹ'])('is not %s', (text) =>
    expect(unitWords(text).phrases.some(({ isFormer }) => isFormer)).toBe(false),
  );
});

describe('namesUnit', () => {
  it.each(['Xã Nà Tấu', 'UBND xã Nà Tấu', 'Đảng ủy xã Nà Tấu', 'HUYỆN TUẦN GIÁO', 'P. Him Lam'])(
    'takes %s for a unit',
    (text) => expect(namesUnit(text)).toBe(true),
  );
  it.each([
    'Khối Đảng',
    'Công chức cấp xã',
    'Cán bộ xã',
    'Phòng Nội vụ huyện Tuần Giáo',
    'UBND xã',
  ])('does not take %s for one', (text) => expect(namesUnit(text)).toBe(false));
});

describe('unitIn', () => {
  it.each<[string, string | null]>([
    ['DANH SÁCH CÁN BỘ, CÔNG CHỨC XÃ NÀ TẤU, HUYỆN ĐIỆN BIÊN', 'XÃ NÀ TẤU'],
    ['DANH SÁCH TRÍCH NGANG HUYỆN TUẦN GIÁO', 'HUYỆN TUẦN GIÁO'],
    ['Danh sách cán bộ xã Nà Tấu và xã Nà Nhạn', null],
    ['Danh sách cán bộ tỉnh Điện Biên', null],
    ['Danh sách cán bộ xã năm 2025', null],
  ])('%s', (text, unit) => {
    expect(unitIn(text)).toBe(unit);
  });
});
