import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../../test/support/grid-workbook.js';
import type { Sheet } from '../../../sheet/workbook.js';
import { decoded } from './legacy-text.js';
import { isSyllable } from './syllable.js';
import { fromTcvn3 } from './tcvn3.js';
import { fromVni } from './vni.js';

function sheet(rows: readonly (readonly GridCell[])[], font?: string): Sheet {
  const [first] = gridWorkbook({ rows, ...(font === undefined ? {} : { font }) }).sheets;
  if (first === undefined) throw new Error('no sheet');
  return first;
}

function texts(rows: readonly (readonly GridCell[])[], font?: string): readonly string[] {
  return decoded(sheet(rows, font)).sheet.rows.flatMap(({ cells }) =>
    cells.map(({ text }) => text),
  );
}

describe('fromTcvn3', () => {
  it.each([
    ['NguyÔn V¨n Hïng', 'Nguyễn Văn Hùng'],
    ['Lß V¨n ón', 'Lò Văn ún'],
    ['§iÖn Biªn', 'Điện Biên'],
    ['Chñ tÞch Uû ban nh©n d©n x·', 'Chủ tịch Uỷ ban nhân dân xã'],
    ['V¨n phßng - Thèng kª', 'Văn phòng - Thống kê'],
    ['M\u00adêng Ph¨ng', 'Mường Phăng'],
    ['quý, trÎ, vò, nghÜa, kÕt hîp, tõ, ®ñ', 'quý, trẻ, vũ, nghĩa, kết hợp, từ, đủ'],
  ])('%s', (typed, meant) => {
    expect(fromTcvn3(typed)).toBe(meant);
  });

  it('refuses what is no letter of it', () => {
    expect(fromTcvn3('5 m²')).toBeNull();
  });
});

describe('fromVni', () => {
  it.each([
    ['Nguyeãn Vaên Huøng', 'Nguyễn Văn Hùng'],
    ['NGUYEÃN VAÊN HUØNG', 'NGUYỄN VĂN HÙNG'],
    ['Ñieän Bieân', 'Điện Biên'],
    ['Chuû tòch UÛy ban nhaân daân xaõ', 'Chủ tịch Ủy ban nhân dân xã'],
    ['Döông Thò Höôøng', 'Dương Thị Hường'],
    ['Lyù, myõ, kyû, Tröôûng', 'Lý, mỹ, kỷ, Trưởng'],
    ['ñaëc bieät, aáp, taèm, maúng', 'đặc biệt, ấp, tằm, mẳng'],
  ])('%s', (typed, meant) => {
    expect(fromVni(typed)).toBe(meant);
  });
});

describe('isSyllable', () => {
  it.each([
    'Nguyễn',
    'hòa',
    'hoà',
    'thuỷ',
    'quý',
    'già',
    'Huổi',
    'Lếch',
    'khuya',
    'ngoẹo',
    'Ún',
    'đường',
    'tưởng',
    'Phìn',
    'xã',
  ])('takes %s', (word) => expect(isSyllable(word)).toBe(true));
  it.each(['Nguyeãn', 'V¨n', 'Hïng', 'xaõ', 'Döông', 'Leâ', 'café2', 'Lêng', 'Müller'])(
    'refuses %s',
    (word) => expect(isSyllable(word)).toBe(false),
  );
});

describe('decoded', () => {
  it('converts by the letters where the font says nothing', () => {
    expect(texts([['Hä vµ tªn', 'NguyÔn V¨n Hïng', 'Hoï vaø teân', 'Traàn Thò Leä']])).toEqual([
      'Họ và tên',
      'Nguyễn Văn Hùng',
      'Họ và tên',
      'Trần Thị Lệ',
    ]);
  });

  it('converts by the font what could be both, and shows small letters of a capital font as capitals', () => {
    expect(texts([['Vò', 'lß v¨n an', 'céng']], '.VnTime')).toEqual(['Vũ', 'lò văn an', 'cộng']);
    expect(texts([['lß v¨n an', 'lo a chu']], '.VnTimeH')).toEqual(['LÒ VĂN AN', 'LO A CHU']);
    expect(texts([['Hoà']], 'VNI-Times')).toEqual(['Hồ']);
  });

  it('lets the other texts of the font decide what could be both', () => {
    expect(texts([['NguyÔn V¨n A', 'TrÇn V¨n B', 'Vò']])).toEqual([
      'Nguyễn Văn A',
      'Trần Văn B',
      'Vũ',
    ]);
    expect(texts([['Nguyễn Văn A', 'Trần Văn B', 'Vò']])).toEqual([
      'Nguyễn Văn A',
      'Trần Văn B',
      'Vò',
    ]);
  });

  it('reads around no-break spaces and long dashes', () => {
    expect(
      texts([['\u00a0NguyÔn V¨n\u00a0Hïng', 'Tµi chÝnh – KÕ to¸n', '\u00a0Xaõ Naø Taáu']]),
    ).toEqual(['\u00a0Nguyễn Văn\u00a0Hùng', 'Tài chính – Kế toán', '\u00a0Xã Nà Tấu']);
  });

  it('lets many texts of the sheet outvote one that looks like the other alphabet', () => {
    const vni = [
      'Loø Vaên A',
      'Traàn Thò Leä',
      'Nguyeãn Vaên B',
      'Xaõ Naø Taáu',
      'Nguyeãn Thò Haïnh',
      'Toång coäng',
    ];
    expect(texts([[...vni, 'ÑC - XD']]).at(-1)).toBe('ĐC - XD');
    expect(texts([['ÑC - XD']])).toEqual(['ẹC - XD']);
  });

  it('reads a lone Đ with the other texts of its font', () => {
    expect(texts([['NguyÔn V¨n A', '§/c TÊn']])).toEqual(['Nguyễn Văn A', 'Đ/c Tấn']);
    expect(texts([['NguyÔn V¨n A', '§/c Tuan']])).toEqual(['Nguyễn Văn A', 'Đ/c Tuan']);
  });

  it('never touches what is Unicode, whatever the font says', () => {
    const rows = [
      ['Nguyễn Văn Hùng', 'Lò Thị Hà', 'xã', 'Tô Hoài'],
      ['Đảng ủy xã', 'Trần Văn Bé'],
    ];
    expect(texts(rows, '.VnTime')).toEqual(rows.flat());
    expect(texts([['· Hà', '§ 5', '25 m²', 'Müller', 'café', '½', 'N° 5']])).toEqual([
      ...['· Hà', '§ 5', '25 m²', 'Müller', 'café', '½', 'N° 5'],
    ]);
  });

  it('converts each run of a rich text by its own font, and counts cells', () => {
    const runs = [
      { text: 'Nguyễn ', font: 'Times New Roman' },
      { text: 'V¨n Hïng', font: '.VnTime' },
    ];
    const result = decoded(sheet([[{ text: 'Nguyễn V¨n Hïng', runs }, 'Lß V¨n A', 'Traàn']]));
    expect(result.sheet.rows[0]?.cells[0]?.text).toBe('Nguyễn Văn Hùng');
    expect(result.converted).toEqual({ tcvn3: 2, vni: 1 });
  });

  it('changes nothing when done again', () => {
    const once = decoded(sheet([['x·', 'NguyÔn V¨n A', 'Vò', 'lß']], '.VnTime'));
    expect(decoded(once.sheet).converted).toEqual({ tcvn3: 0, vni: 0 });
    expect(once.converted).toEqual({ tcvn3: 4, vni: 0 });
  });

  it('gives a sheet without such letters back as it is', () => {
    const same = sheet([['Nguyễn Văn Hùng', 1, 'abc']]);
    expect(decoded(same).sheet).toBe(same);
  });
});
