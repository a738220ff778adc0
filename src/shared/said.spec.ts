import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { IsSaid } from './said.js';

class Body {
  @IsSaid('reason: cần lý do')
  reason!: unknown;
}

function faultsOf(reason: unknown): string[] {
  return validateSync(Object.assign(new Body(), { reason })).flatMap(({ constraints }) =>
    Object.values(constraints ?? {}),
  );
}

describe('IsSaid', () => {
  it.each(['Đúng', ' a ', '-', '1', '漢', '🙂'])('takes %j', (reason) => {
    expect(faultsOf(reason)).toEqual([]);
  });

  it.each([
    ...['', ' ', '\t\n', '\u00A0', '\u2003', '\u200B', '\u2060', '\uFEFF', '\u0000', null, 5],
  ])('refuses %j', (reason) => {
    expect(faultsOf(reason)).toEqual(['reason: cần lý do']);
  });
});
