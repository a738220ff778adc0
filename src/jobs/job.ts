/** What runs in the background; a new kind needs its `JobWork`. */
export const JOB_KINDS = ['placement', 'application'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Work that somebody asked for and that goes on without them. */
export interface Job {
  readonly id: number;
  readonly kind: JobKind;
  readonly state: JobState;
  /** Login name. */
  readonly askedBy: string;
  readonly askedByName: string;
  readonly scenarioId: number | null;
  /** What was asked, in the kind's own terms. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly timeLimitSeconds: number;
  /** What is done now; null before the first start. */
  readonly phase: string | null;
  /** 0 to 1, of the whole job. */
  readonly fraction: number;
  /** Grows with every start; only whoever works the last one may write. */
  readonly attempt: number;
  readonly cancelAsked: boolean;
  /** An instant before which it does not begin; null = as soon as somebody is free. */
  readonly notBefore: string | null;
  /** What came of it, in the kind's own table; only when done. */
  readonly resultId: number | null;
  /** Only when failed. */
  readonly errorCode: string | null;
  readonly error: string | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
}

export interface NewJob {
  readonly kind: JobKind;
  readonly scenarioId: number | null;
  readonly input: Readonly<Record<string, unknown>>;
  readonly timeLimitSeconds: number;
  /** ISO instant; absent = as soon as somebody is free. */
  readonly notBefore?: string;
}

export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}
