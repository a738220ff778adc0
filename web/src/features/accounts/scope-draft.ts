import type { ScopeEntry, ScopeWish } from '../../lib/api/shapes.js';
import { dayShifted, formatFor, parseDay } from '../../lib/format.js';

/** A row of scope as it is typed: days as dd/mm/yyyy, the last day inclusive. */
export interface ScopeDraft {
  readonly key: number;
  readonly unitCode: string;
  readonly unitName: string | null;
  readonly from: string;
  readonly to: string;
}

let nextKey = 1;

export function emptyDraft(today: string): ScopeDraft {
  const from = formatFor('vi').day(today);
  return { key: nextKey++, unitCode: '', unitName: null, from, to: '' };
}

export function draftOf({ unitCode, unitName, startsOn, endsOn }: ScopeEntry): ScopeDraft {
  const { day, dayBefore } = formatFor('vi');
  const to = endsOn === null ? '' : day(dayBefore(endsOn));
  return { key: nextKey++, unitCode, unitName, from: day(startsOn), to };
}

/** @returns null where the row cannot be sent. */
export function wishOf({ unitCode, from, to }: ScopeDraft): ScopeWish | null {
  const startsOn = parseDay(from);
  const lastDay = to.trim() === '' ? null : parseDay(to);
  if (unitCode === '' || startsOn === null || (to.trim() !== '' && lastDay === null)) return null;
  const endsOn = lastDay === null ? null : dayShifted(lastDay, 1);
  return endsOn !== null && endsOn <= startsOn ? null : { unitCode, startsOn, endsOn };
}
