import type { Fit } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';

/** A main posting to write; unit and position are those in force on its first day. */
export interface NewPosting {
  readonly staffId: number;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly seated: boolean;
  readonly fit: Fit | null;
  readonly failedTests: readonly string[];
  readonly titleText: string | null;
  readonly proposedUnitText: string | null;
  readonly proposedPositionText: string | null;
  /** The first day on which it no longer stands; absent = open. */
  readonly endsOn?: Day | null;
}

export interface MainPosting extends NewPosting {
  readonly id: number;
  readonly startsOn: Day;
}

/** Who wrote a posting: the use case and its row. */
export interface PostingSource {
  readonly startsOn: Day;
  readonly kind: 'roster' | 'scenario' | 'decision';
  readonly id: number;
}
