import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditKey } from '../access/audit-key.js';
import { Installation } from '../access/installation.js';
import type { Actor } from '../shared/actor.js';
import { Transactions } from '../shared/transactions.js';
import { AuditSettings } from './audit-settings.js';
import { BEGINNING, type EntryText, type Seal, sealOf } from './chain.js';
import { type Barrier, SealStore } from './seal.store.js';
import { vietnamDay } from './vietnam-day.js';
import { Witness } from './witness.js';

const EVERY_MS = 1000;
const BATCH = 500;
const WITNESS_EVERY_MS = 5000;
/** At the end others may still be writing: so often it tries, a tick apart. */
const LAST_TRIES = 3;

/** How the last round went. */
export type SealerState = 'off' | 'sealing' | 'other-key' | 'failing';

/** Chains committed entries in the order of their numbers, each within two seconds of its transaction's end. */
@Injectable()
export class Sealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Sealer');
  private readonly actor: Actor;
  private readonly witness: Witness | null;
  private barrier: Barrier | null = null;
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<unknown> = Promise.resolve();
  private unwitnessed: Seal | null = null;
  private witnessedAt = 0;
  private current: SealerState = 'off';

  constructor(
    private readonly transactions: Transactions,
    private readonly store: SealStore,
    private readonly key: AuditKey,
    private readonly settings: AuditSettings,
    installation: Installation,
  ) {
    this.actor = installation.operator('sealer');
    const { witnessFile } = settings;
    this.witness = witnessFile === null ? null : new Witness(witnessFile, key);
  }

  get state(): SealerState {
    return this.current;
  }

  onApplicationBootstrap(): void {
    if (this.settings.seals) this.beginAgain();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    await this.round;
    for (let tries = 1; (await this.sealQuietly()) === 'waiting' && tries < LAST_TRIES; tries++)
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    await this.testify(true).catch((error: unknown) => this.tell(error));
  }

  /**
   * Seals what has been committed.
   *
   * @returns `waiting` where an older transaction may still bring an entry with a smaller number.
   */
  async seal(): Promise<'done' | 'waiting' | 'other-key'> {
    for (;;) {
      this.barrier ??= await this.run((manager) => this.store.raiseBarrier(manager, this.actor));
      const { barrier } = this;
      if (barrier === null) return 'done';
      const sealed = await this.run((manager) => this.sealBatch(manager, barrier));
      if (typeof sealed === 'string') return sealed;
      this.unwitnessed = sealed.at(-1) ?? this.unwitnessed;
      // Fewer than a batch: nothing is left up to this barrier.
      if (sealed.length < BATCH) this.barrier = null;
    }
  }

  private beginAgain(): void {
    this.current = 'sealing';
    this.timer = setTimeout(() => {
      this.round = this.sealQuietly().finally(() => {
        if (this.timer !== null) this.beginAgain();
      });
    }, EVERY_MS);
    this.timer.unref();
  }

  /** A round that fails is told once and tried again; the unsealed tail says the rest. */
  private async sealQuietly(): Promise<'done' | 'waiting' | 'other-key' | 'failed'> {
    try {
      const answer = await this.seal();
      await this.testify(false);
      if (answer === 'other-key' && this.current !== 'other-key') this.log.error(OTHER_KEY);
      this.current = answer === 'other-key' ? answer : 'sealing';
      return answer;
    } catch (error) {
      this.tell(error);
      return 'failed';
    }
  }

  private tell(error: unknown): void {
    if (this.current !== 'failing')
      this.log.error(error instanceof Error ? error.stack : String(error));
    this.current = 'failing';
  }

  private async sealBatch(
    manager: EntityManager,
    barrier: Barrier,
  ): Promise<readonly Seal[] | 'waiting' | 'other-key'> {
    const { store, actor } = this;
    if (!(await store.isReached(manager, barrier))) return 'waiting';
    if (!(await store.takeTurn(manager, actor))) return 'waiting';
    const last = await store.last(manager, actor);
    if (last !== null && last.keyId !== this.key.id) return 'other-key';
    const range = { afterId: last?.entryId ?? 0, throughId: barrier.throughId, limit: BATCH };
    const entries = await store.unsealed(manager, actor, range);
    const seals = this.chained(last, entries);
    if (seals.length === 0) return seals;
    await store.add(manager, actor, seals);
    await this.anchorEarlierDay(manager, last, seals[0]);
    return seals;
  }

  private chained(
    last: Seal | null,
    entries: readonly (EntryText & { readonly now: string })[],
  ): Seal[] {
    let previous = last?.seal ?? BEGINNING;
    let number = last?.number ?? 0;
    const { provinceCode } = this.actor;
    return entries.map(({ now: sealedAt, ...entry }) => {
      number++;
      previous = sealOf(this.key, previous, { number, sealedAt }, { ...entry, provinceCode });
      return { number, entryId: entry.id, sealedAt, keyId: this.key.id, seal: previous };
    });
  }

  /** The first seal of a day leaves the anchor of the day before it. */
  private async anchorEarlierDay(
    manager: EntityManager,
    last: Seal | null,
    first: Seal | undefined,
  ): Promise<void> {
    if (last === null || first === undefined) return;
    const day = vietnamDay(last.sealedAt);
    if (day >= vietnamDay(first.sealedAt)) return;
    await this.store.addAnchor(manager, this.actor, { ...last, day });
  }

  /** Not in the transaction: what is witnessed has been committed. */
  private async testify(now: boolean): Promise<void> {
    const { witness, unwitnessed: seal } = this;
    if (witness === null || seal === null) return;
    if (!now && Date.now() - this.witnessedAt < WITNESS_EVERY_MS) return;
    this.unwitnessed = null;
    this.witnessedAt = Date.now();
    const at = new Date().toISOString();
    const { number, entryId } = seal;
    await witness.append({ day: vietnamDay(at), at, number, entryId, seal: seal.seal });
  }

  private run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run(this.actor, work);
  }
}

const OTHER_KEY =
  'Nhật ký không được niêm phong: khóa hiện tại không phải khóa đã niêm phong trước đó. Hãy phục hồi tệp keys/audit.key (hoặc AUDIT_KEY) của cơ sở dữ liệu này.';
