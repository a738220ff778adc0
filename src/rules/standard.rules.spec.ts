import { describe, expect, it } from '@jest/globals';
import { standardNotMet } from './standard.rules.js';

const ARTICLE = 'Nghị định 361/2025/NĐ-CP';

describe('standardNotMet', () => {
  it.each(['exact', 'related'] as const)('has nothing against %s', (fit) => {
    expect(standardNotMet({ fit, failed: [] }, ARTICLE)).toBeNull();
  });

  it('warns with the article and names every failing test', () => {
    expect(
      standardNotMet({ fit: 'after-training', failed: ['degree', 'certificate'] }, ARTICLE),
    ).toEqual({
      code: 'movement.standard-not-met',
      severity: 'warning',
      article: ARTICLE,
      message: `Chưa đạt tiêu chuẩn của vị trí đến: trình độ, chứng chỉ (${ARTICLE}).`,
    });
    expect(standardNotMet({ fit: 'out-of-field', failed: ['major'] }, ARTICLE)?.message).toContain(
      'chuyên ngành',
    );
  });
});
