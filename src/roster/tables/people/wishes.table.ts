import type { WishKind } from '../../../rules/vocabulary.js';
import { folded } from '../../../shared/text.js';
import type { RowValues } from '../../reading/row-values.js';
import { bad, good } from '../../reading/values/fault.js';
import { isMark } from '../../reading/values/mark.js';
import { wish } from '../../reading/values/wish.js';
import { personTable, strict } from './person-table.js';

export type WishField = 'wish' | 'commune1' | 'commune2' | 'commune3' | 'accepted' | 'note';

/** What a row says of a wish; null = it does not say. */
export interface SaidWish {
  /** null = there is none. */
  readonly kind: WishKind | null;
  /** As typed, in order of choice. */
  readonly communes: readonly string[];
  readonly accepted: boolean;
  readonly text: string;
  /** null = the table has no column of notes. */
  readonly note: string | null;
}

const COMMUNES = ['commune1', 'commune2', 'commune3'] as const;
const WORDS = ['thứ nhất', 'thứ hai', 'thứ ba'] as const;
const KNOWN = ['(1|mot|thu nhat)', '(2|hai|thu hai)', '(3|ba|thu ba)'] as const;

/** A wish, the communes one by one or in one cell as rosters have it, and whether the province has accepted. */
export const WISHES_TABLE = personTable<WishField, SaidWish>({
  name: 'nguyện vọng',
  fields: [
    ...COMMUNES.map((field, index) => ({
      field,
      label: `Xã ${WORDS[index] ?? ''}`,
      known: new RegExp(
        `^(nguyen vong|xa|xa phuong|don vi|noi den|lua chon|uu tien)( den| chon)? ${KNOWN[index] ?? ''}$`,
      ),
    })),
    { field: 'accepted', label: 'Đã chấp thuận', known: /chap thuan|dong y|phe duyet|da duyet/ },
    { field: 'wish', label: 'Nguyện vọng', known: /nguyen vong/ },
    { field: 'note', label: 'Ghi chú', known: /ghi chu|ly do/ },
  ],
  essential: [['wish', 'commune1']],
  value: (values, { fields }) => {
    const text = values.text('wish') ?? '';
    const communes = COMMUNES.flatMap((field) => values.text(field) ?? []);
    const note = fields.has('note') ? (values.text('note') ?? '') : null;
    const accepted = acceptedIn(values);
    if (communes.length > 0) {
      if (!MOVING.test(folded(text))) return reportMixed(values);
      return { kind: 'move', communes, accepted: accepted ?? false, text, note };
    }
    if (!values.isFilled('wish')) return { kind: null, communes, accepted: false, text, note };
    const read = values.value('wish', (cell) =>
      NONE.test(folded(cell.text)) ? good(null) : strict(wish(cell.text)),
    );
    if (read === null)
      return NONE.test(folded(text)) ? { kind: null, communes, accepted: false, text, note } : null;
    return { ...read, accepted: accepted ?? read.accepted, text, note };
  },
});

const MOVING = /^$|chuyen|dieu dong|nguyen vong|luan chuyen/;
const NONE = /^(khong|khong co|0|-|\/)?$/;
const NOT = /^(khong|chua|0|-|\/)$/;

function acceptedIn(values: RowValues<WishField>): boolean | null {
  if (!values.has('accepted')) return null;
  return (
    values.value('accepted', ({ text }) => {
      if (isMark(text)) return good(true);
      if (NOT.test(folded(text))) return good(false);
      return bad<boolean>(
        'roster.mark-unreadable',
        'Ô này cần dấu "x" nếu đã chấp thuận, hoặc để trống.',
      );
    }) ?? false
  );
}

function reportMixed(values: RowValues<WishField>): null {
  values.reportAt('wish', {
    ...{ code: 'roster.wish-mixed', severity: 'error' },
    message: 'Dòng vừa ghi xã muốn chuyển đến vừa ghi một nguyện vọng khác. Hãy chỉ giữ một.',
  });
  return null;
}
