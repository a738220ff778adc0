import { cellKey } from '../cells.js';
import { TO_BENCH, TO_LEAVE } from '../placement-network.js';
import type { ProposalFact } from '../../scenario/facts.js';
import { TO_NO_CELL, type PriceGraph } from './price-graph.js';

/** By person: the arc on which a run puts them. @throws Error when the graph has no such arc. */
export function placesOf(
  graph: PriceGraph,
  placed: readonly Pick<ProposalFact, 'outcome' | 'unitCode' | 'positionCode'>[],
): Int32Array {
  return Int32Array.from(graph.world.candidates, ({ person: { key } }, person) => {
    const each = placed[person];
    const place = each ? placeOf(graph, each) : null;
    for (let arc = graph.firstArc[person]!; arc < graph.firstArc[person + 1]!; arc++) {
      if (graph.arcPlace[arc] === place) return arc;
    }
    throw new Error(`${key} is placed where no arc leads`);
  });
}

function placeOf(
  { world }: PriceGraph,
  { outcome, unitCode, positionCode }: Pick<ProposalFact, 'outcome' | 'unitCode' | 'positionCode'>,
): number {
  switch (outcome) {
    case 'seated':
      return (
        world.cells.byKey.get(cellKey(unitCode ?? '', positionCode ?? ''))?.index ?? TO_NO_CELL
      );
    case 'surplus':
      return TO_BENCH;
    case 'leaving':
      return TO_LEAVE;
  }
}
