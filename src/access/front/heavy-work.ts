import { MemoryStore } from 'express-rate-limit';
import type { RequestLimits } from '../../shared/request-limits.js';
import { tooMany, WINDOW_MS } from './rate-limits.js';
import { busy } from './work-gate.js';

type HeavyLimits = Pick<RequestLimits, 'heavyAtOnce' | 'heavyPerMinute'>;

/** So many may wait for a place, and so long. */
const MOST_WAITING = 8;
const WAIT_MS = 20_000;

/** What computes long: few at once, a short queue, and not too often for one session. */
export class HeavyWork {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly counts = new MemoryStore();

  constructor(
    private readonly limits: HeavyLimits,
    private readonly waitMs = WAIT_MS,
  ) {
    this.counts.init({ windowMs: WINDOW_MS } as Parameters<MemoryStore['init']>[0]);
  }

  /** @throws TooMany `access.too-many` */
  async count(session: string): Promise<void> {
    const { totalHits, resetTime } = await this.counts.increment(session);
    if (totalHits <= this.limits.heavyPerMinute) return;
    const left = (resetTime?.getTime() ?? Date.now() + WINDOW_MS) - Date.now();
    throw tooMany(Math.max(1, Math.ceil(left / 1000)));
  }

  /** Waits for a place. @returns what gives the place back. @throws Busy `access.busy` */
  async enter(): Promise<() => void> {
    if (this.running < this.limits.heavyAtOnce) this.running += 1;
    else await this.turn();
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.waiting.shift();
      // The place goes from hand to hand.
      if (next === undefined) this.running -= 1;
      else next();
    };
  }

  /** Stops counting; for a program that ends. */
  close(): void {
    this.counts.shutdown();
  }

  private turn(): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) throw busy();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(called), 1);
        reject(busy());
      }, this.waitMs);
      const called = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.waiting.push(called);
    });
  }
}
