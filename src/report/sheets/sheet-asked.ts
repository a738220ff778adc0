import type { BatchKind } from '../../roster/batch-kind.js';
import type { Day } from '../../shared/day.js';

/** Kinds of sheets beside rosters, each with its template. */
export type SheetName = Exclude<BatchKind, 'roster'>;

export interface SheetAsked {
  readonly kind: SheetName;
  readonly on: Day;
  /** With the units below it; null = all that the actor may see. */
  readonly unit: string | null;
  readonly purpose: string;
  /** Of sheets about people; null = what the role gets by default. */
  readonly columns: readonly string[] | null;
}
