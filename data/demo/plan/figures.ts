import type { Block } from '../../../src/rules/vocabulary.js';

/** Public figures (sources in DOMAIN.md 3.1 and data/dien-bien/staffing.csv). */
export const PEOPLE = { district: 750, commune: 2571, 'public-service': 246 } as const;
export const RETIRING_EARLY = 597;

/** Assumed: 597 + 18 leave, so that the published 2,952 remain. */
export const LEAVING_OTHERWISE = 18;

interface Split {
  readonly district: number;
  readonly commune: number;
}

/** Assumed split by block and origin of those who remain and of those who leave. */
export const REMAINING: Readonly<Record<Exclude<Block, 'public-service'>, Split>> = {
  government: { district: 290, commune: 1343 },
  party: { district: 248, commune: 397 },
  front: { district: 72, commune: 273 },
  military: { district: 0, commune: 83 },
};
export const LEAVING: Readonly<Record<Exclude<Block, 'public-service'>, Split>> = {
  government: { district: 66, commune: 305 },
  party: { district: 56, commune: 90 },
  front: { district: 18, commune: 60 },
  military: { district: 0, commune: 20 },
};

/**
 * The shortage of 240 specialists (published in October 2025), split by position: assumed.
 *
 * `short`: seats without a qualified person when everyone follows the own unit. `stuck`: people qualified for the position
 * who sit in a commune that has it full; `trainees`: people with the right major and too low a degree, seated on a short seat.
 */
export interface Shortage {
  readonly positionCode: string;
  readonly short: number;
  readonly stuck: number;
  readonly trainees: number;
}

export const SHORTAGES: readonly Shortage[] = [
  { positionCode: 'C6', short: 60, stuck: 45, trainees: 12 },
  { positionCode: 'E7', short: 38, stuck: 25, trainees: 7 },
  { positionCode: 'C4', short: 36, stuck: 21, trainees: 8 },
  { positionCode: 'E6', short: 34, stuck: 24, trainees: 6 },
  { positionCode: 'E8', short: 30, stuck: 26, trainees: 6 },
  { positionCode: 'E5', short: 26, stuck: 20, trainees: 6 },
  { positionCode: 'C8', short: 9, stuck: 8, trainees: 0 },
  { positionCode: 'E10', short: 7, stuck: 6, trainees: 0 },
];

/** Of the 1,633 of the government block those who are out of field, or in a field that is full everywhere. */
export const IDLE = 118;
