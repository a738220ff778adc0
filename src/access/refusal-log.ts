import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { Actor } from '../shared/actor.js';
import { AppError, type FailureKind } from '../shared/errors.js';
import { logText } from '../shared/log-text.js';
import { Transactions } from '../shared/transactions.js';
import { Installation } from './installation.js';
import { Trail } from './trail.js';

/** A request that was refused; no query and no body, which may hold values. */
export interface Refused {
  readonly method: string;
  readonly path: string;
  /** Network address. */
  readonly address: string;
  /** null = nobody, or a sign-in that is not complete. */
  readonly actor: Actor | null;
}

/** A cell that cannot be read is no refusal: nothing was tried that may not be done. */
const KEPT: ReadonlySet<FailureKind> = new Set<FailureKind>([
  ...(['unauthenticated', 'forbidden', 'not-found'] as const),
  ...(['conflict', 'rule-broken', 'too-many'] as const),
]);

const COUNTED_FOR_MS = 60_000;
/** Strangers beyond so many addresses a minute are counted together. */
const MOST_ADDRESSES = 1000;
/** The answer waits for its entry, but not for a database that is busy or gone. */
const WAIT_MS = 2000;
const LONGEST_PATH = 200;

type Codes = Map<string, number>;

/**
 * Refusals in the trail: after the rollback, in a transaction of their own, and never a reason for another answer. Those of
 * somebody signed in stand one by one; those of strangers, who could flood it, as one entry a minute and address.
 */
@Injectable()
export class RefusalLog implements OnModuleDestroy {
  private readonly log = new Logger('Refusals');
  private readonly strangers = new Map<string, Codes>();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly transactions: Transactions,
    private readonly trail: Trail,
    private readonly installation: Installation,
  ) {}

  /** Answers when the entry stands, or after two seconds; never fails. */
  async note(error: unknown, refused: Refused): Promise<void> {
    if (!(error instanceof AppError) || !KEPT.has(error.kind)) return;
    if (refused.actor === null) this.count(refused.address, error.code);
    else await Promise.race([this.write(refused.actor, refused, error.code), wait(WAIT_MS)]);
  }

  /** Writes what was counted of strangers. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const counted = [...this.strangers];
    this.strangers.clear();
    for (const [address, codes] of counted) await this.writeCount(address, codes);
  }

  onModuleDestroy(): Promise<void> {
    return this.flush();
  }

  private count(address: string, code: string): void {
    const known = this.strangers.has(address) || this.strangers.size < MOST_ADDRESSES;
    const from = known ? address : 'others';
    const codes = this.strangers.get(from) ?? new Map<string, number>();
    codes.set(code, (codes.get(code) ?? 0) + 1);
    this.strangers.set(from, codes);
    this.timer ??= setTimeout(() => void this.flush(), COUNTED_FOR_MS).unref();
  }

  private async write(
    actor: Actor,
    { method, path, address }: Refused,
    code: string,
  ): Promise<void> {
    try {
      await this.transactions.run(actor, (manager) =>
        this.trail.record(manager, actor, {
          kind: 'refusal',
          action: 'refused',
          subject: `${method} ${path.slice(0, LONGEST_PATH)}`,
          details: { code },
        }),
      );
    } catch (error) {
      // The session may have ended meanwhile: then it is a stranger's.
      this.count(address, code);
      if (!(error instanceof AppError)) this.tell(error);
    }
  }

  private async writeCount(address: string, codes: Codes): Promise<void> {
    const gate = this.installation.gate(address);
    try {
      await this.transactions.run(gate, (manager) =>
        this.trail.record(manager, gate, {
          kind: 'refusal',
          action: 'refused.strangers',
          subject: `address/${address}`,
          details: { codes: Object.fromEntries(codes) },
        }),
      );
    } catch (error) {
      this.tell(error);
    }
  }

  private tell(error: unknown): void {
    this.log.error(logText(error));
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
