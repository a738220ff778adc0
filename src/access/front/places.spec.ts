import { describe, expect, it } from '@jest/globals';
import { Places } from './places.js';

/** Lets everything run that is ready to. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Places', () => {
  it('lets as many in at once as it may, the next when one leaves, in their order', async () => {
    const places = new Places(2);
    const leave = [await places.enter(), await places.enter()];
    const entered: string[] = [];
    const third = places.enter().then((leaveThird) => (entered.push('third'), leaveThird));
    const fourth = places.enter().then(() => entered.push('fourth'));
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
    const places = new Places(1, 50);
    await places.enter();
    const queue = Array.from({ length: 8 }, () => places.enter().catch((error: unknown) => error));
    await expect(places.enter()).rejects.toMatchObject({
      code: 'access.busy',
      details: { retryAfterSeconds: expect.any(Number) },
    });
    for (const error of await Promise.all(queue))
      expect(error).toMatchObject({ code: 'access.busy' });
  });

  it('gives nobody’s place away after a wait that was given up', async () => {
    const places = new Places(1, 10);
    const leave = await places.enter();
    await expect(places.enter()).rejects.toMatchObject({ code: 'access.busy' });
    leave();
    const again = await places.enter();
    await expect(places.enter()).rejects.toMatchObject({ code: 'access.busy' });
    again();
  });

  it('lets go of whoever has gone, in the queue or before it, and calls the next', async () => {
    const places = new Places(1);
    const leave = await places.enter();
    const gone = new AbortController();
    const first = places.enter(gone.signal);
    const second = places.enter();
    gone.abort();
    await expect(first).rejects.toMatchObject({ code: 'access.busy' });
    await expect(places.enter(gone.signal)).rejects.toMatchObject({ code: 'access.busy' });
    leave();
    (await second)();
    (await places.enter())();
  });
});
