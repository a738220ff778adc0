import { numberOf, wholeNumberOf, type ParameterValues } from './parameters.js';
import { BLOCKS, type Block } from './vocabulary.js';

/** A cap over the whole province: at most `capacity` people, or organisations, of a kind. */
export interface Cap {
  readonly code: string;
  readonly name: string;
  readonly capacity: number;
}

/** How far a count is over its cap, with a sentence for the officer. */
export interface CapBreach {
  readonly code: string;
  readonly over: number;
  readonly message: string;
}

/** An average that is whole in decimals may come out a hair below it in binary. */
const ROUNDING = 1e-9;

/**
 * An average over the province allows the whole number below average × units.
 *
 * @param average per unit, e.g. 2.5 vice-chairs.
 * @returns e.g. 112 for 2.5 and 45 units.
 * @source Decree 300/2025/NĐ-CP (vice-chairs), Resolution 332/NQ-CP and Decree 370/2025/NĐ-CP (deputies, organisations):
 * each speaks of the average over the province
 */
export function capacityOf(average: number, units: number): number {
  return Math.floor(average * units + ROUNDING);
}

/**
 * What a province of so many communes and organisations may have.
 *
 * @param counts organisations = divisions and centres of the Committee over all communes.
 * @returns vice-chairs, deputies of organisations, organisations; codes are stable.
 * @source parameters `cap.vice-chairs-per-commune`, `cap.deputies-per-organisation`, `cap.organisations-per-commune`
 */
export function provinceCaps(
  counts: { readonly communes: number; readonly organisations: number },
  parameters: ParameterValues,
): readonly Cap[] {
  const { communes, organisations } = counts;
  const cap = (code: string, name: string, units: number): Cap => ({
    code,
    name,
    capacity: capacityOf(numberOf(parameters, `cap.${code}`), units),
  });
  return [
    cap('vice-chairs-per-commune', 'Phó Chủ tịch Ủy ban nhân dân cấp xã', communes),
    cap('deputies-per-organisation', 'Cấp phó của tổ chức hành chính cấp xã', organisations),
    cap('organisations-per-commune', 'Tổ chức hành chính cấp xã', communes),
  ];
}

/**
 * What a province was given in all, block by block; a block without a figure has no total.
 *
 * @returns posts by block.
 * @source parameters `norm.province-total.*`: the decision that gives a province its posts; the province fills them in
 */
export function provinceTotals(parameters: ParameterValues): ReadonlyMap<Block, number> {
  const totals = new Map<Block, number>();
  for (const block of BLOCKS) {
    const key = `norm.province-total.${block}`;
    if (Object.hasOwn(parameters, key)) totals.set(block, wholeNumberOf(parameters, key));
  }
  return totals;
}

/**
 * More than the capacity is a breach; the capacity itself is not.
 *
 * @returns null when the cap holds.
 * @source as `capacityOf`
 */
export function capBreach(cap: Cap, count: number): CapBreach | null {
  if (count <= cap.capacity) return null;
  const over = count - cap.capacity;
  return {
    code: cap.code,
    over,
    message: `${cap.name}: toàn tỉnh có ${count}, mức tối đa là ${cap.capacity}, vượt ${over}. Giảm bớt hoặc xin ý kiến cấp có thẩm quyền.`,
  };
}
