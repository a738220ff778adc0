import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { builtScript } from '../../shared/built-script.js';
import { errorOf } from '../../shared/thrown.js';
import type { AnswerOf, PriceOrder, PriceReply, Question, RunToLoad } from './price.messages.js';

interface Waiting {
  readonly resolve: (reply: PriceReply) => void;
  readonly reject: (error: Error) => void;
}

/** An order without its number. */
type Unnumbered<T> = T extends { readonly order: number } ? Omit<T, 'order'> : never;

/**
 * The thread that answers questions about runs. It is another than the one that solves: an answer is short and must
 * not wait behind a solve. It starts with the first question and keeps the last runs ready.
 */
@Injectable()
export class PriceThread implements OnModuleDestroy {
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private orders = 0;
  private closed = false;

  /**
   * @param key names the run as it is now; another key is another run.
   * @param load brings the run where the thread does not have it; nothing of the database may be held meanwhile.
   * @throws as the question, and as `load`; Error when the thread stops.
   */
  async ask<K extends keyof AnswerOf>(
    key: string,
    question: Extract<Question, { kind: K }>,
    load: () => Promise<RunToLoad>,
  ): Promise<AnswerOf[K]> {
    const first = await this.send({ kind: 'ask', key, question });
    if (first.kind === 'answered') return first.answer as AnswerOf[K];
    await this.send({ kind: 'load', key, run: await load() });
    const second = await this.send({ kind: 'ask', key, question });
    if (second.kind === 'answered') return second.answer as AnswerOf[K];
    return this.ask(key, question, load);
  }

  async onModuleDestroy(): Promise<void> {
    this.closed = true;
    const { worker } = this;
    if (worker === null) return;
    this.gone(worker, new Error('The question was broken off: the program is closing'));
    await worker.terminate();
  }

  private send(order: Unnumbered<PriceOrder>): Promise<PriceReply> {
    if (this.closed) throw new Error('The price thread is closed');
    const worker = (this.worker ??= this.started());
    const number = ++this.orders;
    worker.postMessage({ ...order, order: number });
    worker.ref();
    return new Promise((resolve, reject) => this.waiting.set(number, { resolve, reject }));
  }

  private started(): Worker {
    const worker = new Worker(builtScript('placement/answers/price.worker'));
    worker.on('message', (reply: PriceReply) => this.answer(reply));
    worker.on('error', (cause) => this.gone(worker, stopped(cause)));
    worker.on('exit', (code) => this.gone(worker, stopped(new Error(`exit code ${code}`))));
    return worker;
  }

  private answer(reply: PriceReply): void {
    const waiting = this.waiting.get(reply.order);
    this.waiting.delete(reply.order);
    if (this.waiting.size === 0) this.worker?.unref();
    if (reply.kind === 'failed') waiting?.reject(errorOf(reply.thrown));
    else waiting?.resolve(reply);
  }

  private gone(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of waiting) reject(error);
  }
}

function stopped(cause: Error): Error {
  return new Error(`The price thread stopped: ${cause.message}`, { cause });
}
