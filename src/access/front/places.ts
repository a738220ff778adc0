import { busy } from './work-gate.js';

/** So many may wait for a place, and so long. */
const MOST_WAITING = 8;
const WAIT_MS = 20_000;

/** A number of places, and a short queue before them. */
export class Places {
  private taken = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly count: number,
    private readonly waitMs = WAIT_MS,
  ) {}

  /**
   * Waits for a place.
   *
   * @param gone whoever waits has given up: they leave the queue.
   * @returns what gives the place back.
   * @throws Busy `access.busy`
   */
  async enter(gone?: AbortSignal): Promise<() => void> {
    if (gone?.aborted) throw busy();
    if (this.taken < this.count) this.taken += 1;
    else await this.turn(gone);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.waiting.shift();
      // The place goes from hand to hand.
      if (next === undefined) this.taken -= 1;
      else next();
    };
  }

  private turn(gone?: AbortSignal): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) throw busy();
    return new Promise((resolve, reject) => {
      const giveUp = (): void => {
        forget();
        this.waiting.splice(this.waiting.indexOf(called), 1);
        reject(busy());
      };
      const timer = setTimeout(giveUp, this.waitMs);
      const forget = (): void => {
        clearTimeout(timer);
        gone?.removeEventListener('abort', giveUp);
      };
      const called = (): void => {
        forget();
        resolve();
      };
      gone?.addEventListener('abort', giveUp);
      this.waiting.push(called);
    });
  }
}
