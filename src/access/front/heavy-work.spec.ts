import { afterEach, describe, expect, it } from '@jest/globals';
import { HeavyWork } from './heavy-work.js';

const LIMITS = { heavyAtOnce: 1, heavyPerMinute: 2, uploadsAtOnce: 1, uploadMegabytes: 3 };

let heavy: HeavyWork;

afterEach(() => heavy.close());

describe('HeavyWork', () => {
  it('has places for uploads beside those for work, and bytes for its megabytes', async () => {
    heavy = new HeavyWork(LIMITS);
    (await heavy.uploads.enter())();
    await heavy.uploads.enter();
    await heavy.work.enter();
    expect(heavy.mostUploadBytes).toBe(3 * 1024 * 1024);
  });

  it('counts each session by itself, and says how many seconds are left', async () => {
    heavy = new HeavyWork(LIMITS);
    await heavy.count('a');
    await heavy.count('a');
    await expect(heavy.count('a')).rejects.toMatchObject({ code: 'access.too-many' });
    await heavy.count('b');
    const error = (await heavy.count('a').catch((refused: unknown) => refused)) as {
      details: { retryAfterSeconds: number };
    };
    expect(error.details.retryAfterSeconds).toBeGreaterThan(0);
    expect(error.details.retryAfterSeconds).toBeLessThanOrEqual(60);
  });
});
