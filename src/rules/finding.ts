import type { Severity } from '../shared/issue.js';

/** What a rule of law says against an act: an `error` forbids it, a `warning` is the officer's to judge. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** Vietnamese, as the law is quoted: "Điều 26 Nghị định 170/2025/NĐ-CP". */
  readonly article: string;
  /** Vietnamese, a whole sentence that ends with the article and says what to do. */
  readonly message: string;
}

export function finding(
  code: string,
  severity: Severity,
  article: string,
  sentence: string,
): Finding {
  return { code, severity, article, message: `${sentence} (${article}).` };
}

/** The answers of several rules without those that have nothing to say. */
export function findings(answers: readonly (Finding | null)[]): Finding[] {
  return answers.filter((answer) => answer !== null);
}
