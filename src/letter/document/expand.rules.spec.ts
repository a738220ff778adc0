import { describe, expect, it } from '@jest/globals';
import { BARE_VALUES, SAMPLE_VALUES } from '../letter-fields.js';
import { expandedParagraphs, tagsMustBeKnown, tagsOf } from './expand.rules.js';

describe('expandedParagraphs', () => {
  it('puts values in, wherever they stand in a line', () => {
    expect(
      expandedParagraphs(['Số: {so_quyet_dinh}', '{ho_ten}, { ho_ten }'], SAMPLE_VALUES),
    ).toEqual(['Số: 01/QĐ-SNV', 'Lò Thị Mẫu, Lò Thị Mẫu']);
  });

  it('repeats the paragraphs of a list and takes away those of its tags', () => {
    const lines = ['trên', '{#can_cu}', 'Căn cứ {.};', '{/can_cu}', 'dưới'];
    const values = { ...SAMPLE_VALUES, can_cu: ['A', 'B'] };
    expect(expandedParagraphs(lines, values)).toEqual([
      ...['trên', 'Căn cứ A;', 'Căn cứ B;', 'dưới'],
    ]);
    expect(expandedParagraphs(lines, { ...values, can_cu: [] })).toEqual(['trên', 'dưới']);
  });

  it('leaves out a section without a value, inside a line too, and its opposite with one', () => {
    const line = 'từ {tu_ngay}{#den_ngay} đến {den_ngay}{/den_ngay}{^den_ngay} về sau{/den_ngay}.';
    expect(expandedParagraphs([line], SAMPLE_VALUES)).toEqual(['từ 01/07/2025 đến 31/12/2025.']);
    expect(expandedParagraphs([line], BARE_VALUES)).toEqual(['từ 01/07/2025 về sau.']);
  });

  it('does not read a value as a template', () => {
    const values = { ...SAMPLE_VALUES, ho_ten: '{nguoi_ky}', ghi_chu: '$&' };
    expect(expandedParagraphs(['{ho_ten} {ghi_chu}'], values)).toEqual(['{nguoi_ky} $&']);
  });

  it('throws for a section without an end', () => {
    expect(() => expandedParagraphs(['{#ghi_chu}'], SAMPLE_VALUES)).toThrow(RangeError);
  });
});

describe('tagsMustBeKnown', () => {
  it('names what no field is, once, as it was typed', () => {
    const tags = tagsOf('{ho_ten} {#can_cu}{.}{/can_cu} {luong} {luong} {@ho_ten} {__proto__}');
    expect(tagsMustBeKnown(tags, new Set(['ho_ten']))).toEqual([
      ...['{luong}', '{@ho_ten}', '{__proto__}'],
    ]);
    expect(tagsMustBeKnown(tagsOf('{ho_ten}'), new Set(['ho_ten']))).toEqual([]);
  });
});
