/**
 * Marks of secrecy, from none to the highest.
 *
 * @source Luật Bảo vệ bí mật nhà nước 2018 (29/2018/QH14), art. 8 [recalled: three degrees]; Decision 2500/QĐ-TTg of
 * 17 November 2025 (what is secret in organisation and personnel work) [DOMAIN 7, F:S57]
 */
export const CLASSIFICATIONS = ['none', 'mat', 'toi-mat', 'tuyet-mat'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** What whoever may lift or set a mark, and its page, call it. */
export const CLASSIFICATION_NAMES: Readonly<Record<Classification, string>> = {
  none: 'không mật',
  mat: 'Mật',
  'toi-mat': 'Tối mật',
  'tuyet-mat': 'Tuyệt mật',
};

/**
 * The word to print on everything that is made from a plan: workbooks, letters, pages to print. Null = nothing to print.
 * Whoever makes an output of a plan takes its mark from here.
 */
export function markOf({
  classification,
}: {
  readonly classification: Classification;
}): string | null {
  return classification === 'none'
    ? null
    : CLASSIFICATION_NAMES[classification].toLocaleUpperCase('vi');
}

/** What holds several plans together is as secret as the most secret of them. */
export function highestOf(plans: readonly { readonly classification: Classification }[]): {
  readonly classification: Classification;
} {
  const rank = ({ classification }: (typeof plans)[number]): number =>
    CLASSIFICATIONS.indexOf(classification);
  return plans.reduce((a, b) => (rank(b) > rank(a) ? b : a), { classification: 'none' });
}
