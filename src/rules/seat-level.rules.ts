import type { PositionGroup } from './vocabulary.js';

/** 2 = a title of the commune itself (secretary, chair, vice-chair), 1 = head or deputy of a part of it, 0 = everybody else. */
export type SeatLevel = 0 | 1 | 2;

/**
 * Titles that are elected or managed by the Party stand above heads and deputies of divisions, and these above the others.
 *
 * @source product decision: the catalogue has no order of titles, but says which are given and which the Party manages
 */
export function seatLevel(position: {
  readonly group: PositionGroup;
  readonly given: boolean;
  readonly partyManaged: boolean;
}): SeatLevel {
  if (position.given || position.partyManaged) return 2;
  return position.group === 'leader' ? 1 : 0;
}

/**
 * A leader is seconded to an equivalent post; the province says how many levels below it may be. Into a post above the own one
 * goes only who is planned for it.
 *
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 26 (an equivalent leadership post); parameter `secondment.most-levels-down`
 */
export function suitsLevel(
  own: SeatLevel,
  seat: SeatLevel,
  { isPlanned, mostLevelsDown }: { readonly isPlanned: boolean; readonly mostLevelsDown: number },
): boolean {
  if (seat > own) return isPlanned && seat === own + 1;
  return own - seat <= mostLevelsDown;
}
