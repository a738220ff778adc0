import type { NoGoCase } from '../../../rules/vocabulary.js';
import { folded, normalised } from '../../../shared/text.js';
import type { RosterCondition } from '../../record.js';

/** Words of each case of Decree 170/2025/NĐ-CP, art. 25; the first that fits counts, anything else is `other`. */
const WORDS: readonly (readonly [NoGoCase, RegExp])[] = [
  ['maternity', /mang thai|thai san|36 thang|nghi sinh|nuoi con nho/],
  ['discipline', /ky luat/],
  ['prosecution', /khoi to|truy to|xet xu|dieu tra(?! suc khoe)|thanh tra|kiem tra/],
  ['grave-illness', /hiem ngheo|nan y|benh nang|dieu tri|chua benh/],
  ['study-or-seconded', /di hoc|hoc tap|dao tao|boi duong|biet phai/],
  ['hard-circumstances', /hoan canh|kho khan/],
];

/** The two cases that the person's own request lifts. */
const LIFTABLE: readonly NoGoCase[] = ['maternity', 'hard-circumstances'];
const REQUEST = /(co don|tu nguyen|de nghi|xin) ?/;
const NO_REQUEST = /(khong|chua)( co)? (don|tu nguyen|de nghi|xin)/;
const NONE = /^(khong|khong co|0|-|\/)?$/;

/** The reasons against a transfer that a cell names, divided by semicolons or lines. */
export function conditionsIn(typed: string): readonly RosterCondition[] {
  return typed
    .split(/[;\n]/)
    .map((part) => normalised(part))
    .filter((part) => !NONE.test(folded(part)))
    .map(conditionIn);
}

function conditionIn(text: string): RosterCondition {
  const words = folded(text);
  const found = WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other';
  const asked = REQUEST.test(words) && !NO_REQUEST.test(words);
  return { case: found, liftedByRequest: asked && LIFTABLE.includes(found), text };
}
