import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import type { Actor } from '../shared/actor.js';
import { Transactions } from '../shared/transactions.js';
import { AliasStore } from './alias.store.js';
import { knownSpellings, lackingSpellings } from './known-spellings.js';
import { PositionStore } from './position.store.js';

/** Gives a province the spellings that ship in `data/`; its own words come first, and nothing is taken away. */
@Injectable()
export class SpellingLoader {
  constructor(
    private readonly transactions: Transactions,
    private readonly aliases: AliasStore,
    private readonly positions: PositionStore,
    private readonly trail: Trail,
  ) {}

  /** At a start: what a newer version has learned since. A province without a catalogue is left alone. */
  load(actor: Actor): Promise<void> {
    return this.transactions.run(actor, async (manager) => {
      const added = await this.add(manager, actor);
      if (added === 0) return;
      await this.trail.record(manager, actor, {
        action: 'registry.loaded',
        subject: `province/${actor.provinceCode}`,
        details: { aliases: added },
      });
    });
  }

  /** @returns how many were added. */
  async add(manager: EntityManager, actor: Actor): Promise<number> {
    const codes = new Set(await this.positions.codes(manager, actor));
    if (codes.size === 0) return 0;
    const own = await this.aliases.all(manager, actor);
    const lacking = lackingSpellings(await knownSpellings(), own, codes);
    if (lacking.length > 0) await this.aliases.add(manager, actor, lacking);
    return lacking.length;
  }
}
