import { normalised } from '../../shared/text.js';
import { withoutBullet } from './row-words.js';
import { beginsWithShortKind } from './unit-words.js';

/** "II. ", "A " before the words of a section. */
export const LEADING_ORDINAL =
  /^((?:[IVXLC]+|[A-Z]|\d{1,3}(?:\.\d+)*|[a-z])\s*[.):/-]+\s*|[IVXLC]+\s+(?=\p{Lu})|[A-H]\s+(?=(?:KHỐI|XÃ|PHƯỜNG|HUYỆN|THỊ|UBND|CƠ QUAN)))/u;
const TRAILING_COUNT =
  /\s*[:(,–-]\s*(tổng số\s*:?\s*|có\s*)?\d+\s*(người|đồng chí|đ\/?c|cán bộ|cb,?\s*cc|biên chế)?\s*\)?$/iu;

/** "II. Xã Mường Phăng (25 người)" → "Xã Mường Phăng". */
export function withoutOrdinal(text: string): string {
  const plain = withoutBullet(text);
  return normalised(
    (beginsWithShortKind(plain) ? plain : plain.replace(LEADING_ORDINAL, ''))
      .replace(/^(?:tên )?đơn vị(?: công tác)?\s*:\s*/iu, '')
      .replace(TRAILING_COUNT, '')
      .replace(/[\s:.]+$/, ''),
  );
}
