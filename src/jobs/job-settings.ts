import type { Configuration } from '../shared/configuration.js';
import { JOB_TIME_LIMIT_SECONDS } from '../shared/configuration.js';

export interface JobOptions {
  /** Works jobs; else it only takes orders. */
  readonly works: boolean;
  /** No other process can have the database: what runs there when this one starts, nobody works. */
  readonly alone: boolean;
  /** The longest that a job may run, and how long it may where nobody says otherwise. */
  readonly timeLimitSeconds: number;
}

/** For a program that ends by itself: terminal, tests. */
export const WORKS_NO_JOBS: JobOptions = {
  works: false,
  alone: false,
  timeLimitSeconds: JOB_TIME_LIMIT_SECONDS,
};

/** How this process treats the jobs of its province. */
export class JobSettings {
  constructor(
    readonly provinceCode: string,
    readonly options: JobOptions,
  ) {}
}

export function jobOptions(
  configuration: Pick<Configuration, 'databaseUrl' | 'jobTimeLimitSeconds'>,
  works: boolean,
): JobOptions {
  const { databaseUrl, jobTimeLimitSeconds: timeLimitSeconds } = configuration;
  return { works, alone: databaseUrl === null, timeLimitSeconds };
}
