import type { SignedRun } from './signed-run.js';
import type { SideOptions } from './side/side-options.js';

/** What an officer asks of a run beyond the levels, as it is stored with the run. */
export interface RunConditions {
  /** Old runs know no joint posts. */
  readonly side?:
    (Omit<SideOptions, 'keep' | 'joint'> & Partial<Pick<SideOptions, 'joint'>>) | undefined;
  readonly keep?: KeptRun | undefined;
}

/** At most so many people go elsewhere than a stored run has put them. */
export interface KeptRun {
  readonly runId: number;
  readonly most: number;
}

/** `cutShort`: the time ran out before the search did. */
export interface StoredOptions extends RunConditions {
  readonly cutShort?: boolean;
  /** Absent = the run is not limited to signed rosters. */
  readonly signed?: SignedRun;
}
