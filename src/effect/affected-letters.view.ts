import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnwrittenLetters, type UnwrittenLetter } from '../letter/unwritten-letters.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { findLetters } from './affected-facts.view.js';
import { changedLetters } from './affected-letters.plan.js';
import type { LawByDay } from './affected-payouts.plan.js';
import type { AffectedResponse, UnwrittenChangeResponse } from './affected.responses.js';

/** So many are told; how many there are is told beside them. */
const SHOWN = 100;

interface Laws {
  readonly now: LawByDay;
  readonly then: LawByDay;
}

/** Read-only: which papers would cite other law: those that stand, and those that are decided and not yet written. */
@Injectable()
export class AffectedLetters {
  constructor(private readonly unwritten: UnwrittenLetters) {}

  async written(
    manager: EntityManager,
    actor: Actor,
    laws: Laws,
  ): Promise<AffectedResponse['letters']> {
    const changed = changedLetters(await findLetters(manager, actor.provinceCode), laws);
    return { total: changed.length, items: changed.slice(0, SHOWN) };
  }

  /** @param day on which a plan's papers are taken to be written; a movement's bear the day of its decision. */
  async notYetWritten(
    manager: EntityManager,
    actor: Actor,
    { day, laws }: { readonly day: Day; readonly laws: Laws },
  ): Promise<AffectedResponse['unwritten']> {
    const open = await this.unwritten.find(manager, actor);
    const dated = open.map((each) => ({ ...each, issuedOn: each.decidedOn ?? day }));
    const changed = changedLetters(dated, laws);
    return { total: changed.length, items: changed.slice(0, SHOWN).map(unwrittenResponse) };
  }
}

function unwrittenResponse({
  source: { scenarioId, movementId },
  staffId,
  fullName,
  kind,
  issuedOn,
}: UnwrittenLetter & { readonly issuedOn: Day }): UnwrittenChangeResponse {
  return { scenarioId, movementId, staffId, fullName, kind, issuedOn };
}
