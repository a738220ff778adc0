import { Clock } from '../../src/shared/clock.js';

/** A clock that stands still until it is set. */
export class FixedClock extends Clock {
  constructor(private at: Date = new Date('2025-07-01T08:00:00+07:00')) {
    super();
  }

  override now(): Date {
    return this.at;
  }

  set(at: string): void {
    this.at = new Date(at);
  }
}
