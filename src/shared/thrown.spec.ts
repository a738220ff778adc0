import { describe, expect, it } from '@jest/globals';
import { AppError, BadInput, TooMany } from './errors.js';
import { errorOf, thrownOf } from './thrown.js';

const crossed = (error: unknown): Error => errorOf(structuredClone(thrownOf(error)));

describe('an error that crosses from one thread to another', () => {
  it('stays a refusal of its class with code, words, details and stack', () => {
    const refusal = new BadInput('placement.caps-cross', 'Hai mức chồng nhau', { pools: ['a'] });
    const arrived = crossed(refusal);
    expect(arrived).toBeInstanceOf(BadInput);
    expect(arrived).toMatchObject({
      name: 'BadInput',
      kind: 'bad-input',
      code: 'placement.caps-cross',
      message: 'Hai mức chồng nhau',
      details: { pools: ['a'] },
      stack: refusal.stack,
    });
    expect(crossed(new TooMany('login.too-many', 'Chờ'))).toBeInstanceOf(TooMany);
  });

  it('stays a bug where it was one, with the place it was thrown at', () => {
    const bug = new TypeError('x is undefined');
    const arrived = crossed(bug);
    expect(arrived).not.toBeInstanceOf(AppError);
    expect(arrived).toMatchObject({ name: 'TypeError', message: bug.message, stack: bug.stack });
  });

  it('has words even where something else than an error was thrown', () => {
    expect(crossed('hỏng').message).toBe('hỏng');
  });
});
