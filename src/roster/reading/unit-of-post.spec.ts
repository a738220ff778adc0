import { describe, expect, it } from '@jest/globals';
import { gridWorkbook } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

const LABELS = ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Chức vụ'];

/** The unit of a person with this post in a table without a column of units. */
function unitOf(post: string): string | null | undefined {
  const rows = [LABELS, ['I', 'Xã Pa Ham'], [1, 'Lò Văn Minh', '12/5/1980', 'Nam', post]];
  return readRoster('a.xlsx', gridWorkbook({ rows })).records[0]?.unitText;
}

describe('the unit in a post', () => {
  it.each([
    ['Chủ tịch UBND xã Nà Tấu', 'xã Nà Tấu'],
    ['P.CT UBND P. Him Lam', 'P.Him Lam'],
    ['CT HĐND P. Thanh Bình', 'P.Thanh Bình'],
    ['PCT UBND X. Nà Tấu', 'X.Nà Tấu'],
    ['CT UBND TT Tủa Chùa', 'TT Tủa Chùa'],
    ['CT Hội LHPN P.Nam Thanh', 'P.Nam Thanh'],
  ])('is taken from "%s"', (post, unit) => {
    expect(unitOf(post)).toBe(unit);
  });

  it.each(['P.CT UBND', 'P. Chủ tịch HĐND', 'CV P. Nội vụ', 'GĐ TT. Y tế', 'Chuyên viên'])(
    'is none in "%s": the section above holds',
    (post) => {
      expect(unitOf(post)).toBe('Xã Pa Ham');
    },
  );
});
