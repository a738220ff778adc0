import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { Severity } from '../shared/issue.js';
import type { MergerMapRow } from './merger-map-sheet.js';
import type { NormSheetRow, SeatSheetRow } from './seat-sheet.js';
import type { UnitRow } from './unit-sheet.js';

/** A merger as sheets give it. */
export interface MergerDraft {
  readonly name: string;
  readonly description: string;
  readonly effectiveOn: Day;
  /** The day whose law is applied. */
  readonly rulesOn: Day;
  readonly legalBasis: string;
  readonly newUnits: readonly UnitRow[];
  readonly map: readonly MergerMapRow[];
  readonly seats: readonly SeatSheetRow[];
  readonly norms: readonly NormSheetRow[];
}

/** What stands against a merger, or must be known. */
export interface MergerFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Of the unit in question, old or new. */
  readonly unitCode: string;
}

/** Makes drafts of plans out of sheets; the stage that plans mergers provides it. */
export abstract class MergerDrafts {
  /** Writes nothing. @returns all that stands against it, and the plan that says the very same; null = there is none. */
  abstract plan(
    manager: EntityManager,
    actor: Actor,
    draft: MergerDraft,
  ): Promise<{ readonly findings: readonly MergerFinding[]; readonly sameAs: number | null }>;

  /** The name of a plan; null = it is there no more, or was withdrawn. */
  abstract nameOf(manager: EntityManager, actor: Actor, scenarioId: number): Promise<string | null>;

  /** @throws RuleBroken `merger.breaches`; Conflict `scenario.name-taken` */
  abstract create(
    manager: EntityManager,
    actor: Actor,
    draft: MergerDraft,
  ): Promise<{ readonly scenarioId: number; readonly version: number }>;

  /** Why a draft cannot be taken back; empty = it can. */
  abstract obstacles(
    manager: EntityManager,
    actor: Actor,
    made: { readonly scenarioId: number; readonly version: number },
  ): Promise<readonly string[]>;

  abstract remove(manager: EntityManager, actor: Actor, scenarioId: number): Promise<void>;
}
