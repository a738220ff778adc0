import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../../sheet/workbook.js';
import { conditionsIn } from './conditions.js';
import { degree } from './degree.js';
import { figure } from './figure.js';
import { fromText, partialDay } from './partial-day.js';
import { agrees, personalNumber } from './personal-number.js';
import { rank } from './rank.js';
import { wish } from './wish.js';

function aCell(more: Partial<Cell>): Cell {
  return {
    column: 1,
    kind: 'text',
    text: '',
    value: null,
    serial: null,
    format: 'General',
    formula: false,
    font: null,
    runs: null,
    ...more,
  };
}

function aNumber(value: number, format = 'General'): Cell {
  return aCell({ kind: 'number', text: String(value), value, serial: value, format });
}

describe('fromText', () => {
  it.each([
    ['12\u20115\u20111980', '1980-05-12'],
    ['12/5/1980 12:00:00 SA', '1980-05-12'],
    ['12/5/1980 0:00', '1980-05-12'],
    ['SN 1980', '1980'],
    ['12-May-1980', '1980-05-12'],
    ['12/IX/1980', '1980-09-12'],
    ['??/05/1980', '1980-05'],
    ['"1980"', '1980'],
    ['S/n. 1980', '1980'],
    ['12.5.1980', '1980-05-12'],
    ['12,5,1980', '1980-05-12'],
    ['T5/1980', '1980-05'],
    ['12/5/1980 (45 tuổi)', '1980-05-12'],
    ['12.5.1980', '1980-05-12'],
    ['12,5,1980', '1980-05-12'],
    ['T5/1980', '1980-05'],
    ['12 - 05 - 1980', '1980-05-12'],
    [' 12/05/1980. ', '1980-05-12'],
    ['ngày 12 tháng 5 năm 1980', '1980-05-12'],
    ['1980-05-12', '1980-05-12'],
    ['1980-05-12 00:00:00', '1980-05-12'],
    ['12/05/1980 00:00', '1980-05-12'],
    ['1980/05/12', '1980-05-12'],
    ['1980-05', '1980-05'],
    ['Ngày 12, tháng 5, năm 1980', '1980-05-12'],
    ['Sinh năm 1980', '1980'],
    ['(1980)', '1980'],
    ['…/5/1980', '1980-05'],
    ['12/5/1980.', '1980-05-12'],
    ['5/1980', '1980-05'],
    ['tháng 5 năm 1980', '1980-05'],
    ['.../5/1980', '1980-05'],
    ['00/05/1980', '1980-05'],
    ['00/00/1980', '1980'],
    ['1980', '1980'],
    ['29/02/2000', '2000-02-29'],
  ])('reads %j as %s without a word', (text, day) => {
    expect(fromText(text)).toEqual({ value: day, faults: [] });
  });

  it.each([
    ['29/02/1900', 'roster.date-impossible'],
    ['31/04/1990', 'roster.date-impossible'],
    ['12/5/1899', 'roster.date-impossible'],
    ['13/13/1980', 'roster.date-impossible'],
    ['12/13/1980', 'roster.date-month-first'],
    ['29353', 'roster.date-unreadable'],
    ['12051980', 'roster.date-unreadable'],
    ['khoảng 1980', 'roster.date-unreadable'],
    ['5/12', 'roster.date-unreadable'],
    ['12/5/198', 'roster.date-unreadable'],
    ['1O/5/1980', 'roster.date-unreadable'],
    ['', 'roster.date-unreadable'],
  ])('refuses %j with %s', (text, code) => {
    expect(fromText(text)).toMatchObject({ value: null, faults: [{ code, severity: 'error' }] });
  });

  it.each([
    ['1/1/30', '2030-01-01'],
    ['1/1/31', '1931-01-01'],
    ['12.5.80', '1980-05-12'],
    ['5/80', '1980-05'],
  ])('completes the year of %j and says so', (text, day) => {
    expect(fromText(text)).toMatchObject({ value: day, faults: [{ severity: 'note' }] });
  });
});

describe('partialDay', () => {
  it.each([
    [10_000, '1927-05-18'],
    [60_000, '2064-04-08'],
  ])('takes the number %d for a serial and says so', (serial, day) => {
    const { value, faults } = partialDay(aNumber(serial), '1900');
    expect([value, faults[0]?.code]).toEqual([day, 'roster.date-serial']);
  });

  it.each([9_999, 60_001, 5.198, -1])('refuses the number %d', (value) => {
    expect(partialDay(aNumber(value), '1900').value).toBeNull();
  });

  it.each(['0.00', '0%', '0.0E+00'])(
    'does not take a number shown as %s for a serial',
    (format) => {
      expect(partialDay(aNumber(29353, format), '1900').value).toBeNull();
    },
  );

  it('refuses a date that Excel made of a year or of a day without year', () => {
    const cell = { kind: 'date', value: '1905-06-02', format: 'dd/mm/yyyy' } as const;
    expect(
      partialDay(aCell({ ...cell, text: '02/06/1905', serial: 1980 }), '1900').faults,
    ).toMatchObject([{ code: 'roster.date-from-year', severity: 'error' }]);
    const noYear = { kind: 'date', text: '12/05/2025', serial: 45_789, format: 'd-mmm' } as const;
    expect(partialDay(aCell(noYear), '1900').faults).toMatchObject([
      { code: 'roster.date-without-year', severity: 'error' },
    ]);
  });

  it('reads a numeric year, and a serial in the 1904 system', () => {
    expect(partialDay(aNumber(1980), '1900')).toEqual({ value: '1980', faults: [] });
    expect(partialDay(aNumber(27_891), '1904').value).toBe('1980-05-12');
  });

  it('takes from a date cell only what it shows', () => {
    const cell = aCell({ kind: 'date', text: '05/1980', value: '1980-05-01', serial: 29_342 });
    expect(partialDay(cell, '1900')).toEqual({ value: '1980-05', faults: [] });
  });
});

describe('personalNumber', () => {
  const man = { sex: 'male', bornOn: '1980-05' } as const;

  it('keeps 12 digits, drops an apostrophe and spaces', () => {
    expect(personalNumber(aCell({ text: "'011 080 001234" }), man)).toEqual({
      value: '011080001234',
      faults: [],
    });
  });

  it.each([
    [11080001234, '011080001234'],
    [1080001234, '001080001234'],
  ])('pads %d where sex and birth agree', (value, padded) => {
    const result = personalNumber(aNumber(value), man);
    expect([result.value, result.faults[0]?.severity]).toEqual([padded, 'note']);
  });

  it.each([
    ['another sex', { sex: 'female', bornOn: '1980' } as const],
    ['another year', { sex: 'male', bornOn: '1981' } as const],
    ['an unknown sex', { sex: null, bornOn: '1980' }],
    ['an unknown birth', { sex: 'male', bornOn: null } as const],
  ])('does not pad for %s', (_why, witness) => {
    expect(personalNumber(aNumber(11080001234), witness)).toMatchObject({
      value: null,
      faults: [{ code: 'roster.number-too-short', severity: 'error' }],
    });
  });

  it.each(['1.1080E+10', '1,108e10', '1.10800012E+11'])('refuses %s as lost digits', (text) => {
    expect(personalNumber(aCell({ text }), man).faults[0]?.code).toBe('roster.number-lost-digits');
  });

  it('refuses a numeric cell that ends in the zeros of an exponent', () => {
    expect(personalNumber(aNumber(11080000000), man).value).toBeNull();
  });

  it.each(['O11080001234', '0110800O1234', 'l11080001234', 'O11 080 001234'])(
    'refuses the letters of %s',
    (text) => {
      expect(personalNumber(aCell({ text }), man)).toMatchObject({
        value: null,
        faults: [{ code: 'roster.number-letters', severity: 'error' }],
      });
    },
  );

  it.each([
    '011.080.001234',
    '011-080-001234',
    '0110 8000 1234',
    '\u00a0011080001234',
    '０１１０８０００１２３４',
  ])('reads %j', (text) => expect(personalNumber(aCell({ text }), man).value).toBe('011080001234'));

  it('does not take the decimal of a float for a digit', () => {
    expect(personalNumber(aCell({ text: '11080001234.0' }), man).value).toBe('011080001234');
    expect(personalNumber(aNumber(11080001234.5), man).faults[0]?.code).toBe(
      'roster.number-malformed',
    );
  });

  it.each(['12345678', '1234567890123', 'chưa có', '-'])('refuses %s', (text) => {
    expect(personalNumber(aCell({ text }), man).faults[0]?.code).toBe('roster.number-malformed');
  });
});

describe('agrees', () => {
  it('knows the centuries by their digit and the provinces up to 096', () => {
    expect(agrees('011303001234', { sex: 'female', bornOn: '2003-01-02' })).toBe(true);
    expect(agrees('011203001234', { sex: 'female', bornOn: '2003' })).toBe(false);
    expect(agrees('096080001234', { sex: 'male', bornOn: null })).toBe(true);
    expect(agrees('097080001234', { sex: 'male', bornOn: null })).toBe(false);
    expect(agrees('000080001234', { sex: null, bornOn: null })).toBe(false);
  });
});

describe('figure', () => {
  const bounds = { low: 1, high: 13, wanted: 'hệ số' };

  it.each([
    ['3,33', 3.33],
    ['3.33', 3.33],
    ['bậc 3', 3],
    ['3/9', 3],
    ['5%', 5],
    ['12 năm 6 tháng', 12.5],
    ['13', 13],
  ])('reads %j as %d', (text, value) => {
    expect(figure(aCell({ text }), bounds)).toEqual({ value, faults: [] });
  });

  it.each(['13,1', '0', '3,3,3', 'x', ''])('warns of %j', (text) => {
    expect(figure(aCell({ text }), bounds)).toMatchObject({
      value: null,
      faults: [{ severity: 'warning' }],
    });
  });

  it('reads a percent cell as percent and refuses a date', () => {
    expect(figure(aNumber(0.05, '0%'), bounds).value).toBe(5);
    expect(figure(aCell({ kind: 'date', text: '03/09/2025' }), bounds).value).toBeNull();
  });
});

describe('degree', () => {
  it.each([
    ['ĐH', 'university'],
    ['Đại học (TC)', 'university'],
    ['Cử nhân Luật', 'university'],
    ['Th.S', 'master'],
    ['Thạc sỹ', 'master'],
    ['CĐ', 'college'],
    ['TC', 'intermediate'],
    ['Sơ cấp', 'primary'],
    ['Cử nhân; Tiến sĩ', 'doctorate'],
    ['Bác sĩ', 'university'],
  ])('reads %s as %s', (text, value) => {
    expect(degree(text).value).toBe(value);
  });

  it('warns of what is no degree', () => {
    expect(degree('12/12')).toMatchObject({ value: null, faults: [{ severity: 'warning' }] });
  });
});

describe('rank', () => {
  it('reads a code, and a number that lost its zero', () => {
    const cells = [aCell({ text: '01.003' }), aCell({ text: '1.003' }), aNumber(1.003)];
    expect(cells.map((cell) => rank(cell).value)).toEqual(['01.003', '01.003', '01.003']);
  });

  it('keeps a name as typed, without a judgement', () => {
    const cell = aCell({ text: 'Chuyên  viên chính' });
    expect(rank(cell)).toEqual({ value: 'Chuyên viên chính', faults: [] });
  });
});

describe('conditionsIn', () => {
  it.each([
    ['Nuôi con dưới 36 tháng tuổi (có đơn xin)', 'maternity', true],
    ['Nuôi con dưới 36 tháng tuổi', 'maternity', false],
    ['Hoàn cảnh gia đình đặc biệt khó khăn, không có đơn', 'hard-circumstances', false],
    ['Đang xem xét kỷ luật (tự nguyện)', 'discipline', false],
    ['Đang bị thanh tra', 'prosecution', false],
    ['Đang điều trị bệnh hiểm nghèo', 'grave-illness', false],
    ['Đang biệt phái', 'study-or-seconded', false],
    ['Theo kết luận của cấp ủy', 'other', false],
  ])('%s is %s', (text, found, liftedByRequest) => {
    expect(conditionsIn(text)).toEqual([{ case: found, liftedByRequest, text }]);
  });

  it('divides at semicolons and takes "Không" for none', () => {
    expect(conditionsIn('Mang thai; Đang đi học')).toHaveLength(2);
    expect([conditionsIn('Không'), conditionsIn(''), conditionsIn('-')]).toEqual([[], [], []]);
  });
});

describe('wish', () => {
  it.each([
    ['Nghỉ hưu trước tuổi (đã đăng ký)', 'retire-early', true],
    ['Nghỉ hưu trước tuổi', 'retire-early', false],
    ['Nghỉ hưu trước tuổi (chưa được duyệt)', 'retire-early', false],
    ['Thôi việc (đã duyệt)', 'leave', true],
    ['Ở lại', 'stay', false],
  ])('%s is %s', (text, kind, accepted) => {
    expect(wish(text).value).toMatchObject({ kind, accepted, communes: [] });
  });

  it.each([
    ['Nguyện vọng: 1. Xã A; 2. Xã B', ['Xã A', 'Xã B']],
    ['1) Xã Mường Phăng\n2) Phường Him Lam', ['Xã Mường Phăng', 'Phường Him Lam']],
    ['Chuyển công tác: Xã A, Xã B', ['Xã A', 'Xã B']],
    ['Xã Nà Tấu', ['Xã Nà Tấu']],
  ])('%j names communes in order', (text, communes) => {
    expect(wish(text)).toMatchObject({ value: { kind: 'move', communes }, faults: [] });
  });

  it('takes three communes and warns of a fourth', () => {
    const { value, faults } = wish('1. Xã A; 2. Xã B; 3. Xã C; 4. Xã D');
    expect(value?.communes).toEqual(['Xã A', 'Xã B', 'Xã C']);
    expect(faults).toMatchObject([{ code: 'roster.wish-too-many', severity: 'warning' }]);
  });

  it('takes "Không" for none and does not guess what it does not understand', () => {
    expect(wish('Không')).toEqual({ value: null, faults: [] });
    expect(wish('gần nhà')).toMatchObject({ faults: [{ code: 'roster.wish-unknown' }] });
  });
});
