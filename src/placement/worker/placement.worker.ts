import { parentPort } from 'node:worker_threads';
import { thrownOf } from '../../shared/thrown.js';
import type { RunPhase } from '../run-phases.js';
import type { SmallSolver } from '../side/small-solver.js';
import { asksNothing, NO_SIDE_OPTIONS } from '../side/side-options.js';
import { checkedPlacement } from './checked-placement.js';
import type { PlacementOrder, PlacementReply } from './placement.messages.js';

/** Places and checks in a thread of its own: a solve blocks its thread, and the program must go on answering. */
function main(): void {
  const port = parentPort;
  if (port === null) throw new Error('placement.worker runs as a worker thread only');
  const send = (reply: PlacementReply): void => port.postMessage(reply);
  port.on('message', (order: PlacementOrder) => void replyTo(order, send).then(send));
}

async function replyTo(
  { order, facts, options }: PlacementOrder,
  send: (reply: PlacementReply) => void,
): Promise<PlacementReply> {
  try {
    const side = options.side ?? NO_SIDE_OPTIONS;
    const solver = asksNothing(side) ? null : await smallSolver();
    const begins = (phase: RunPhase): void => send({ order, kind: 'begins', phase });
    const placement = checkedPlacement(facts, options, begins, solver);
    return { order, kind: 'placed', placement };
  } catch (error) {
    return { order, kind: 'failed', thrown: thrownOf(error) };
  }
}

/** Loaded by the first run that needs it: most never do. */
async function smallSolver(): Promise<SmallSolver> {
  const { HighsSolver } = await import('../side/highs-solver.js');
  return HighsSolver.load();
}

main();
