/** Words of parents that stand over columns of several fields, and those fields. */
const GROUPS: readonly (readonly [words: readonly RegExp[], fields: readonly string[]])[] = [
  [
    [/ngach/, /bac/, /he so/],
    ['rank', 'step', 'coefficient', 'stepOn'],
  ],
  [
    [/chuyen mon|\bcm\b/, /chinh tri|ly luan|llct/, /ql ?nn|quan ly/, /ngoai ngu/, /tin hoc/],
    ['degree', 'politicalTheory', 'stateManagement', 'foreignLanguage', 'informatics'],
  ],
];
const SEVERAL = 2;

/**
 * Whether a column under such a parent says by its own label what it is: "Ngạch, bậc, hệ số > Bậc".
 *
 * @param parent folded @param field what its own label means
 */
export function saysItself(parent: string, field: string): boolean {
  return GROUPS.some(
    ([words, fields]) =>
      fields.includes(field) && words.filter((word) => word.test(parent)).length >= SEVERAL,
  );
}
