import { describe, expect, it } from '@jest/globals';
import { bothSettled } from './both-settled.js';

const after = async <T>(turns: number, end: () => T): Promise<T> => {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
  return end();
};

const failing = (message: string) => (): never => {
  throw new Error(message);
};

describe('bothSettled', () => {
  it('answers with both in their order, whichever ends first', async () => {
    expect(
      await bothSettled(
        after(9, () => 'a'),
        after(1, () => 2),
      ),
    ).toEqual(['a', 2]);
  });

  it('fails only when the other one has ended too', async () => {
    let ended = false;
    const slow = after(50, () => (ended = true));
    await expect(bothSettled(after(1, failing('hỏng')), slow)).rejects.toThrow('hỏng');
    expect(ended).toBe(true);
  });

  it('fails with the first of two failures', async () => {
    const both = bothSettled(after(9, failing('một')), after(1, failing('hai')));
    await expect(both).rejects.toThrow('một');
  });
});
