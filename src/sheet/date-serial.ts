import type { Day } from '../shared/day.js';

/** `1900`: day 1 is 1900-01-01 and the 29 February 1900 that never was is counted; `1904`: day 0 is 1904-01-01. */
export type DateSystem = '1900' | '1904';

const MILLISECONDS_PER_DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** The 29 February 1900 that Excel counts and the calendar has not. */
const PHANTOM_DAY = 60;
/** 9999-12-31 in the 1900 system. */
const LAST_SERIAL = 2_958_465;

/** The day of a serial number, its time of day dropped; null where the calendar has no such day. */
export function dayOfSerial(serial: number, system: DateSystem): Day | null {
  const days = Math.floor(serial);
  if (!Number.isFinite(serial) || days < 0 || days > LAST_SERIAL) return null;
  if (system === '1904') return isoDay(EPOCH_1904 + days * MILLISECONDS_PER_DAY);
  if (days === 0 || days === PHANTOM_DAY) return null;
  const shift = days < PHANTOM_DAY ? 1 : 0;
  return isoDay(EPOCH_1900 + (days + shift) * MILLISECONDS_PER_DAY);
}

const known = new Map<number, Day>();

/** Days of birth and of appointment come again and again; a few thousand of them are kept. */
function isoDay(milliseconds: number): Day {
  const found = known.get(milliseconds);
  if (found !== undefined) return found;
  const day = new Date(milliseconds).toISOString().slice(0, 10);
  if (known.size < 50_000) known.set(milliseconds, day);
  return day;
}
