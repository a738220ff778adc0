import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Block } from '../rules/vocabulary.js';
import { reasonFor } from '../placement/protected-words.js';
import type { Actor } from '../shared/actor.js';
import { NotFound } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { countClosed, findPeople } from './gap-people.view.js';
import type { GapSource } from './gap-source.js';
import { findSummary } from './gap-summary.view.js';
import type { GapPeopleResponse, GapPersonResponse, GapSummaryResponse } from './gap.responses.js';
import { findCells, runExists, type GapCell } from './gap.view.js';

/** Surplus and shortage, on a day or inside a scenario. All methods throw NotFound `gap.unknown-run`. */
@Injectable()
export class GapService {
  constructor(private readonly transactions: Transactions) {}

  /** By commune and position. */
  cells(actor: Actor, source: GapSource, block?: Block): Promise<GapCell[]> {
    return this.read(actor, source, (manager) =>
      findCells(manager, actor.provinceCode, source, block),
    );
  }

  /** By block, field, zone and commune, and altogether. */
  summary(actor: Actor, source: GapSource, block: Block | 'all'): Promise<GapSummaryResponse> {
    return this.read(actor, source, (manager) =>
      findSummary(manager, actor.provinceCode, source, block),
    );
  }

  /** The people behind one cell. */
  people(
    actor: Actor,
    source: GapSource,
    cell: { readonly commune: string; readonly position: string },
  ): Promise<GapPeopleResponse> {
    return this.read(actor, source, async (manager) => {
      const people = await findPeople(manager, actor.provinceCode, source, cell);
      return {
        items: people.map((person) => seenBy(actor.role, person)),
        closed: await countClosed(manager, actor.provinceCode, source, cell),
      };
    });
  }

  private read<T>(
    actor: Actor,
    source: GapSource,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    return this.transactions.run(actor, async (manager) => {
      await mustExist(manager, actor.provinceCode, source);
      return work(manager);
    });
  }
}

function seenBy(role: Actor['role'], person: GapPersonResponse): GapPersonResponse {
  return {
    ...person,
    reason: person.reason === null ? null : reasonFor(role, person.reason),
  };
}

async function mustExist(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
): Promise<void> {
  if (!('run' in source) || (await runExists(manager, provinceCode, source.run))) return;
  throw new NotFound('gap.unknown-run', `Không có lần chạy số ${source.run}.`, { run: source.run });
}
