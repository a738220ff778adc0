import type { WishKind } from '../../rules/vocabulary.js';
import { normalised } from '../../shared/text.js';
import { BadInput } from '../../shared/errors.js';

export const MOST_COMMUNES = 3;

/**
 * Whoever wishes to move names up to three communes in order, each once and by a name that means one commune; the other
 * wishes name none.
 *
 * @param communes as typed, the first wish first.
 * @param known names that mean one commune.
 * @returns the communes by their known names, in order.
 * @throws BadInput `wish.communes-not-wanted`, `wish.no-commune`, `wish.too-many-communes`, `wish.commune-unknown`,
 *   `wish.commune-twice`
 * @source DOMAIN 3.2 step 5 (phiếu nguyện vọng); docs/decisions/0070-wishes-on-the-page.md
 */
export function communesOfWish(
  kind: WishKind,
  communes: readonly string[],
  known: readonly string[],
): readonly string[] {
  if (kind !== 'move') {
    if (communes.length === 0) return [];
    throw new BadInput(
      'wish.communes-not-wanted',
      'Chỉ nguyện vọng chuyển đến mới ghi xã. Hãy bỏ các xã, hoặc chọn "Chuyển đến".',
    );
  }
  if (communes.length === 0)
    throw new BadInput('wish.no-commune', 'Nguyện vọng chuyển đến cần ít nhất một xã.');
  if (communes.length > MOST_COMMUNES)
    throw new BadInput(
      'wish.too-many-communes',
      `Ghi ${communes.length} xã, chỉ nhận tối đa ${MOST_COMMUNES}. Hãy bỏ bớt.`,
    );
  const byKey = new Map(known.map((name) => [keyOf(name), name]));
  const names = communes.map((typed) => {
    const name = byKey.get(keyOf(typed));
    if (name === undefined) throw unknownCommune(typed);
    return name;
  });
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice === undefined) return names;
  throw new BadInput('wish.commune-twice', `${twice} được ghi hai lần. Mỗi xã chỉ ghi một lần.`);
}

/**
 * The campaign that a wish given on a day counts in: the person's newest one, or that of its own day where that is later, so
 * that the wish is the one that scenarios read.
 *
 * @param newest the person's newest campaign; null = none yet.
 * @source product decision: docs/decisions/0070-wishes-on-the-page.md
 */
export function campaignOfWish(givenOn: string, newest: string | null): string {
  return newest !== null && newest > givenOn ? newest : givenOn;
}

/**
 * The wish in the words of a roster, which read back give the same wish.
 *
 * @source product decision: docs/decisions/0070-wishes-on-the-page.md
 */
export function wordsOfWish(
  kind: WishKind,
  communes: readonly string[],
  accepted: boolean,
): string {
  const words = kind === 'move' ? numbered(communes) : WORDS[kind];
  return accepted ? `${words} (đã chấp thuận)` : words;
}

const WORDS: Readonly<Record<Exclude<WishKind, 'move'>, string>> = {
  stay: 'Ở lại',
  'retire-early': 'Nghỉ hưu trước tuổi',
  leave: 'Thôi việc',
};

function numbered(communes: readonly string[]): string {
  return communes.map((name, at) => `${at + 1}. ${name}`).join('; ');
}

/** "Xã Nà Tòng" and "Xã Na Tông" are two communes: only case and spacing are let go. */
function keyOf(name: string): string {
  return normalised(name).toLowerCase();
}

function unknownCommune(typed: string): BadInput {
  return new BadInput(
    'wish.commune-unknown',
    `Không rõ "${normalised(typed)}" là xã nào: hãy chọn một tên trong danh sách xã.`,
  );
}
