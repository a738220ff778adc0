import type { WishKind } from '../../../rules/vocabulary.js';
import { folded, normalised } from '../../../shared/text.js';
import type { RosterWish } from '../../record.js';
import { bad, good, withFault, type Reading } from './fault.js';

const MOST_COMMUNES = 3;
const ACCEPTED = /(da|duoc) (duoc )?(dang ky|duyet|phe duyet|dong y|chap thuan|giai quyet)/;
const NOT_ACCEPTED = /(chua|khong) (duoc )?(dang ky|duyet|phe duyet|dong y|chap thuan|giai quyet)/;
const KINDS: readonly (readonly [WishKind, RegExp])[] = [
  ['retire-early', /nghi huu|huu truoc tuoi/],
  ['leave', /thoi viec|nghi viec|chuyen ra ngoai/],
  ['stay', /o lai|giu nguyen|tiep tuc cong tac|khong (co )?nguyen vong|khong thay doi/],
];
const NONE = /^(khong|khong co|0|-|\/)?$/;
const NUMBERED = /(?:^|[\s;,:])\d\s*[.)]\s*/u;
const UNIT_WORD = /^(xa|phuong|thi tran|dac khu|tt)\b/;

/**
 * A person's wish: staying, moving to up to three communes in order, early retirement, leaving. `accepted` only where the
 * text says that it is registered or approved.
 */
export function wish(typed: string): Reading<RosterWish> {
  const text = normalised(typed);
  const words = folded(typed);
  if (NONE.test(words)) return good<RosterWish>(null);
  const accepted = ACCEPTED.test(words) && !NOT_ACCEPTED.test(words);
  const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (kind !== undefined) return good<RosterWish>({ kind, communes: [], accepted, text });
  const communes = communesIn(typed);
  if (communes.length === 0) return notUnderstood(text);
  const value: RosterWish = {
    kind: 'move',
    communes: communes.slice(0, MOST_COMMUNES),
    accepted: false,
    text,
  };
  if (communes.length <= MOST_COMMUNES) return good(value);
  const message = `Ghi ${communes.length} nguyện vọng, chỉ nhận ${MOST_COMMUNES} nguyện vọng đầu. Hãy bỏ bớt.`;
  return withFault(value, 'roster.wish-too-many', message, 'warning');
}

/** "1. Xã A; 2. Xã B", "Chuyển công tác: Xã A, Xã B", "Xã A". */
function communesIn(typed: string): readonly string[] {
  const text = typed.replace(/\n/g, ';');
  const list = NUMBERED.test(text)
    ? text.split(NUMBERED).slice(1)
    : text.slice(text.indexOf(':') + 1).split(/[;,]/);
  const names = list.map((part) => normalised(part.replace(/[;,.\s]+$/, ''))).filter(Boolean);
  const isList = NUMBERED.test(text) || names.every((name) => UNIT_WORD.test(folded(name)));
  return isList ? names : [];
}

function notUnderstood(text: string): Reading<RosterWish> {
  return bad(
    'roster.wish-unknown',
    `Không hiểu nguyện vọng "${text}". Hãy ghi "Ở lại", "Nghỉ hưu trước tuổi", "Thôi việc" hoặc "1. Xã …; 2. Xã …".`,
    'warning',
  );
}
