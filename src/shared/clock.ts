import { type Day, dayText } from './day.js';

const HOURS_AHEAD = 7;

/** An instant on Vietnam's clocks (UTC+7, no summer time): `14:05 ngày 30/06/2025`. */
export function vietnamTime(at: Date): string {
  const [day = '', time = ''] = new Date(at.getTime() + HOURS_AHEAD * 3_600_000)
    .toISOString()
    .split('T');
  return `${time.slice(0, 5)} ngày ${dayText(day)}`;
}

/** Where the time comes from; tests set it. */
export abstract class Clock {
  abstract now(): Date;

  /** Today in Vietnam (UTC+7, no summer time). */
  today(): Day {
    return new Date(this.now().getTime() + HOURS_AHEAD * 3_600_000).toISOString().slice(0, 10);
  }
}

export class SystemClock extends Clock {
  override now(): Date {
    return new Date();
  }
}
