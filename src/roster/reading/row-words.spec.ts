import { describe, expect, it } from '@jest/globals';
import {
  isCountText,
  isNoteText,
  isPageNumber,
  isSectionText,
  isSignedText,
  isTotalsText,
} from './row-words.js';

describe('isTotalsText', () => {
  it.each([
    ...['Tổng cộng: 25 người', 'Cộng I', 'Cộng mục 2', 'T.cộng', 'TC', 'Cộng trang 1', 'Mang sang'],
    ...[
      '* Tổng cộng: 1',
      'Toàn xã có 1 người',
      'Tổng (I+II)',
      'Tổng hợp: 5 người',
      'Danh sách gồm 5 đồng chí',
      'Cộng đơn vị',
      'Bằng chữ: Sáu mươi triệu đồng',
    ],
  ])('takes %s', (text) => expect(isTotalsText(text)).toBe(true));
  it.each([
    'Tống Văn Cộng',
    'Công I Na',
    'Tổng thị Hương',
    'Toàn Văn Xã',
    'Cộng tác viên',
    'TC-KT',
  ])('leaves %s', (text) => expect(isTotalsText(text)).toBe(false));
});

describe('isCountText', () => {
  it.each([
    'Nữ: 01',
    'Trong đó: Nam 1, Nữ 1',
    '2 nữ',
    '- Dân tộc: 12 đồng chí',
    'Trong đó: 01 nữ; 02 đảng viên',
  ])('takes %s', (text) => expect(isCountText(text)).toBe(true));
  it.each(['Xã Nà Tấu: 12 người', 'Nam Văn Hai', '1 Nam Văn Hai', 'Sinh: 12/5/1980', 'Lò Thị 2'])(
    'leaves %s',
    (text) => expect(isCountText(text)).toBe(false),
  );
});

describe('isNoteText', () => {
  it.each([
    'Tuần Giáo, 30/6/2025',
    '- Cột 5: ghi đầy đủ',
    '(*) Người nghỉ thai sản',
    'Ghi chú',
    'Giải thích: cột 3',
  ])('takes %s', (text) => expect(isNoteText(text)).toBe(true));
  it.each(['- Xã Nà Tấu', '+ Khối Đảng', 'Lò Văn Ún'])('leaves %s', (text) =>
    expect(isNoteText(text)).toBe(false),
  );
});

describe('isSectionText', () => {
  it.each([
    'Nghỉ thai sản:',
    'Đang biệt phái',
    'A. Biên chế',
    'Lãnh đạo',
    'Thanh tra huyện',
    'Hạt Kiểm lâm',
    'BCH Quân sự',
    'Sự nghiệp giáo dục',
    'TTBDCT',
  ])('takes %s', (text) => expect(isSectionText(text)).toBe(true));
  it.each(['Đoàn Văn Em', 'Lò Thị Nghỉ', 'LÒ A TỦA', 'VÀNG A VẢ'])('leaves %s', (text) =>
    expect(isSectionText(text)).toBe(false),
  );
});

describe('isSignedText', () => {
  it.each(['Nà Tấu, ngày 20/6/2025', 'Ngày    tháng    năm 2025', 'Cán bộ lập'])(
    'takes %s',
    (text) => expect(isSignedText(text)).toBe(true),
  );
});

describe('isPageNumber', () => {
  it.each(['Trang 2', '- Trang 2/5 -', 'Tờ số: 3'])('takes %s', (text) =>
    expect(isPageNumber([text])).toBe(true),
  );
  it.each(['Trang Văn Hai', 'Trang 2 người', 'Tờ Thị 3'])('leaves %s', (text) =>
    expect(isPageNumber([text])).toBe(false),
  );
  it('leaves a row that says more', () => expect(isPageNumber(['Trang 2', 'x'])).toBe(false));
});
