import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Job } from './job.js';

/** What a job's work is told, and what it tells. */
export interface WorkContext {
  /** Who acts: the machine, in the name of whoever asked. */
  readonly actor: Actor;
  /** Aborted when the work shall stop at once; what it throws then does not matter. */
  readonly signal: AbortSignal;
  /** How far it is; may be called as often as one likes. */
  readonly report: (phase: string, fraction: number) => void;
}

/**
 * Writes what the work has found, in the transaction that also marks the job done: both happen once or not at all.
 *
 * @returns the id of the result.
 */
export type WorkResult = (manager: EntityManager) => Promise<number | null>;

/** How one kind of job is worked. Outside of transactions, but for reads; what it finds is written by its `WorkResult`. */
export type JobWork = (job: Job, context: WorkContext) => Promise<WorkResult>;
