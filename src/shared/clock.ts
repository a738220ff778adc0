import type { Day } from './day.js';

/** Where the time comes from; tests set it. */
export abstract class Clock {
  abstract now(): Date;

  /** Today in Vietnam (UTC+7, no summer time). */
  today(): Day {
    return new Date(this.now().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  }
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
