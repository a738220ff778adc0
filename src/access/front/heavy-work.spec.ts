import { afterEach, describe, expect, it } from '@jest/globals';
import { HeavyWork } from './heavy-work.js';

let heavy: HeavyWork;

const begin = (heavyAtOnce: number, waitMs?: number): void => {
  heavy = new HeavyWork({ heavyAtOnce, heavyPerMinute: 2 }, waitMs);
};

afterEach(() => heavy.close());

/** Lets everything run that is ready to. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('HeavyWork', () => {
  it('lets as many in at once as it may, the next when one leaves, in their order', async () => {
    begin(2);
    const leave = [await heavy.enter(), await heavy.enter()];
    const entered: string[] = [];
    const third = heavy.enter().then((leaveThird) => (entered.push('third'), leaveThird));
    const fourth = heavy.enter().then(() => entered.push('fourth'));
    await settle();
    expect(entered).toEqual([]);
    leave[0]!();
    leave[0]!();
    await settle();
    expect(entered).toEqual(['third']);
    (await third)();
    await fourth;
    expect(entered).toEqual(['third', 'fourth']);
  });

  it('refuses the ninth in the queue at once, and says when to come back', async () => {
    begin(1, 50);
    await heavy.enter();
    const queue = Array.from({ length: 8 }, () => heavy.enter().catch((error: unknown) => error));
    await expect(heavy.enter()).rejects.toMatchObject({
      code: 'access.busy',
      details: { retryAfterSeconds: expect.any(Number) },
    });
    for (const error of await Promise.all(queue))
      expect(error).toMatchObject({ code: 'access.busy' });
  });

  it('gives nobody’s place away after a wait that was given up', async () => {
    begin(1, 10);
    const leave = await heavy.enter();
    await expect(heavy.enter()).rejects.toMatchObject({ code: 'access.busy' });
    leave();
    const again = await heavy.enter();
    await expect(heavy.enter()).rejects.toMatchObject({ code: 'access.busy' });
    again();
  });

  it('counts each session by itself, and says how many seconds are left', async () => {
    begin(1);
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
