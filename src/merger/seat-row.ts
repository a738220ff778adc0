import type { DivisionKind } from '../rules/vocabulary.js';
import { byCodePoint } from '../shared/text.js';

/** Seats of a position in a unit, as the province gives them: by commune and kind of division (null = in the unit itself). */
export interface SeatRow {
  readonly unitCode: string;
  readonly divisionKind: DivisionKind | null;
  readonly positionCode: string;
  readonly seats: number;
  readonly required: number;
}

/** Unit, division, position. */
export function bySeatRow(a: SeatRow, b: SeatRow): number {
  return (
    byCodePoint(a.unitCode, b.unitCode) ||
    byCodePoint(a.divisionKind ?? '', b.divisionKind ?? '') ||
    byCodePoint(a.positionCode, b.positionCode)
  );
}
