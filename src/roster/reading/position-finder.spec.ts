import { describe, expect, it } from '@jest/globals';
import { PositionFinder } from './position-finder.js';

const FINDER = new PositionFinder([
  { code: 'X-BT', spellings: ['Bí thư Đảng ủy cấp xã', 'Bí thư Đảng ủy', 'BTĐU'] },
  {
    code: 'X-CT',
    spellings: [
      'Chủ tịch Ủy ban nhân dân cấp xã',
      'Chủ tịch UBND',
      'CT UBND',
      'Phó Bí thư Đảng ủy, Chủ tịch UBND',
    ],
  },
  { code: 'X-PCT', spellings: ['Phó Chủ tịch UBND', 'Phó CT UBND', 'PCT UBND'] },
  { code: 'X-CT-HDND', spellings: ['Chủ tịch HĐND', 'CT HĐND'] },
  { code: 'H-CT', spellings: ['Chủ tịch Ủy ban nhân dân cấp huyện', 'Chủ tịch UBND huyện'] },
  { code: 'X-DCXD', spellings: ['CC ĐC-NN-XD&MT'] },
  { code: 'H-NV-TP', spellings: ['Trưởng phòng Nội vụ'] },
  { code: 'X-TCKT', spellings: ['Kế toán xã'] },
  { code: 'H-NV-CV', spellings: ['Chuyên viên Phòng Nội vụ'] },
  { code: 'H-NNMT-CV', spellings: ['CV NN&MT'] },
  { code: 'A', spellings: ['Kế toán'] },
  { code: 'B', spellings: ['Kế toán'] },
]);

const codeOf = (...args: Parameters<PositionFinder['find']>) => FINDER.find(...args)?.answer?.code;

describe('PositionFinder', () => {
  it.each([
    ['chủ tịch  UBND', 'X-CT'],
    ['Chủ tịch UBND xã Nà Tấu', 'X-CT'],
    ['CT.UBND', 'X-CT'],
    ['P.CT UBND', 'X-PCT'],
    ['BT ĐU', 'X-BT'],
    ['C.tịch UBND', 'X-CT'],
    ['CT UBND, PBT ĐU', 'X-CT'],
    ['CC ĐC – NN – XD & MT', 'X-DCXD'],
    ['Địa chính-XD-NN&MT', 'X-DCXD'],
    ['CB ĐC-NN-XD&MT', 'X-DCXD'],
    ['Cán bộ Địa chính, nông nghiệp, môi trường và xây dựng', 'X-DCXD'],
    ['CV Phòng NN&MT', 'H-NNMT-CV'],
    ['CV phòng NN và MT', 'H-NNMT-CV'],
  ])('knows %s', (title, code) => expect(codeOf(title)).toBe(code));

  it('takes a town for a district, and never gives it the post of a commune', () => {
    expect(codeOf('Chủ tịch UBND', [], 'Thị xã Mường Lay')).toBe('H-CT');
    expect(codeOf('Chủ tịch UBND', [], 'Thành phố Điện Biên Phủ')).toBe('H-CT');
  });

  it('adds what the division above says, and "xã" only in a commune', () => {
    expect(codeOf('Chuyên viên', ['Phòng Nội vụ'])).toBe('H-NV-CV');
    expect(codeOf('Trưởng phòng', ['Phòng Nội vụ'], 'Huyện Mường Nhé')).toBe('H-NV-TP');
    expect(codeOf('TP', ['Phòng Nội vụ'])).toBe('H-NV-TP');
    expect(codeOf('Trưởng phòng')).toBeUndefined();
    expect(codeOf('Kế toán', [], 'Xã Nà Tấu')).toBe('X-TCKT');
    expect(codeOf('Kế toán')).toBeUndefined();
  });

  it('takes the level of the unit first', () => {
    expect(codeOf('Chủ tịch UBND', [], 'Huyện Mường Nhé')).toBe('H-CT');
    expect(codeOf('Chủ tịch UBND', [], 'Xã Nà Tấu')).toBe('X-CT');
  });

  it('takes the division beside the title or above it', () => {
    expect(codeOf('Chuyên viên', ['Phòng Nội vụ huyện Mường Nhé', null])).toBe('H-NV-CV');
    expect(codeOf('Chuyên viên', [null, 'Phòng Nội vụ'])).toBe('H-NV-CV');
  });

  it('asks where a title is of several positions, or of none', () => {
    expect(FINDER.find('Kế toán')).toMatchObject({
      answer: null,
      suggestions: [{ code: 'A' }, { code: 'B' }],
    });
    const unsure = FINDER.find('Chu tich UBND');
    expect([unsure?.answer, unsure?.suggestions[0]?.code]).toEqual([null, 'X-CT']);
    expect(FINDER.find('Chuyên viên')?.answer).toBeNull();
    expect(FINDER.find('')).toBeNull();
  });

  const NEW = new PositionFinder([
    { code: 'L3-KT', spellings: ['Trưởng phòng Kinh tế'] },
    { code: 'L4-VX', spellings: ['Phó Trưởng phòng Văn hóa - Xã hội'] },
    { code: 'L5', spellings: ['Giám đốc Trung tâm Phục vụ hành chính công'] },
    { code: 'O10', spellings: ['Chuyên viên về tư pháp - hộ tịch'] },
    { code: 'L1', spellings: ['Chánh Văn phòng HĐND và UBND'] },
    { code: 'D3', spellings: ['Chánh Văn phòng Đảng ủy'] },
  ]);

  it.each([
    ['TP Kinh tế', 'L3-KT'],
    ['PTP VH-XH', 'L4-VX'],
    ['Phó TP VH - XH', 'L4-VX'],
    ['GĐ TTPVHCC', 'L5'],
    ['CV tư pháp - hộ tịch', 'O10'],
  ])('knows %s by its first letters', (title, code) =>
    expect(NEW.find(title)?.answer?.code).toBe(code),
  );

  it('asks where first letters are of several positions', () => {
    expect(NEW.find('CVP')?.answer).toBeNull();
    expect(NEW.find('TP')?.answer).toBeNull();
  });

  it('suggests each of several posts of one cell and chooses none', () => {
    expect(FINDER.find('BTĐU kiêm CT HĐND')).toMatchObject({
      answer: null,
      suggestions: [{ code: 'X-BT' }, { code: 'X-CT-HDND' }],
    });
  });
});
