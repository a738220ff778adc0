import { parentPort } from 'node:worker_threads';
import { thrownOf } from '../../shared/thrown.js';
import { checkedPlacement } from './checked-placement.js';
import type { PlacementOrder, PlacementReply } from './placement.messages.js';

/** Places and checks in a thread of its own: a solve blocks its thread, and the program must go on answering. */
function main(): void {
  const port = parentPort;
  if (port === null) throw new Error('placement.worker runs as a worker thread only');
  const send = (reply: PlacementReply): void => port.postMessage(reply);
  port.on('message', (order: PlacementOrder) => send(replyTo(order, send)));
}

function replyTo(
  { order, facts, options }: PlacementOrder,
  send: (reply: PlacementReply) => void,
): PlacementReply {
  try {
    const placement = checkedPlacement(facts, options, (phase) =>
      send({ order, kind: 'begins', phase }),
    );
    return { order, kind: 'placed', placement };
  } catch (error) {
    return { order, kind: 'failed', thrown: thrownOf(error) };
  }
}

main();
