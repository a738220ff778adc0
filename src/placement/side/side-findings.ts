import type { PlacementBreach } from '../breach.js';

/** What a checker makes of the conditions of a run. */
export interface SideFindings {
  /** Hard conditions that do not hold although they could: a fault of ours, the run is not stored. */
  readonly violations: readonly string[];
  /** What pins break, and what the province has too few people for; for the officer to judge. */
  readonly breaches: readonly PlacementBreach[];
}
