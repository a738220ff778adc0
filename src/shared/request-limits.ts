import type { Reading } from './configuration-readers.js';

/** How much one caller, and all together, may ask of the program. */
export interface RequestLimits {
  /** Of one network address. People who sign in rightly are not counted: an office may share an address. */
  readonly signInFailuresPerMinute: number;
  /** Of one session; of one address without a session. */
  readonly requestsPerMinute: number;
  /** Runs, exports, imports and whatever else computes long, of one session. */
  readonly heavyPerMinute: number;
  /** In work at the same time, of everybody together. */
  readonly requestsAtOnce: number;
  readonly heavyAtOnce: number;
  /** Uploads that stand in memory at the same time, each at most so large. */
  readonly uploadsAtOnce: number;
  readonly uploadMegabytes: number;
  /** A request that takes longer is given up. */
  readonly timeoutSeconds: number;
}

/** @source product decision, docs/decisions/0017 */
export const DEFAULT_LIMITS: RequestLimits = {
  signInFailuresPerMinute: 20,
  requestsPerMinute: 600,
  heavyPerMinute: 30,
  requestsAtOnce: 64,
  heavyAtOnce: 2,
  uploadsAtOnce: 2,
  uploadMegabytes: 100,
  timeoutSeconds: 300,
};

const NAMES: Readonly<Record<keyof RequestLimits, { name: string; most: number }>> = {
  signInFailuresPerMinute: { name: 'SIGN_IN_FAILURES_PER_MINUTE', most: 1_000_000 },
  requestsPerMinute: { name: 'REQUESTS_PER_MINUTE', most: 1_000_000 },
  heavyPerMinute: { name: 'HEAVY_PER_MINUTE', most: 1_000_000 },
  requestsAtOnce: { name: 'REQUESTS_AT_ONCE', most: 10_000 },
  heavyAtOnce: { name: 'HEAVY_AT_ONCE', most: 64 },
  uploadsAtOnce: { name: 'UPLOADS_AT_ONCE', most: 64 },
  uploadMegabytes: { name: 'UPLOAD_MEGABYTES', most: 1_250 },
  timeoutSeconds: { name: 'REQUEST_TIMEOUT_SECONDS', most: 3_600 },
};

export function readLimits(reading: Reading): RequestLimits {
  const of = (key: keyof RequestLimits): number => {
    const { name, most } = NAMES[key];
    return reading.whole(name, { otherwise: DEFAULT_LIMITS[key], least: 1, most });
  };
  return {
    signInFailuresPerMinute: of('signInFailuresPerMinute'),
    requestsPerMinute: of('requestsPerMinute'),
    heavyPerMinute: of('heavyPerMinute'),
    requestsAtOnce: of('requestsAtOnce'),
    heavyAtOnce: of('heavyAtOnce'),
    uploadsAtOnce: of('uploadsAtOnce'),
    uploadMegabytes: of('uploadMegabytes'),
    timeoutSeconds: of('timeoutSeconds'),
  };
}
