import { Worker } from 'node:worker_threads';
import { builtScript } from '../../shared/built-script.js';
import { errorOf } from '../../shared/thrown.js';
import { outOfMemory, timedOut } from '../refusals.js';
import type { ThreadReply } from './thread.messages.js';

/** What the reading of one file may take before it is broken off. */
export interface ThreadLimits {
  /** Of the thread's own heap; the rest of the program has its own. */
  readonly memoryMb: number;
  readonly seconds: number;
}

/**
 * Enough for 50,000 × 25 cells on a slow machine. Hostile files are refused by `SheetLimits` long before: this is what holds
 * where they do not.
 */
export const THREAD_LIMITS: ThreadLimits = { memoryMb: 384, seconds: 120 };

const YOUNG_MB = 16;

/**
 * A thread in which files of senders are read, one after another: the program's own thread never parses one. After a file
 * that took too much the thread is gone, and the next file needs a new one.
 */
export class SheetThread<Order, Piece, Answer> {
  private readonly worker: Worker;

  /** @param script below `src`, without ending */
  constructor(
    script: string,
    private readonly limits: ThreadLimits = THREAD_LIMITS,
  ) {
    this.worker = new Worker(builtScript(script), {
      resourceLimits: {
        maxOldGenerationSizeMb: limits.memoryMb,
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
    });
  }

  /**
   * @param take called with each piece of the answer as it comes
   * @throws BadInput `sheet.out-of-memory`, `sheet.timed-out`, or what the script throws
   */
  carryOut(order: Order, take: (piece: Piece) => void): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(
        () => end(() => reject(timedOut(this.limits.seconds))),
        this.limits.seconds * 1000,
      );
      const onMessage = (reply: ThreadReply<Piece, Answer>): void => {
        if (reply.kind === 'piece') take(reply.piece);
        else if (reply.kind === 'done') end(() => resolve(reply.answer));
        else end(() => reject(errorOf(reply.thrown)));
      };
      const onGone = (cause: unknown): void => end(() => reject(goneBy(cause)));
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        this.worker.off('message', onMessage).off('error', onGone).off('exit', onGone);
        settle();
      };
      this.worker.on('message', onMessage).on('error', onGone).on('exit', onGone);
      this.worker.postMessage(order);
    });
  }

  /** Ends the thread, also in the middle of a file. */
  async close(): Promise<void> {
    this.worker.on('error', () => {});
    await this.worker.terminate();
  }
}

function goneBy(cause: unknown): Error {
  const code = (cause as { readonly code?: unknown } | null)?.code;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return outOfMemory();
  return new Error('The reading thread stopped', { cause });
}
