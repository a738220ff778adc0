import type { Day } from '../shared/day.js';

interface Span {
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/**
 * Secondments that follow each other without a day between count as one, so that nobody is extended past the limit by a new
 * decision each time.
 *
 * @param earlier spans of secondments of the person, in any order; those that begin on `startsOn` or later do not count.
 * @returns the first day of the unbroken chain that a secondment from `startsOn` goes on; null = it is the first.
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 26 (three years at most; on expiry decide end or extension)
 */
export function chainStart(earlier: readonly Span[], startsOn: Day): Day | null {
  let first: Day | null = null;
  const before = [...earlier].sort((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
  for (const span of before) {
    const from = first ?? startsOn;
    if (span.startsOn < from && span.endsOn >= from) first = span.startsOn;
  }
  return first;
}
