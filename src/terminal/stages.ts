/**
 * Times the stages of a job and tells how far they are. Stages may run side by side and may wait for each other at the one
 * connection of the embedded database, so together they may be more than `total`, which is the time by the clock.
 */
export class Stages {
  private readonly elapsed = new Map<string, number>();
  private readonly began = performance.now();

  constructor(private readonly watcher: StageWatcher = SILENT) {}

  /** Runs a stage from its beginning to its end, waiting included; the same name again adds up. */
  async time<T>(name: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    try {
      return await work();
    } finally {
      const seconds = (performance.now() - from) / 1000;
      this.elapsed.set(name, (this.elapsed.get(name) ?? 0) + seconds);
      this.watcher.ended(name, seconds);
    }
  }

  progress(name: string, done: number, all: number): void {
    this.watcher.progress(name, done, all);
  }

  /** Seconds by stage, and `total` since the beginning. */
  seconds(): Record<string, number> {
    const rounded = (seconds: number): number => Math.round(seconds * 1000) / 1000;
    return Object.fromEntries([
      ...[...this.elapsed].map(([name, seconds]) => [name, rounded(seconds)]),
      ['total', rounded((performance.now() - this.began) / 1000)],
    ]) as Record<string, number>;
  }
}

/** Whoever watches: a progress bar, log lines, or nobody. */
export interface StageWatcher {
  progress(name: string, done: number, all: number): void;
  ended(name: string, seconds: number): void;
}

const SILENT: StageWatcher = { progress: () => {}, ended: () => {} };
