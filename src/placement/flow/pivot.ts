/**
 * One pivot: the entering arc closes a cycle with the tree, flow goes round it until an arc blocks,
 * and that arc leaves.
 *
 * Of several blocking arcs the last one leaves, met when the cycle is walked in its direction from its
 * apex (Cunningham 1976; Ahuja, Magnanti, Orlin 1993, section 11.6), which keeps the tree strongly
 * feasible.
 */
import { AT_LOWER, AT_UPPER, type Basis, UNPRICED } from './basis.js';
import { findCycle, noCycle } from './cycle.js';
import { outOfRange } from './range.js';

const cycle = noCycle();

/** How far flow can change on the tree arc of `node`, towards its parent or from it. */
function roomOf(basis: Basis, node: number, upwards: 0 | 1): number {
  const arc = basis.tree.arc[node]!;
  const flow = basis.flow[arc]!;
  return basis.tree.up[node] === upwards ? basis.room[arc]! - flow : flow;
}

function changeFlow(basis: Basis, arc: number, change: number): void {
  const flow = basis.flow[arc]! + change;
  if (flow > Number.MAX_SAFE_INTEGER) throw outOfRange('lưu lượng của một cung');
  basis.flow[arc] = flow;
}

/** Sends `amount` along the tree from `node` up to `apex` (negative: from the apex down). */
function sendUp(basis: Basis, node: number, apex: number, amount: number): void {
  const { parent, arc, up } = basis.tree;
  for (let at = node; at !== apex; at = parent[at]!) {
    changeFlow(basis, arc[at]!, up[at] === 1 ? amount : -amount);
  }
}

function swap(basis: Basis, entering: number, reducedCost: number): void {
  const { tree, state, flow, tail } = basis;
  const { cut, top, first, second } = cycle;
  const leaving = tree.arc[cut]!;
  const isTail = tail[entering] === top;
  const under = top === first ? second : first;
  tree.move(cut, top, under, entering, isTail ? 1 : 0, isTail ? -reducedCost : reducedCost);
  state[entering] = UNPRICED;
  // An artificial arc that has left never comes back.
  if (leaving < basis.arcCount) state[leaving] = flow[leaving] === 0 ? AT_LOWER : AT_UPPER;
}

/**
 * Moves as much flow as fits on the `entering` arc.
 *
 * @param reducedCost of the entering arc, against the direction in which its flow may change.
 * @returns false, and changes nothing, where the gain is unbounded.
 */
export function pivot(basis: Basis, entering: number, reducedCost: number): boolean {
  const { state, tail, head } = basis;
  const direction = state[entering]!;
  const first = direction === AT_LOWER ? tail[entering]! : head[entering]!;
  const second = direction === AT_LOWER ? head[entering]! : tail[entering]!;
  cycle.first = first;
  cycle.second = second;
  findCycle(basis, cycle, basis.room[entering]!, roomOf);
  const { apex, amount } = cycle;
  if (amount === Infinity) return false;
  if (amount > 0) {
    changeFlow(basis, entering, direction * amount);
    sendUp(basis, first, apex, -amount);
    sendUp(basis, second, apex, amount);
  }
  if (cycle.cut < 0) state[entering] = -direction;
  else swap(basis, entering, reducedCost);
  basis.pivots++;
  return true;
}
