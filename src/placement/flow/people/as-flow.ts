/** The answer of the specialised engine in the shape of the general one: flow by arc, same numbering. */
import { type FlowSolution } from '../lexicographic.js';
import { type PersonNetwork } from './person-network.js';
import { type PersonSolution } from './solve-people.js';

export function asFlowSolution(
  { place, back }: PersonNetwork,
  { choice, backFlow, ...rest }: PersonSolution,
): FlowSolution {
  if (rest.status !== 'optimal') return { ...rest, flow: new Float64Array(0) };
  const flow = new Float64Array(place.length + back.tail.length);
  for (const arc of choice) flow[arc] = 1;
  flow.set(backFlow, place.length);
  return { ...rest, flow };
}
