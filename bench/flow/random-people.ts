/** Small random placements: cells with a qualified entry, nested caps, benches, people who fit nowhere. */
import { type FlowNetwork, NetworkBuilder } from '../../src/placement/flow/network.js';
import { type Instance, randomFrom } from './random-network.js';

export interface PeopleShape {
  readonly people: number;
  readonly cells: number;
  readonly caps: number;
  readonly levels: number;
  /** Whether everybody may go to a bench, so that a placement surely exists. */
  readonly bench: boolean;
}

export interface PeopleInstance extends Instance {
  readonly people: number;
}

type Below = (limit: number) => number;

/** Cells lead into caps, caps into the next cap or out; the first arcs behind people are rewarded. */
function addBack(builder: NetworkBuilder, shape: PeopleShape, below: Below): void {
  const firstCap = shape.people + 2 * shape.cells;
  const sink = firstCap + shape.caps;
  for (let cell = 0; cell < shape.cells; cell++) {
    const node = shape.people + 2 * cell;
    const cap = firstCap + below(shape.caps + 1);
    builder.addArc(node + 1, node, below(3));
    builder.addArc(node + 1, node, Infinity);
    builder.addArc(node, cap, below(4));
    if (below(3) === 0) builder.addArc(node, cap, below(2));
  }
  for (let cap = 0; cap < shape.caps; cap++) {
    builder.addArc(firstCap + cap, Math.min(sink, firstCap + cap + 1 + below(2)), below(5));
  }
}

function addRows(builder: NetworkBuilder, shape: PeopleShape, below: Below): void {
  const { people, bench, cells, caps } = shape;
  const sink = people + 2 * cells + caps;
  for (let person = 0; person < people; person++) {
    const degree = below(5);
    for (let arc = 0; arc < degree && cells > 0; arc++) {
      builder.addArc(person, people + below(2 * cells), Infinity);
    }
    if (bench) builder.addArc(person, sink, Infinity);
  }
}

export function randomPeople(seed: number, shape: PeopleShape): PeopleInstance {
  const random = randomFrom(seed);
  const below: Below = (limit) => Math.floor(random() * limit);
  const builder = new NetworkBuilder();
  const sink = shape.people + 2 * shape.cells + shape.caps;
  for (let node = 0; node < sink; node++) builder.addNode(node < shape.people ? 1 : 0);
  builder.addNode(-shape.people);
  addRows(builder, shape, below);
  addBack(builder, shape, below);
  const network: FlowNetwork = builder.build();
  const spread = below(3) === 0 ? 2 : 9;
  const levels = Array.from({ length: shape.levels }, () =>
    Int32Array.from({ length: network.tail.length }, () => below(spread) - below(2) * 3),
  );
  return { network, levels, people: shape.people };
}
