import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReferenceStore } from '../law/reference.store.js';
import { PositionStore } from '../registry/position.store.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { findPeople, type PersonRow } from './affected-facts.view.js';
import type { AffectedPerson, FitReference } from './affected.plan.js';

export type JudgedPerson = PersonRow & AffectedPerson;

/** Read-only: everybody whom rules about people judge, and the reference data that they judge by. */
@Injectable()
export class AffectedPeople {
  constructor(
    private readonly reference: ReferenceStore,
    private readonly positions: PositionStore,
  ) {}

  async read(
    manager: EntityManager,
    actor: Actor,
    day: Day,
  ): Promise<{ readonly people: JudgedPerson[]; readonly reference: FitReference }> {
    const rows = await findPeople(manager, actor.provinceCode, day);
    const positions = await this.positions.inForceOn(manager, actor, day);
    const of = new Map(positions.map((position) => [position.code, position]));
    return {
      people: rows.map((row) => ({ ...row, position: of.get(row.positionCode) ?? null })),
      reference: {
        relatedMajors: await this.reference.relatedMajors(manager),
        ranks: await this.reference.ranks(manager),
      },
    };
  }
}
