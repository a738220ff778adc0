import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { type SentencePair, translator } from './translator.js';

const FILES = [
  'reasons',
  'verdicts',
  'refusals-plan',
  'refusals-people',
  'refusals-house',
  'findings-rows',
  'findings-house',
];
const PAIRS = FILES.flatMap(
  (name) =>
    JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as SentencePair[],
);
const inEnglish = translator(PAIRS);
const holesOf = (text: string) =>
  [...text.matchAll(/\{(\d)#?\}/g)]
    .map(([, hole]) => hole)
    .sort()
    .join();

describe('sentences of the API in English', () => {
  it.each([
    [
      'Bố trí vào vị trí bắt buộc Chuyên viên về đất đai, Phòng Kinh tế, Xã Mường Pồn (trọng số ưu tiên 4). Cần đào tạo thêm: khác ngành, thiếu chứng chỉ (đại học, ngành Luật). Theo Xã Mường Pồn sang đơn vị kế thừa theo nghị quyết, không phải điều động, kèm quyết định bổ nhiệm. Đúng nguyện vọng 2. Cách nhà 1.012,3 km đường chim bay.',
      'Placed in a required seat, Chuyên viên về đất đai, Phòng Kinh tế, Xã Mường Pồn (priority weight 4). Needs training: other field of study, certificate missing (university degree in Luật). Follows Xã Mường Pồn into its successor by resolution; not a transfer, with a decision of appointment. Wish 2 is met. From home 1,012.3 km in a straight line.',
    ],
    [
      'limit: tối đa 1000; limit: từ 1; limit: cần một số nguyên',
      'limit: at most 1000; limit: from 1; limit: a whole number is needed',
    ],
    [
      'offset: từ 0; staffId: số quá lớn; why: cần một trong undated, overdue',
      'offset: from 0; staffId: the number is too large; why: one of undated, overdue is needed',
    ],
    [
      'Được chỉ định: Theo nghị quyết của cấp ủy. Bố trí vào Bí thư, Xã A.',
      'Pinned: Theo nghị quyết của cấp ủy. Placed in Bí thư, Xã A.',
    ],
    [
      'Dôi dư tại Văn phòng, Xã A, phải sắp xếp xong chậm nhất ngày 30/06/2030. Toàn tỉnh còn 12 chỉ tiêu trống nhưng không nhận được: 9 chỉ tiêu: vị trí thuộc khối Đảng, khác khối; 4 chỉ tiêu: vị trí thuộc khối quân sự, khác khối; 2 chỉ tiêu: không được điều động: Đang mang thai, nghỉ thai sản hoặc nuôi con dưới 36 tháng tuổi; chỉ được điều động, biệt phái nếu người này tự nguyện đề nghị (Nghị định 170/2025/NĐ-CP, Điều 26); 1 chỉ tiêu: đã hết mức trần toàn tỉnh (Phó Chủ tịch).',
      "Surplus in Văn phòng, Xã A, to be settled by 30/06/2030 at the latest. The whole province has 12 vacant seats, none of them open: 9 of the seats: a position of the Party block, another block; 4 of the seats: a position of the military block, another block; 2 of the seats: must not be transferred: Pregnant, on maternity leave or raising a child under 36 months; to be transferred or seconded only on the person's own request (Decree 170/2025/NĐ-CP, art. 26); 1 of the seats: the cap of the whole province is reached (Phó Chủ tịch).",
    ],
    [
      'Có nguyện vọng nghỉ hưu trước tuổi; theo thâm niên, nguyện vọng được nhận trước. Cần cấp có thẩm quyền chấp thuận.',
      'Wishes to retire early; by seniority, the wish is accepted first. The competent authority must accept it.',
    ],
    [
      'Số người chưa có chỗ tăng 1; tổng quãng đường giảm 3,5 km.',
      'People without a seat up by 1; sum of distances down by 3.5 km.',
    ],
    [
      'Biệt phái quá 36 tháng, tính cả gia hạn: kết thúc chậm nhất ngày 01/07/2028 (Nghị định 170/2025/NĐ-CP, Điều 27).',
      'A secondment of more than 36 months, extensions included: it ends on 01/07/2028 at the latest (Decree 170/2025/NĐ-CP, art. 27).',
    ],
    [
      'Xã A (03176) chưa đạt tiêu chuẩn của Nghị quyết 76/2025/UBTVQH15: diện tích đạt 81,3 %, dân số đạt 1.202,3 % mức yêu cầu. Cần giải trình.',
      'Xã A (03176) does not meet the criteria of Resolution 76/2025/UBTVQH15: 81.3 % of the area and 1,202.3 % of the population required. It needs an explanation.',
    ],
    [
      'Phương án dự thảo không thể chuyển sang đã áp dụng.',
      'A scenario that is draft cannot become applied.',
    ],
  ])('%s', (vi, en) => {
    expect(inEnglish(vi)).toBe(en);
  });

  it('leaves what nobody composed as it is', () => {
    const typed = 'Xin ở lại gần mẹ già. Nhà ở bản Nà Sự; đã hỏi chi bộ (đồng ý).';
    expect(inEnglish(typed)).toBe(typed);
  });

  it('says names of positions and divisions that it is given, and no part of one', () => {
    const named = translator(
      PAIRS,
      new Map([
        ['Bí thư', 'Secretary'],
        ['Phòng Kinh tế', 'Economic Division'],
        ['Phòng Kinh tế, Hạ tầng và Đô thị', 'Economic, Infrastructure and Urban Division'],
      ]),
    );
    const of = (name: string) => `Được chỉ định: Theo nghị quyết. Bố trí vào ${name}, Xã A.`;
    expect(named(of('Bí thư, Phòng Kinh tế'))).toBe(
      'Pinned: Theo nghị quyết. Placed in Secretary, Economic Division, Xã A.',
    );
    expect(named(of('Phó Bí thư, Phòng Kinh tế, Hạ tầng và Đô thị'))).toBe(
      'Pinned: Theo nghị quyết. Placed in Phó Bí thư, Economic, Infrastructure and Urban Division, Xã A.',
    );
  });

  it('says everything that stood in the sentence, and each sentence once', () => {
    const differ = PAIRS.filter(([vi, en]) => holesOf(vi) !== holesOf(en));
    expect(differ).toEqual([]);
    expect(new Set(PAIRS.map(([vi]) => vi)).size).toBe(PAIRS.length);
  });
});
