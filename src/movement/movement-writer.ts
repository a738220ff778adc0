import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ConditionChangeStore } from '../registry/condition-change.store.js';
import { PostingChangeStore, type PostingKind } from '../registry/posting-change.store.js';
import type { FitAnswer } from '../rules/fit.rules.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { Effects, MovementKind } from './movement.js';

/** A movement with the keys that the registry is written by. */
export interface MovementToWrite {
  /** 0 = only for a look. */
  readonly id: number;
  readonly staffId: number;
  readonly kind: MovementKind;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly place: {
    readonly unitId: number;
    readonly positionId: number;
    readonly fit: FitAnswer;
    readonly seated: boolean;
  } | null;
  /** Rows of the secondment that is extended or ended. */
  readonly secondment: {
    readonly postings: readonly { readonly id: number; readonly endsOn: Day | null }[];
    readonly conditions: readonly { readonly id: number; readonly endsOn: Day | null }[];
  } | null;
}

const NOTHING: Effects = { inserted: [], ended: [], conditions: [], conditionsEnded: [] };
const ALL: readonly PostingKind[] = ['main', 'concurrent', 'seconded'];
const AWAY = 'study-or-seconded';

/** Writes a movement to the registry, inside the caller's transaction, and takes it back. */
@Injectable()
export class MovementWriter {
  constructor(
    private readonly postings: PostingChangeStore,
    private readonly conditions: ConditionChangeStore,
  ) {}

  async apply(manager: EntityManager, actor: Actor, move: MovementToWrite): Promise<Effects> {
    switch (move.kind) {
      case 'transfer':
      case 'rotation':
      case 'appointment':
        return this.moveMain(manager, actor, { move, ends: ['main', 'concurrent'] });
      case 'reception':
        return this.moveMain(manager, actor, { move, ends: [] });
      case 'secondment':
        return this.second(manager, actor, move);
      case 'secondment-extension':
        return this.endSecondment(manager, actor, { move, endsOn: move.endsOn });
      case 'secondment-end':
        return this.endSecondment(manager, actor, { move, endsOn: move.startsOn });
      case 'return':
        return this.comeBack(manager, actor, move);
      case 'leaving': {
        const { staffId, startsOn: day } = move;
        const ended = await this.postings.endOn(manager, actor, { staffId, kinds: ALL, day });
        return { ...NOTHING, ended };
      }
    }
  }

  async takeBack(manager: EntityManager, actor: Actor, effects: Effects): Promise<void> {
    const back = <T extends { id: number; was: Day | null }>(rows: readonly T[]) =>
      rows.map(({ id, was }) => ({ id, endsOn: was }));
    await this.postings.remove(
      manager,
      actor,
      effects.inserted.map(({ id }) => id),
    );
    await this.postings.setEnds(manager, actor, back(effects.ended));
    await this.conditions.remove(
      manager,
      actor,
      effects.conditions.map(({ id }) => id),
    );
    await this.conditions.setEnds(manager, actor, back(effects.conditionsEnded));
  }

  /** Whether every row that the movement wrote is still as it left it. */
  async stands(manager: EntityManager, actor: Actor, effects: Effects): Promise<boolean> {
    const postings = [...effects.inserted, ...effects.ended];
    const conditions = [...effects.conditions, ...effects.conditionsEnded];
    const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);
    const nowPostings = await this.postings.endsOf(manager, actor, ids(postings));
    const nowConditions = await this.conditions.endsOf(manager, actor, ids(conditions));
    return (
      postings.every(({ id, endsOn }) => nowPostings.get(id) === endsOn) &&
      conditions.every(({ id, endsOn }) => nowConditions.get(id) === endsOn)
    );
  }

  private async moveMain(
    manager: EntityManager,
    actor: Actor,
    { move, ends }: { readonly move: MovementToWrite; readonly ends: readonly PostingKind[] },
  ): Promise<Effects> {
    const { staffId, startsOn: day } = move;
    const ended = await this.postings.endOn(manager, actor, { staffId, kinds: ends, day });
    const inserted = await this.post(manager, actor, { move, kind: 'main', endsOn: null });
    return { ...NOTHING, ended, inserted };
  }

  /** Post and quota stay with the sender, so the main posting goes on; the person is away from it. */
  private async second(
    manager: EntityManager,
    actor: Actor,
    move: MovementToWrite,
  ): Promise<Effects> {
    const { staffId, startsOn, endsOn } = move;
    const inserted = await this.post(manager, actor, { move, kind: 'seconded', endsOn });
    const span = { staffId, case: AWAY, startsOn, endsOn, liftedByRequest: false } as const;
    const id = await this.conditions.insert(manager, actor, { ...span, note: null });
    return { ...NOTHING, inserted, conditions: [{ id, endsOn }] };
  }

  private async endSecondment(
    manager: EntityManager,
    actor: Actor,
    { move, endsOn }: { readonly move: MovementToWrite; readonly endsOn: Day | null },
  ): Promise<Effects> {
    const to = (rows: readonly { id: number; endsOn: Day | null }[]) =>
      rows.map(({ id, endsOn: was }) => ({ id, was, endsOn }));
    const ended = to(move.secondment?.postings ?? []);
    const conditionsEnded = to(move.secondment?.conditions ?? []);
    await this.postings.setEnds(manager, actor, ended);
    await this.conditions.setEnds(manager, actor, conditionsEnded);
    return { ...NOTHING, ended, conditionsEnded };
  }

  /** Back from a rotation to the given post, or from study or a secondment to the own one. */
  private async comeBack(
    manager: EntityManager,
    actor: Actor,
    move: MovementToWrite,
  ): Promise<Effects> {
    const { staffId, startsOn: day } = move;
    const kinds: readonly PostingKind[] = move.place === null ? ['seconded'] : ['main', 'seconded'];
    const ended = await this.postings.endOn(manager, actor, { staffId, kinds, day });
    const away = { staffId, case: AWAY, day } as const;
    const conditionsEnded = await this.conditions.endOn(manager, actor, away);
    const inserted = await this.post(manager, actor, { move, kind: 'main', endsOn: null });
    return { ...NOTHING, ended, conditionsEnded, inserted };
  }

  private async post(
    manager: EntityManager,
    actor: Actor,
    {
      move,
      kind,
      endsOn,
    }: {
      readonly move: MovementToWrite;
      readonly kind: PostingKind;
      readonly endsOn: Day | null;
    },
  ): Promise<Effects['inserted']> {
    if (move.place === null) return [];
    const { fit, unitId, positionId, seated } = move.place;
    const id = await this.postings.insert(manager, actor, {
      ...{ staffId: move.staffId, unitId, positionId, kind, startsOn: move.startsOn, endsOn },
      ...{ seated: kind === 'main' && seated, fit: fit.fit, failedTests: fit.failed },
      sourceId: move.id,
    });
    return [{ id, endsOn }];
  }
}
