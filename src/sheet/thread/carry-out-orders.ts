import { parentPort } from 'node:worker_threads';
import { thrownOf } from '../../shared/thrown.js';
import type { ThreadReply } from './thread.messages.js';

/** The thread's side of `SheetThread`: carries out each order and tells what became of it. */
export function carryOutOrders<Order, Piece, Answer>(
  work: (order: Order, give: (piece: Piece) => void) => Promise<Answer>,
): void {
  const port = parentPort;
  if (port === null) throw new Error('runs as a worker thread only');
  const say = (reply: ThreadReply<Piece, Answer>): void => port.postMessage(reply);
  const answer = async (order: Order): Promise<void> => {
    try {
      say({ kind: 'done', answer: await work(order, (piece) => say({ kind: 'piece', piece })) });
    } catch (error) {
      say({ kind: 'failed', thrown: thrownOf(error) });
    }
  };
  port.on('message', (order: Order) => void answer(order));
}
