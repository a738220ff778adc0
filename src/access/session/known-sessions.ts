import { Injectable } from '@nestjs/common';
import { Transactions } from '../../shared/transactions.js';
import { Installation } from '../installation.js';
import type { KnownSession } from './session.js';
import { SessionStore } from './session.store.js';

const REMEMBERED_MS = 30_000;
const MOST = 2_000;

/**
 * Sessions by key, remembered for half a minute so that a page's many requests ask the database once. Data stays safe in
 * the meantime: every transaction asks the database for itself whether the session still stands (`act_as`).
 */
@Injectable()
export class KnownSessions {
  private readonly remembered = new Map<
    string,
    { readonly session: KnownSession; readonly until: number }
  >();

  constructor(
    private readonly transactions: Transactions,
    private readonly installation: Installation,
    private readonly sessions: SessionStore,
  ) {}

  async find(key: string, address: string): Promise<KnownSession | null> {
    const now = Date.now();
    const known = this.remembered.get(key);
    if (known !== undefined && known.until > now) return known.session;
    this.remembered.delete(key);
    const gate = this.installation.gate(address);
    const session = await this.transactions.run(gate, (manager) =>
      this.sessions.find(manager, gate, key),
    );
    if (session !== null) this.remember(session, now);
    return session;
  }

  /** After anything that changes a session or an account. */
  forget(): void {
    this.remembered.clear();
  }

  private remember(session: KnownSession, now: number): void {
    if (this.remembered.size >= MOST) this.remembered.clear();
    this.remembered.set(session.key, { session, until: now + REMEMBERED_MS });
  }
}
