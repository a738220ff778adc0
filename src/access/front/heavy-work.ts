import { MemoryStore } from 'express-rate-limit';
import type { RequestLimits } from '../../shared/request-limits.js';
import { Places } from './places.js';
import { tooMany, WINDOW_MS } from './rate-limits.js';

type HeavyLimits = Pick<
  RequestLimits,
  'heavyAtOnce' | 'heavyPerMinute' | 'uploadsAtOnce' | 'uploadMegabytes'
>;

const MEGABYTE = 1_048_576;

/** What computes long: few at once, a short queue, and not too often for one session. */
export class HeavyWork {
  readonly work: Places;
  /** Of bodies that are read into memory: a slow line keeps one of these, and none of the work's. */
  readonly uploads: Places;
  readonly mostUploadBytes: number;
  private readonly counts = new MemoryStore();

  constructor(private readonly limits: HeavyLimits) {
    this.work = new Places(limits.heavyAtOnce);
    this.uploads = new Places(limits.uploadsAtOnce);
    this.mostUploadBytes = limits.uploadMegabytes * MEGABYTE;
    this.counts.init({ windowMs: WINDOW_MS } as Parameters<MemoryStore['init']>[0]);
  }

  /** @throws TooMany `access.too-many` */
  async count(session: string): Promise<void> {
    const { totalHits, resetTime } = await this.counts.increment(session);
    if (totalHits <= this.limits.heavyPerMinute) return;
    const left = (resetTime?.getTime() ?? Date.now() + WINDOW_MS) - Date.now();
    throw tooMany(Math.max(1, Math.ceil(left / 1000)));
  }

  /** Stops counting; for a program that ends. */
  close(): void {
    this.counts.shutdown();
  }
}
