import { finding, type Finding } from './finding.js';
import { isQualified, type FailedTest, type FitAnswer } from './fit.rules.js';

const WORDS: Readonly<Record<FailedTest, string>> = {
  degree: 'trình độ',
  major: 'chuyên ngành',
  rank: 'ngạch',
  certificate: 'chứng chỉ',
};

/**
 * Whoever does not meet the standard of a position is named with what fails; it is for the officer to judge.
 *
 * @param article as the law is quoted: parameter `fit.article`.
 * @source Law 80/2025/QH15 and Decree 361/2025/NĐ-CP of 2025-12-31 (people stand in the position whose standard they meet)
 */
export function standardNotMet(fit: FitAnswer, article: string): Finding | null {
  if (isQualified(fit.fit)) return null;
  const failed = fit.failed.map((test) => WORDS[test]).join(', ');
  const what = failed === '' ? '' : `: ${failed}`;
  const sentence = `Chưa đạt tiêu chuẩn của vị trí đến${what}`;
  return finding('movement.standard-not-met', 'warning', article, sentence);
}
