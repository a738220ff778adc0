import type { PartialDay } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';

/** A holder of a position in a unit, as seating sees them. */
export interface Holder {
  readonly key: string;
  readonly qualified: boolean;
  readonly recruitedOn: PartialDay | null;
}

/**
 * Where a roster gives no seats, qualified people are seated first, then those with the longest service, then by key.
 *
 * A day that is not known in full counts as its last possible one, an unknown day as the latest: nobody gains a seat by a gap.
 *
 * @param holders all main postings of one position in one unit; any order.
 * @param seats 0…n.
 * @returns keys of the seated, in order of seating; as many as there are seats and holders.
 * @source DESIGN "Gap"; product decision
 */
export function seatedIn(holders: readonly Holder[], seats: number): readonly string[] {
  return [...holders]
    .sort(bySeating)
    .slice(0, Math.max(0, seats))
    .map((holder) => holder.key);
}

function bySeating(a: Holder, b: Holder): number {
  return (
    Number(b.qualified) - Number(a.qualified) ||
    byCodePoint(latest(a.recruitedOn), latest(b.recruitedOn)) ||
    byCodePoint(a.key, b.key)
  );
}

/** Only compared, never shown: `2010` and `2010-05` sort behind every day of theirs. */
function latest(day: PartialDay | null): string {
  return day === null ? '~' : day.padEnd('yyyy-mm-dd'.length, '~');
}
