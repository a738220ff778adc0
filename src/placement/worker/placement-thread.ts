import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { ScenarioFacts } from '../../scenario/facts.js';
import { BrokenOff } from '../../shared/broken-off.js';
import { builtScript } from '../../shared/built-script.js';
import { errorOf } from '../../shared/thrown.js';
import type { PlacementOptions } from '../options.js';
import type { PhaseListener } from '../run-phases.js';
import type { CheckedPlacement } from './checked-placement.js';
import type { PlacementOrder, PlacementReply } from './placement.messages.js';

/** How somebody follows a placement, and stops it. */
export interface PlacementWatch {
  readonly begins?: PhaseListener;
  readonly signal?: AbortSignal;
}

interface Waiting {
  readonly order: PlacementOrder;
  readonly begins: PhaseListener;
  readonly resolve: (placement: CheckedPlacement) => void;
  readonly reject: (error: Error) => void;
}

/**
 * The one thread that placements are solved in, one after another. It starts with the first run, stays for the next ones,
 * and keeps the program from ending only while somebody waits for it. A solve cannot be interrupted: one that shall stop
 * ends with its thread, and the next one gets a new thread.
 */
@Injectable()
export class PlacementThread implements OnModuleDestroy {
  private worker: Worker | null = null;
  /** In their order; the first one is in the thread. */
  private waiting: Waiting[] = [];
  private sent: Waiting | null = null;
  private orders = 0;
  private closed = false;

  /**
   * Places and checks; the facts are cloned, and nothing of the database may be held meanwhile.
   *
   * @throws as `place`, with the thread's own stack; Error when the thread stops, and the next run gets a new one; BrokenOff
   * when the program closes, or as soon as `signal` is aborted.
   */
  async place(
    facts: ScenarioFacts,
    options: PlacementOptions,
    { begins = () => {}, signal }: PlacementWatch = {},
  ): Promise<CheckedPlacement> {
    if (this.closed) throw new BrokenOff('The placement thread is closed');
    if (signal?.aborted) throw stoppedOnPurpose();
    const order: PlacementOrder = { order: ++this.orders, facts, options };
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { order, begins, resolve, reject };
      signal?.addEventListener('abort', () => this.giveUp(waiting), { once: true });
      this.waiting.push(waiting);
      this.sendNext();
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    const { worker } = this;
    this.gone(worker, new BrokenOff('The placement was broken off: the program is closing'));
    await worker?.terminate();
  }

  private sendNext(): void {
    const [next] = this.waiting;
    if (next === undefined) this.worker?.unref();
    if (next === undefined || next === this.sent) return;
    const worker = (this.worker ??= this.started());
    this.sent = next;
    worker.postMessage(next.order);
    worker.ref();
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
    const { sent } = this;
    // Of a thread that was given up meanwhile.
    if (sent?.order.order !== reply.order) return;
    if (reply.kind === 'begins') return sent.begins(reply.phase);
    this.forget(sent);
    if (reply.kind === 'placed') sent.resolve(reply.placement);
    else sent.reject(errorOf(reply.thrown));
    this.sendNext();
  }

  private giveUp(waiting: Waiting): void {
    if (!this.waiting.includes(waiting)) return;
    const { worker } = this;
    if (waiting === this.sent) {
      this.worker = null;
      void worker?.terminate();
    }
    this.forget(waiting);
    waiting.reject(stoppedOnPurpose());
    this.sendNext();
  }

  private forget(waiting: Waiting): void {
    this.waiting = this.waiting.filter((each) => each !== waiting);
    if (this.sent === waiting) this.sent = null;
  }

  /** Whoever waits for this thread hears why it will not answer. */
  private gone(worker: Worker | null, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    this.sent = null;
    const { waiting } = this;
    this.waiting = [];
    for (const { reject } of waiting) reject(error);
  }
}

function stopped(cause: Error): Error {
  return new Error(`The placement thread stopped: ${cause.message}`, { cause });
}

function stoppedOnPurpose(): BrokenOff {
  return new BrokenOff('The placement was stopped on purpose');
}
