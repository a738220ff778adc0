import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ScenarioFacts } from '../../scenario/facts.js';
import { builtScript } from '../../shared/built-script.js';
import { errorOf } from '../../shared/thrown.js';
import type { PlacementOptions } from '../options.js';
import type { CheckedPlacement } from './checked-placement.js';
import type { PlacementOrder, PlacementReply } from './placement.messages.js';

interface Waiting {
  readonly resolve: (placement: CheckedPlacement) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The one thread that placements are solved in, one after another. It starts with the first run, stays for the next ones,
 * and keeps the program from ending only while somebody waits for it.
 */
@Injectable()
export class PlacementThread implements OnModuleDestroy {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private orders = 0;
  private closed = false;

  /**
   * Places and checks; the facts are cloned, and nothing of the database may be held meanwhile.
   *
   * @throws as `place`, with the thread's own stack; Error when the thread stops, and the next run gets a new one.
   */
  async place(facts: ScenarioFacts, options: PlacementOptions): Promise<CheckedPlacement> {
    if (this.closed) throw new Error('The placement thread is closed');
    const worker = (this.worker ??= this.started());
    const order: PlacementOrder = { order: ++this.orders, facts, options };
    worker.postMessage(order);
    worker.ref();
    return new Promise((resolve, reject) => this.waiting.set(order.order, { resolve, reject }));
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    const { worker } = this;
    if (worker === null) return;
    this.gone(worker, new Error('The placement was broken off: the program is closing'));
    await worker.terminate();
  }

  private started(): Worker {
    const worker = new Worker(builtScript('placement/worker/placement.worker'));
    worker.on('message', (reply: PlacementReply) => this.answer(reply));
    worker.on('error', (cause) => this.gone(worker, stopped(cause)));
    worker.on('messageerror', (cause) => {
      this.gone(worker, stopped(cause));
      void worker.terminate();
    });
    worker.on('exit', (code) => this.gone(worker, stopped(new Error(`exit code ${code}`))));
    return worker;
  }

  private answer(reply: PlacementReply): void {
    const waiting = this.waiting.get(reply.order);
    this.waiting.delete(reply.order);
    if (this.waiting.size === 0) this.worker?.unref();
    if (reply.kind === 'placed') waiting?.resolve(reply.placement);
    else waiting?.reject(errorOf(reply.thrown));
  }

  /** Whoever waits for this thread hears why it will not answer. */
  private gone(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}

function stopped(cause: Error): Error {
  return new Error(`The placement thread stopped: ${cause.message}`, { cause });
}
