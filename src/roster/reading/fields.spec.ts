import { describe, expect, it } from '@jest/globals';
import { fieldOf, isKnownLabel, namesPeople } from './fields.js';
import { withoutOrdinal } from './section-words.js';
import { namesUnit, unitIn } from './unit-words.js';

describe('fieldOf', () => {
  it.each([
    ['STT', 'ordinal'],
    ['S TT', 'ordinal'],
    ['No. STT', 'ordinal'],
    ['STT/No.', 'ordinal'],
    ['Full name Họ và tên', 'fullName'],
    ['Full name / Họ tên', 'fullName'],
    ['Date of birth Ngày sinh', 'born'],
    ['Chức danh nghề nghiệp/chức vụ', 'position'],
    ['Chức danh nghề nghiệp', 'rank'],
    ['Ngày sinh (Nữ)', 'bornFemale'],
    ['Năm sinh nam', 'bornMale'],
    ['Sinh năm', 'born'],
    ['Ng. sinh', 'born'],
    ['Giới', 'sex'],
    ['Giới > Nữ', 'femaleMark'],
    ['Là nữ', 'femaleMark'],
    ['Giới tính nữ', 'femaleMark'],
    ['Trình độ CM', 'degree'],
    ['Số CCCD/Định danh', 'personalNumber'],
    ['CCCD của vợ/chồng', 'spousePersonalNumber'],
    ['HỌ VÀ TÊN', 'fullName'],
    ['Ngày, tháng, năm sinh > Nam', 'bornMale'],
    ['Năm sinh > Nữ', 'bornFemale'],
    ['Ngày sinh', 'born'],
    ['Giới tính', 'sex'],
    ['Dân tộc', 'ethnicity'],
    ['Tiếng dân tộc thiểu số', 'minorityLanguages'],
    ['Đơn vị hiện công tác', 'unit'],
    ['Phụ cấp chức vụ', 'positionAllowance'],
    ['Dự kiến bố trí > Đơn vị', 'proposedUnit'],
    ['Dự kiến bố trí > Vị trí', 'proposedPosition'],
    ['Ngày vào Đảng > Chính thức', 'partyOfficialOn'],
    ['Trình độ > Chuyên môn', 'degree'],
    ['Trình độ > QLNN', 'stateManagement'],
    ['Trình độ > VH', 'generalEducation'],
    ['Ngạch > Ngày hưởng', 'stepOn'],
    ['Ngạch > Bậc', 'step'],
    ['Kết quả xếp loại > Năm 2024', 'rating:2024'],
    ['ĐVCT', 'unit'],
    ['Đ.vị công tác', 'unit'],
    ['CV', 'position'],
    ['C.vụ', 'position'],
    ['Ngạch > CV', 'rank'],
    ['Chức vụ, chức danh, đơn vị công tác > Đơn vị', 'unit'],
    ['Chức vụ, chức danh, đơn vị công tác > Chức vụ', 'position'],
    ['HoVaTen', 'fullName'],
    ['NgaySinh', 'born'],
    ['SoCCCD', 'personalNumber'],
    ['Ngạch, bậc, hệ số lương > Tên ngạch', 'rank'],
    ['Ngạch, bậc, hệ số lương > Bậc', 'step'],
    ['Ngạch, bậc, hệ số lương > HS', 'coefficient'],
    ['Ngạch, bậc, hệ số lương > Ngày hưởng', 'stepOn'],
    ['Trình độ chuyên môn, lý luận, tin học > LLCT', 'politicalTheory'],
    ['Trình độ chuyên môn, lý luận, tin học > Tin học', 'informatics'],
    ['Full name', 'fullName'],
    ['Date of birth', 'born'],
    ['Gender', 'sex'],
    ['ID number', 'personalNumber'],
    ['Position', 'position'],
    ['Họ', 'fullName'],
    ['Tên đệm', 'fullName'],
    ['Phường/Xã', 'unit'],
    ['Phường, thị trấn, xã', 'unit'],
    ['Xã/P/TT', 'unit'],
    ['X/P/TT', 'unit'],
    ['Mã xã', 'unit'],
    ['Cấp xã', null],
    ['UBND xã, phường', 'unit'],
    ['Thuộc xã', 'unit'],
    ['Nơi CT', 'unit'],
    ['Xã hội', null],
    ['Chữ lót', 'fullName'],
    ['CV, CD', 'position'],
    ['Thông tin cá nhân > GT', 'sex'],
    ['Sơ yếu lý lịch > Ngày sinh > Nam', 'bornMale'],
    ['Tên đệm và tên', 'fullName'],
    ['Nam = 1, Nữ = 0', 'sex'],
    ['Phone', null],
    ['Số điện thoại', null],
    ['Ngày cấp CCCD', null],
    ['Kết quả xếp loại', null],
  ])('%s is %s', (label, field) => {
    expect(fieldOf(label)).toBe(field);
  });
});

describe('isKnownLabel', () => {
  it('knows labels and groups, not titles of a page', () => {
    expect(['Họ và tên', 'Trình độ', 'Nam', '2024'].every(isKnownLabel)).toBe(true);
    expect(isKnownLabel('Lò Văn Ún')).toBe(false);
    expect(isKnownLabel(`Danh sách ${'cán bộ, công chức '.repeat(5)}cơ quan`)).toBe(false);
  });
});

describe('namesPeople', () => {
  it('knows the label of names and no name', () => {
    expect(['Họ và tên', 'HỌ TÊN', 'HoVaTen', 'HoTen', 'Full name Họ tên'].every(namesPeople)).toBe(
      true,
    );
    expect(['Hồ Văn Tèn', 'HoàngTên', 'Tỉnh'].some(namesPeople)).toBe(false);
  });
});

describe('unitIn', () => {
  it.each([
    ['Xã Mường Phăng', 'Xã Mường Phăng'],
    ['DANH SÁCH CÁN BỘ XÃ NÀ TẤU NĂM 2025', 'XÃ NÀ TẤU'],
    ['Danh sách cán bộ, công chức cấp xã năm 2025', null],
    ['Xã Nà Tấu và xã Mường Phăng, xã Nà Nhạn', null],
    ['Cụm xã 1', null],
    ['Sheet1', null],
  ])('%s speaks of %s', (text, unit) => {
    expect(unitIn(text)).toBe(unit);
  });
});

describe('namesUnit', () => {
  it('knows units of the territory, not blocks', () => {
    const texts = ['Xã Nà Tấu', 'UBND xã Nà Tấu', 'Thị trấn Tủa Chùa', 'Khối Đảng', 'Xãm'];
    expect(texts.map(namesUnit)).toEqual([true, true, true, false, false]);
  });
});

describe('withoutOrdinal', () => {
  it.each([
    ['I. Khối Đảng', 'Khối Đảng'],
    ['II- Xã Nà Tấu (25 người)', 'Xã Nà Tấu'],
    ['1.2. Phòng Nội vụ: 12', 'Phòng Nội vụ'],
    ['Xã Nà Tấu', 'Xã Nà Tấu'],
  ])('%s is %s', (text, words) => {
    expect(withoutOrdinal(text)).toBe(words);
  });
});
