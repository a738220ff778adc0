/**
 * Potentials that nearly prove a flow: where an edge would gain, its head is lowered just so far that it no longer does, and
 * from there on (label correcting: Ahuja, Magnanti, Orlin: Network Flows, 1993, section 5.4). It ends, because no cycle of an
 * optimal flow gains. Only links can gain after a change, so only they are looked at first.
 */
import { EdgeLists, lengthOf, type Edge } from './edge-lists.js';
import type { ResidualFlow } from './residual-flow.js';

export function lowerWhereGaining(flow: ResidualFlow): void {
  const lowered = gainingLinks(flow);
  for (let node = lowered.pop(); node !== undefined; node = lowered.pop()) {
    const { edges, ends } = new EdgeLists(flow).from(node);
    for (let at = 0; at < ends.length; at++) {
      if (lowerHead(flow, edges[at]!, node, ends[at]!)) lowered.push(ends[at]!);
    }
  }
}

/** @returns the nodes that were lowered. */
function gainingLinks(flow: ResidualFlow): number[] {
  const { tail, head } = flow.graph.links;
  const { linkFlow, linkCapacity } = flow;
  const lowered: number[] = [];
  for (let link = tail.length - 1; link >= 0; link--) {
    const [from, to] = [tail[link]!, head[link]!];
    const isOpen = linkFlow[link]! < linkCapacity[link]!;
    if (isOpen && lowerHead(flow, -1 - link, from, to)) lowered.push(to);
    const back = -1 - tail.length - link;
    if (linkFlow[link]! > 0 && lowerHead(flow, back, to, from)) lowered.push(from);
  }
  return lowered;
}

function lowerHead(flow: ResidualFlow, edge: Edge, tail: number, head: number): boolean {
  const length = flow.potential.map((_, word) => lengthOf(flow, edge, tail, head, word));
  if ((length.find((word) => word !== 0) ?? 0) >= 0) return false;
  flow.potential.forEach((prices, word) => (prices[head]! += length[word]!));
  return true;
}
