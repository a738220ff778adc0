/**
 * One pivot of the specialised engine: as ../pivot.ts, but flow stands at the nodes and moves along the
 * stem when a subtree is re-rooted. The last blocking arc of the cycle leaves, so that the tree stays
 * strongly feasible (Cunningham 1976; Ahuja, Magnanti, Orlin 1993, section 11.6).
 */
import { AT_LOWER, AT_UPPER, UNPRICED } from '../basis.js';
import { findCycle } from '../cycle.js';
import { capacityOf, type PersonBasis } from './person-basis.js';

/** An arc that enters, as it lies (`tail` to `head`), with its reduced cost. */
export interface Entering {
  arc: number;
  tail: number;
  head: number;
  reducedCost: number;
}

/** How far flow can change on the tree arc of `node`, towards its parent or from it. */
function roomOf(basis: PersonBasis, node: number, upwards: 0 | 1): number {
  const flow = basis.flow[node]!;
  return basis.tree.up[node] === upwards ? capacityOf(basis, basis.tree.arc[node]!) - flow : flow;
}

function sendUp({ tree, flow }: PersonBasis, from: number, apex: number, amount: number): void {
  const { parent, up } = tree;
  for (let node = from; node !== apex; node = parent[node]!) {
    flow[node]! += up[node] === 1 ? amount : -amount;
  }
}

/** The arcs on the stem turn round, so each node's flow is handed to the one that was above it. */
function moveFlowAlongStem(basis: PersonBasis, enteringFlow: number): number {
  const { flow, tree, cycle } = basis;
  let carried = enteringFlow;
  for (let node = cycle.top; ; node = tree.parent[node]!) {
    const own = flow[node]!;
    flow[node] = carried;
    carried = own;
    if (node === cycle.cut) return carried;
  }
}

function rest(basis: PersonBasis, arc: number, flow: number): void {
  const at = arc - basis.firstBack;
  if (at < 0 || arc >= basis.firstArtificial) return;
  basis.backFull[at] = flow === 0 ? 0 : 1;
  basis.backState[at] = flow === 0 ? AT_LOWER : AT_UPPER;
}

function swap(basis: PersonBasis, entering: Entering, enteringFlow: number): void {
  const { tree, cycle, firstBack } = basis;
  const { cut, top, first, second } = cycle;
  const leaving = tree.arc[cut]!;
  const leavingFlow = moveFlowAlongStem(basis, enteringFlow);
  const isTail = entering.tail === top;
  const change = isTail ? -entering.reducedCost : entering.reducedCost;
  tree.move(cut, top, top === first ? second : first, entering.arc, isTail ? 1 : 0, change);
  if (entering.arc >= firstBack) basis.backState[entering.arc - firstBack] = UNPRICED;
  rest(basis, leaving, leavingFlow);
}

/** @returns false, and changes nothing, where the gain is unbounded. */
export function pivotPeople(basis: PersonBasis, entering: Entering): boolean {
  const { cycle, firstBack, backFull, backState } = basis;
  const { tail, head } = entering;
  const back = entering.arc - firstBack;
  const isFull = back >= 0 && backFull[back] === 1;
  const capacity = capacityOf(basis, entering.arc);
  cycle.first = isFull ? head : tail;
  cycle.second = isFull ? tail : head;
  findCycle(basis, cycle, capacity, roomOf);
  const { first, second, apex, amount } = cycle;
  if (amount === Infinity) return false;
  if (amount > 0) {
    sendUp(basis, first, apex, -amount);
    sendUp(basis, second, apex, amount);
  }
  basis.pivots++;
  if (cycle.cut >= 0) swap(basis, entering, isFull ? capacity - amount : amount);
  else {
    backFull[back] = isFull ? 0 : 1;
    backState[back] = isFull ? AT_LOWER : AT_UPPER;
  }
  return true;
}
