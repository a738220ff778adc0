import type { ProposalFact } from '../../scenario/facts.js';

/** What a scenario asks of a placement beyond the levels. Everything is off unless it is asked for. */
export interface SideOptions {
  /**
   * Spouses whose main successors lie within so many km of each other stay within them; null = not asked. A couple that
   * lives further apart already is not bound.
   */
  readonly couplesWithinKm: number | null;
  /** At most so many of 100 people of an old commune or department take a seat outside its successors; null = no limit. */
  readonly movedOutPercent: number | null;
  /** At least so many of 100 people in the seats of a commune are women; null = not asked. */
  readonly womenPercent: number | null;
  /** Communes that ask for people who speak a language, each pair once. */
  readonly speakers: readonly SpeakerDemand[];
  /** No block of a commune seats more people than its norm; whoever is over waits on the bench. */
  readonly norms: boolean;
  /** Seats of a commune that one person holds together; each position of a commune in at most one. */
  readonly joint: readonly JointDemand[];
  /** At most so many people go elsewhere than was announced; null = everybody may. */
  readonly keep: KeepDemand | null;
}

/** What was announced, and how many people a new plan may still touch. Whoever is not in it is new and free. */
export interface KeepDemand {
  readonly most: number;
  readonly places: readonly AnnouncedPlace[];
}

export type AnnouncedPlace = Pick<
  ProposalFact,
  'personKey' | 'outcome' | 'unitCode' | 'positionCode'
>;

export interface SpeakerDemand {
  /** Code of the commune or department on the effective day. */
  readonly unitCode: string;
  /** As it stands in the people's facts. */
  readonly language: string;
  readonly count: number;
}

/** The holder sits in `positionCode` and does the work of one seat of `alsoPositionCode` too. */
export interface JointDemand {
  /** Code of the commune or department on the effective day. */
  readonly unitCode: string;
  readonly positionCode: string;
  readonly alsoPositionCode: string;
}

export const NO_SIDE_OPTIONS: SideOptions = {
  couplesWithinKm: null,
  movedOutPercent: null,
  womenPercent: null,
  speakers: [],
  norms: false,
  joint: [],
  keep: null,
};

export function asksNothing(side: SideOptions): boolean {
  const { couplesWithinKm, movedOutPercent, womenPercent, speakers, norms, joint, keep } = side;
  return (
    couplesWithinKm === null &&
    movedOutPercent === null &&
    womenPercent === null &&
    speakers.length === 0 &&
    !norms &&
    joint.length === 0 &&
    keep === null
  );
}
