import { textsOf } from '../../rules/parameters.js';
import type { ParameterValues, PositionFact } from '../../scenario/facts.js';

/** Pairs that a province allows, each "A+B" in either order; not set = any two positions of one block. */
export const JOINT_PAIRS = 'placement.joint-pairs';

/** What a joint post is judged by. `seats` are those of the position in the commune. */
export interface JointPart {
  readonly position: Pick<PositionFact, 'code' | 'name' | 'block' | 'given'>;
  readonly seats: number;
}

/**
 * Two seats may be one person's work where both stand in the commune, belong to one block, are left to the engine, and the
 * province allows the pair.
 *
 * @returns what stands against it, in words; null = nothing.
 * @source DOMAIN 2.2: civil servants hold several fields "chuyên trách hoặc kiêm nhiệm"; the pairs themselves are the
 *   province's to confirm (parameter `placement.joint-pairs`)
 */
export function jointPostFault(
  main: JointPart,
  also: JointPart,
  parameters: ParameterValues,
): string | null {
  const [a, b] = [main.position, also.position];
  if (a.code === b.code) return 'hai vị trí kiêm nhiệm phải khác nhau';
  const without = [main, also].find(({ seats }) => seats === 0);
  if (without) return `xã không được giao chỉ tiêu ${without.position.name}`;
  const given = [a, b].find((position) => position.given);
  if (given) return `${given.name} là chức danh chỉ bố trí theo chỉ định`;
  if (a.block !== b.block) return `${a.name} và ${b.name} thuộc hai khối khác nhau`;
  if (isPairAllowed(a.code, b.code, parameters)) return null;
  return `${a.name} và ${b.name} không có trong danh mục kiêm nhiệm của tỉnh`;
}

/**
 * Whether the province's list of joint posts has a pair, in either order.
 *
 * @source parameter `placement.joint-pairs`, filled in by the province
 */
export function isPairAllowed(a: string, b: string, parameters: ParameterValues): boolean {
  if (!Object.hasOwn(parameters, JOINT_PAIRS)) return true;
  const pairs = textsOf(parameters, JOINT_PAIRS).map((pair) => pair.replaceAll(' ', ''));
  return pairs.includes(`${a}+${b}`) || pairs.includes(`${b}+${a}`);
}
