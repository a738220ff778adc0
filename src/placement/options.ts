import type { HeldUnit } from './held-units.rules.js';
import type { SideOptions } from './side/side-options.js';
import type { Block } from '../rules/vocabulary.js';

/** How a run places. */
export interface PlacementOptions {
  /** `baseline`: everybody stays in the own successors. `seniority`: first come. `best`: the whole province. */
  readonly kind: 'baseline' | 'best' | 'seniority';
  /** Blocks that the scenario opens to one another; a block that is not listed keeps to itself. Default none. */
  readonly openBlocks?: readonly Block[];
  /** Vietnamese names of major groups by code, for the reasons. Default: the codes. */
  readonly majorGroupNames?: Readonly<Record<string, string>>;
  /** What is asked beyond the levels; of `best` only. Default nothing. */
  readonly side?: SideOptions;
  /** Old units whose people stay in the main successor; absent = the run is not limited to signed rosters. */
  readonly held?: readonly HeldUnit[];
}
