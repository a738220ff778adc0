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

/** Asks whether anything later stands on what an act made; later stages provide the answer. */
export abstract class StandsOn {
  /** Sentences in Vietnamese, one a kind of thing; empty = the act may be taken back. */
  abstract laterThan(manager: EntityManager, actor: Actor, trace: ActTrace): Promise<string[]>;
}
