import type { PositionFact } from '../scenario/facts.js';
import type { Candidate } from './candidates.js';
import type { Cell } from './cells.js';
import type { PlacementOptions } from './options.js';
import { blockName, failedTestsText } from './words.js';
import type { Suitability } from './suitability.js';

/**
 * The whole model of a placement in one place: what is forbidden, then what is wanted.
 *
 * It is a minimum-cost flow: person → cell (a position's seats in a unit) → caps over the province → out, beside it the
 * bench of the main successor and, where the person asked, leaving. How it is drawn: `placement-network.ts`.
 */

/** What is wanted, strictly one after the other. All are whole numbers, less is better. */
export interface LevelVector {
  /** 1. Required seats without a qualified person, each by its weight (zone, border). */
  readonly requiredUnfilled: number;
  /** 2. People without a seat. */
  readonly withoutSeat: number;
  /** 3. Fit: exact 0, related 1, after training 3. */
  readonly fitCost: number;
  /** 4. Wishes that are not met. */
  readonly wishCost: number;
  /** 5. Distance in tenths of a kilometre. */
  readonly distanceTenthsKm: number;
  /** 6. People in a seat outside the successors of their old unit. */
  readonly moved: number;
}

/** The levels in their order. */
export const LEVELS = [
  'requiredUnfilled',
  'withoutSeat',
  'fitCost',
  'wishCost',
  'distanceTenthsKm',
  'moved',
] as const satisfies readonly (keyof LevelVector)[];

/** What the constraints on a position may look at. */
export interface PositionView {
  readonly options: PlacementOptions;
  readonly suitability: Suitability;
}

/** A rule that keeps a person from every seat of a position. `reason` is asked only where the rule is broken. */
export interface PositionConstraint {
  readonly code: string;
  readonly isBroken: (view: PositionView, who: Candidate, position: PositionFact) => boolean;
  readonly reason: (view: PositionView, who: Candidate, position: PositionFact) => string;
}

/** A rule that keeps a person from the seats of one unit. */
export interface CellConstraint {
  readonly code: string;
  readonly isBroken: (options: PlacementOptions, who: Candidate, cell: Cell) => boolean;
  readonly reason: (who: Candidate) => string;
}

/**
 * Elected titles, and titles that a Party committee manages, are given by hand before a run.
 *
 * @source DOMAIN 1.4; letter 03/CV-BCĐ of 2025-04-15; product decision that the engine never chooses them
 */
export const givenSeatsAreGiven: PositionConstraint = {
  code: 'given',
  isBroken: (_view, _who, position) => position.given,
  reason: () => 'chức danh bầu cử hoặc do cấp ủy quản lý, chỉ bố trí theo chỉ định',
};

/**
 * A person stays in the own block, unless the scenario opens both blocks to one another.
 *
 * @source DESIGN "Placement"; Conclusions 163-KL/TW and 174-KL/TW of 2025 (numbers are given by block)
 */
export const blocksKeepToThemselves: PositionConstraint = {
  code: 'block',
  isBroken: ({ options }, who, position) => {
    if (who.person.block === position.block) return false;
    const open = options.openBlocks ?? [];
    return !open.includes(who.person.block) || !open.includes(position.block);
  },
  reason: (_view, _who, position) => `vị trí thuộc ${blockName(position.block)}, khác khối`,
};

/**
 * A person who is out of the field of a position does not get it from the engine.
 *
 * @source Law 80/2025/QH15; Decree 361/2025/NĐ-CP of 2025-12-31 (requirements of a job position)
 */
export const nobodyOutOfField: PositionConstraint = {
  code: 'fit',
  isBroken: ({ suitability }, who, position) =>
    suitability.fit(who.person, position).fit === 'out-of-field',
  reason: ({ suitability }, who, position) =>
    failedTestsText(suitability.fit(who.person, position).failed),
};

/**
 * A leading seat goes only to a person who may lead.
 *
 * @source `rules/leader.rules.ts`
 */
export const leadersMustBeEligible: PositionConstraint = {
  code: 'leader',
  isBroken: ({ suitability }, who, position) => !suitability.mayLead(who.person, position),
  reason: () => 'chưa đủ điều kiện giữ chức vụ lãnh đạo, quản lý',
};

/**
 * A person against whom a no-go case stands takes no seat outside the successors. Following the own unit is succession by
 * resolution, never a transfer: no case stands against it.
 *
 * @source Decree 170/2025/NĐ-CP, art. 25, in force from 2025-07-01
 */
export const noTransferAgainstTheLaw: CellConstraint = {
  code: 'no-go',
  isBroken: (_options, who, cell) => who.noGo !== null && who.inside[cell.index] === 0,
  reason: (who) => `không được điều động: ${who.noGo?.message ?? ''}`,
};

/**
 * A place that an officer keeps from a person is not given to them.
 *
 * @source product decision, docs/decisions/0026-pins-by-hand.md
 */
export const forbiddenByHand: CellConstraint = {
  code: 'forbidden',
  isBroken: (_options, who, cell) => who.forbidden?.[cell.index] === 1,
  reason: () => 'không bố trí người này vào đây theo chỉ định',
};

/**
 * In the baseline everybody stays within the own successors.
 *
 * @source DESIGN "Baseline": its shortage is what no arrangement inside a commune can fill
 */
export const baselineStaysInside: CellConstraint = {
  code: 'baseline',
  isBroken: (options, who, cell) => options.kind === 'baseline' && who.inside[cell.index] === 0,
  reason: () => 'phương án "theo xã cũ" không xét xã khác',
};

/**
 * People of a unit whose roster is not signed are not placed anew: they stay in the main successor of the unit.
 *
 * @source product decision, docs/decisions/0071-signed-rosters-only.md
 */
export const heldUntilSigned: CellConstraint = {
  code: 'held',
  isBroken: (_options, who, cell) => who.heldIn !== null && who.heldIn[cell.index] === 0,
  reason: () => 'giữ ở đơn vị kế thừa chính vì danh sách của đơn vị cũ chưa được ký',
};

export const POSITION_CONSTRAINTS: readonly PositionConstraint[] = [
  givenSeatsAreGiven,
  blocksKeepToThemselves,
  nobodyOutOfField,
  leadersMustBeEligible,
];

export const CELL_CONSTRAINTS: readonly CellConstraint[] = [
  baselineStaysInside,
  noTransferAgainstTheLaw,
  forbiddenByHand,
  heldUntilSigned,
];

/** The first rule that keeps a person from all seats of a position, or undefined. */
export function positionObstacle(
  view: PositionView,
  who: Candidate,
  position: PositionFact,
): PositionConstraint | undefined {
  return POSITION_CONSTRAINTS.find((each) => each.isBroken(view, who, position));
}

/** The first rule that keeps a person from a cell of a position that is open to them, or undefined. */
export function cellObstacle(
  options: PlacementOptions,
  who: Candidate,
  cell: Cell,
): CellConstraint | undefined {
  return CELL_CONSTRAINTS.find((each) => each.isBroken(options, who, cell));
}
