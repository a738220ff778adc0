import { describe, expect, it } from '@jest/globals';
import { Pause } from './pause.js';

const LONG_MS = 60_000;

describe('Pause', () => {
  it('ends after its time', async () => {
    const from = performance.now();
    await new Pause().of(30);
    expect(performance.now() - from).toBeGreaterThan(25);
  });

  it('ends early when somebody ends it, and the next one lasts again', async () => {
    const pause = new Pause();
    const waiting = pause.of(LONG_MS);
    pause.end();
    await waiting;
    const next = await Promise.race([pause.of(40).then(() => 'over'), still(10)]);
    expect(next).toBe('still');
  });

  it('is over at once when it was ended before it began', async () => {
    const pause = new Pause();
    pause.end();
    await pause.of(LONG_MS);
  });
});

function still(milliseconds: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve('still'), milliseconds));
}
