import { parentPort } from 'node:worker_threads';
import { thrownOf } from '../../shared/thrown.js';
import { LoadedRuns } from './loaded-runs.js';
import type { PriceOrder, PriceReply } from './price.messages.js';

const runs = new LoadedRuns();

/** Answers questions about runs in a thread of its own, so that neither a solve nor the program waits for it. */
function main(): void {
  const port = parentPort;
  if (port === null) throw new Error('price.worker runs as a worker thread only');
  port.on('message', (order: PriceOrder) => port.postMessage(replyTo(order)));
}

function replyTo({ order, key, ...asked }: PriceOrder): PriceReply {
  try {
    if (asked.kind === 'load') {
      runs.load(key, asked.run);
      return { order, kind: 'loaded' };
    }
    const answer = runs.ask(key, asked.question);
    return answer === null ? { order, kind: 'missing' } : { order, kind: 'answered', answer };
  } catch (error) {
    return { order, kind: 'failed', thrown: thrownOf(error) };
  }
}

main();
