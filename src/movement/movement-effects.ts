import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { usedParameters } from '../law/used-parameters.js';
import {
  keptAllowance,
  keptAllowanceContext,
  type AllowanceReason,
  type KeptAllowance,
} from '../rules/kept-allowance.rules.js';
import type { Actor } from '../shared/actor.js';
import { asIf, cellsNow, type CellFigures, type CellKey } from './gap-effect.view.js';
import type { Planned } from './movement-planner.js';
import { MovementWriter } from './movement-writer.js';
import type { CellEffectResponse, MovementPlanResponse } from './movement.responses.js';
import { MovementStore } from './movement.store.js';
import { GIVES_POST, type WantedMovement } from './movement.js';
import { seenFinding } from './seen-finding.js';

/** The parameters that decide a movement. */
const KEYS = [
  ...['no-go.cases', 'no-go.movements', 'no-go.lifted-by-request', 'secondment.max-months'],
  ...['secondment.hearing-required', 'rotation.min-months', 'appointment.term-months'],
  ...['transfer.kept-allowance-months', 'reorganisation.kept-allowance-months'],
];

/** What a planned movement would do: the same writing, looked at and undone. */
@Injectable()
export class MovementEffects {
  constructor(
    private readonly writer: MovementWriter,
    private readonly store: MovementStore,
  ) {}

  async of(
    manager: EntityManager,
    actor: Actor,
    { wanted, planned }: { readonly wanted: WantedMovement; readonly planned: Planned },
  ): Promise<MovementPlanResponse> {
    const { from, to, findings, law } = planned;
    const away = wanted.kind === 'secondment-end' || wanted.kind === 'secondment-extension';
    const host = away
      ? planned.person.postings.find(({ id }) => hosts(planned).has(Number(id)))
      : undefined;
    const target = to ? { unitCode: to.unit.code, positionCode: to.position.code } : null;
    const [leaves, fills] = await this.cells(manager, actor, {
      planned,
      keys: [keyOf(from), target ?? keyOf(host)],
    });
    return {
      findings: findings.map(seenFinding),
      leaves: leaves ?? null,
      fills: fills ?? null,
      keptAllowance: await this.kept(manager, actor, { wanted, planned }),
      parameters: usedParameters(law, KEYS),
    };
  }

  private async cells(
    manager: EntityManager,
    actor: Actor,
    { planned, keys }: { readonly planned: Planned; readonly keys: readonly (CellKey | null)[] },
  ): Promise<(CellEffectResponse | null)[]> {
    const cells = keys.filter((key) => key !== null);
    const asked = { cells, day: planned.write.startsOn };
    const before = await cellsNow(manager, actor, asked);
    const after = !planned.writable
      ? before
      : await asIf(manager, async () => {
          await this.writer.apply(manager, actor, { ...planned.write, id: 0 });
          return cellsNow(manager, actor, asked);
        });
    let at = -1;
    return keys.map((key) => {
      if (key === null) return null;
      at += 1;
      return effectOf(before[at], after[at]);
    });
  }

  private async kept(
    manager: EntityManager,
    actor: Actor,
    { wanted, planned }: { readonly wanted: WantedMovement; readonly planned: Planned },
  ): Promise<KeptAllowance | null> {
    const { startsOn, endsOn, newAllowance, staffId } = wanted;
    const { allowance } = planned.person;
    if (!GIVES_POST.has(wanted.kind) || allowance === null || newAllowance === null) return null;
    const termEndsOn = await this.store.termEnd(manager, actor, { staffId, day: startsOn });
    return keptAllowance(
      {
        ...{ startsOn, oldCoefficient: allowance, newCoefficient: newAllowance },
        ...{ termEndsOn, rotationEndsOn: endsOn },
      },
      keptAllowanceContext(planned.law.values, lawOf(wanted)),
    );
  }
}

function lawOf({ kind, reason }: WantedMovement): AllowanceReason {
  if (kind === 'rotation') return 'rotation';
  return reason === 'task' ? 'transfer' : reason;
}

function hosts({ write }: Planned): ReadonlySet<number> {
  return new Set((write.secondment?.postings ?? []).map(({ id }) => id));
}

function keyOf(cell: CellKey | null | undefined): CellKey | null {
  return cell ? { unitCode: cell.unitCode, positionCode: cell.positionCode } : null;
}

function effectOf(
  before: CellFigures | undefined,
  after: CellFigures | undefined,
): CellEffectResponse | null {
  if (!before || !after) return null;
  return {
    unitCode: before.unitCode,
    positionCode: before.positionCode,
    seats: before.seats,
    shortageBefore: before.shortage,
    shortageAfter: after.shortage,
    surplusBefore: before.surplus,
    surplusAfter: after.surplus,
  };
}
