import { describe, expect, it } from '@jest/globals';
import { oneAhead } from './one-ahead.js';

function* made(told: string[], count: number): Generator<number> {
  for (let thing = 1; thing <= count; thing++) {
    told.push(`made ${thing}`);
    yield thing;
  }
}

describe('one ahead', () => {
  it('makes the next while the one before is on its way, and sends one at a time', async () => {
    const told: string[] = [];
    await oneAhead(made(told, 3), async (thing) => {
      told.push(`sent ${thing}`);
      await new Promise((done) => setTimeout(done, 5));
      told.push(`arrived ${thing}`);
    });
    expect(told).toEqual([
      ...['made 1', 'sent 1', 'made 2', 'arrived 1', 'sent 2', 'made 3', 'arrived 2'],
      ...['sent 3', 'arrived 3'],
    ]);
  });

  it.each([1, 2, 3])('fails with the %s. that fails, and sends none after it', async (failing) => {
    const sent: number[] = [];
    const send = (thing: number): Promise<void> => {
      sent.push(thing);
      return thing === failing ? Promise.reject(new Error(`no ${thing}`)) : Promise.resolve();
    };
    await expect(oneAhead([1, 2, 3], send)).rejects.toThrow(`no ${failing}`);
    expect(sent).toEqual([1, 2, 3].slice(0, failing));
  });
});
