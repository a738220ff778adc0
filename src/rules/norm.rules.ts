import type { ParameterValues } from './parameters.js';
import { wholeNumberOf } from './parameters.js';
import type { Block } from './vocabulary.js';

export interface Norm {
  readonly unitCode: string;
  readonly block: Block;
  readonly headcount: number;
}

/**
 * People over the norm of a unit's block; below it the number is negative. Never set off against another block.
 *
 * @param people main postings in the unit and block.
 * @source letter 09/CV-BCĐ of 2025-05-30 (interim frame of posts); Conclusions 163-KL/TW and 174-KL/TW of 2025 (the
 * province's standing committee sets the number)
 */
export function overNorm(people: number, norm: number): number {
  return people - norm;
}

/**
 * A unit's block has the norm that the province gave it, else the interim frame of the law.
 *
 * @returns null where neither exists: such a block has no norm, and nothing is over it.
 * @source letter 09/CV-BCĐ of 2025-05-30; parameters `norm.default.<block>`
 */
export function normOf(
  norms: readonly Norm[],
  unit: { readonly unitCode: string; readonly block: Block },
  parameters: ParameterValues,
): number | null {
  const given = norms.find((norm) => norm.unitCode === unit.unitCode && norm.block === unit.block);
  if (given) return given.headcount;
  const key = `norm.default.${unit.block}`;
  return Object.hasOwn(parameters, key) ? wholeNumberOf(parameters, key) : null;
}
