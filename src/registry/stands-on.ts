import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';

/** What an act made: units that began on a day, and the postings it wrote. */
export interface ActTrace {
  readonly unitCodes: readonly string[];
  readonly startsOn: Day;
  readonly sourceKind: 'roster' | 'scenario' | 'decision';
  readonly sourceId: number;
}

/** People whom a batch has written, and the parts of them that somebody has changed since. */
export interface WrittenPeople {
  readonly batchId: number;
  readonly people: readonly {
    readonly staffId: number;
    /** The batch made the person, so that taking it back removes them. */
    readonly added: boolean;
    /** `staff`, `ratings`, `languages`, `conditions`, `wishes`, `postings`. */
    readonly changed: readonly string[];
  }[];
}

/** Units, positions, seats or norms that are to go, or to end earlier. */
export interface GoingThings {
  readonly table: 'units' | 'positions' | 'position_successions' | 'establishments' | 'norms';
  /** Not even there any more, by table: what goes together does not stand in each other's way. */
  readonly gone: Readonly<Partial<Record<GoingThings['table'], readonly number[]>>>;
  readonly ends: readonly { readonly id: number; readonly endsOn: Day }[];
}

/** Asks whether anything later stands on what an act made; later stages provide the answer. */
export abstract class StandsOn {
  /** Sentences in Vietnamese, one a kind of thing; empty = the act may be taken back. */
  abstract laterThan(manager: EntityManager, actor: Actor, trace: ActTrace): Promise<string[]>;

  /** Sentences in Vietnamese, one a person on whom something later stands; empty = the batch may be taken back. */
  abstract onPeople(
    manager: EntityManager,
    actor: Actor,
    written: WrittenPeople,
  ): Promise<string[]>;

  /** By id: a sentence in Vietnamese for each thing on which something stands, with how many of what. */
  abstract onThings(
    manager: EntityManager,
    actor: Actor,
    going: GoingThings,
  ): Promise<ReadonlyMap<number, string>>;
}
