import type { GapSummaryResponse } from '../gap/gap.responses.js';
import type { GapCell } from '../gap/gap.view.js';
import type { PriceReport } from './price-report.js';
import type { Block, Fit, PositionGroup } from '../rules/vocabulary.js';
import type { StoredOptions } from '../placement/run-conditions.js';
import type { PlacementRun } from '../placement/run.store.js';
import type { Movement } from '../placement/proposals.js';
import type { Classification } from '../scenario/classification.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';

/** A run and its scenario, as a report names them. */
export interface ReportedRun {
  readonly id: number;
  readonly kind: PlacementRun['kind'];
  readonly inputHash: string;
  readonly proven: boolean;
  readonly bound: PlacementRun['bound'];
  readonly gap: number | null;
  readonly gapPeople: number | null;
  readonly options: StoredOptions;
  /** Instant, ISO. */
  readonly createdAt: string;
  readonly scenarioId: number;
  readonly scenarioName: string;
  readonly effectiveOn: Day;
  readonly rulesOn: Day;
  readonly provinceName: string;
  readonly classification: Classification;
}

/** A proposal as stored, with the number that the roster gave. */
export interface StoredProposal {
  readonly staffId: number;
  readonly personKey: string;
  readonly personalNumber: string | null;
  readonly outcome: 'seated' | 'surplus' | 'leaving';
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly fit: Fit | null;
  readonly failedTests: readonly string[];
  readonly movement: Movement;
  readonly distanceKm: number;
  readonly reason: string;
}

/** One person of the plan, in words. */
export interface PlanRow {
  readonly fullName: string;
  readonly personalNumber: string | null;
  /** `yyyy`; null = not known. */
  readonly birthYear: string | null;
  readonly oldUnit: string;
  readonly oldDistrict: string | null;
  readonly oldPosition: string;
  readonly outcome: StoredProposal['outcome'];
  /** null when leaving. */
  readonly communeCode: string | null;
  readonly commune: string | null;
  /** null = directly in the commune. */
  readonly division: string | null;
  readonly position: string | null;
  readonly group: PositionGroup | null;
  readonly movement: Movement;
  /** Straight line; null = leaving, or no point is known. */
  readonly distanceKm: number | null;
  readonly fit: Fit | null;
  readonly failedTests: readonly string[];
  readonly reason: string;
}

/** A person without a seat, and where they could have one. */
export interface SurplusRow {
  readonly person: PlanRow;
  /** Qualified; those with most vacant seats in the province first. */
  readonly qualifiedFor: readonly OpenPosition[];
  /** After training; only positions that have vacant seats. */
  readonly trainableFor: readonly OpenPosition[];
  /** Why a transfer is not allowed now, a whole sentence; null = it is. */
  readonly noTransfer: string | null;
}

export interface OpenPosition {
  readonly name: string;
  /** Over the whole province. */
  readonly vacantSeats: number;
}

export interface PositionName {
  readonly name: string;
  readonly block: Block;
  readonly group: PositionGroup;
}

/** All that the three workbooks of a run say; they are written from it without the database. */
export interface RunReport {
  readonly run: ReportedRun;
  /** The people are invented. */
  readonly demo: boolean;
  /** Who will read it: reasons are worded for them. */
  readonly reader: Actor['role'];
  /** What the people are narrowed by, in words; null = everybody. */
  readonly only: string | null;
  /** By commune, division and position; those who leave last. */
  readonly people: readonly PlanRow[];
  /** Of `people`, in their order. */
  readonly staffIds: readonly number[];
  /** null = not asked for. */
  readonly prices: PriceReport | null;
  readonly surplus: readonly SurplusRow[];
  readonly cells: readonly GapCell[];
  /** `communes` of the government block. */
  readonly summary: GapSummaryResponse;
  readonly communeNames: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, PositionName>;
  readonly fieldNames: ReadonlyMap<string, string>;
}
