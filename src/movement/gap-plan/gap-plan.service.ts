import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import { LawService } from '../../law/law.service.js';
import type { Actor } from '../../shared/actor.js';
import { Clock } from '../../shared/clock.js';
import type { Day } from '../../shared/day.js';
import { BadInput, NotFound } from '../../shared/errors.js';
import { grouped } from '../../shared/grouped.js';
import type { Page } from '../../shared/page.query.js';
import { Transactions } from '../../shared/transactions.js';
import { findGaps, type Gap } from './gaps.view.js';
import { isOverdue, unplannedSeats, waysInOrder } from './gap-plan.rules.js';
import type {
  GapPlanResponse,
  GapPlansResponse,
  GapWithPlansResponse,
} from './gap-plan.responses.js';
import { GapPlanStore, type PlanChange, type StoredPlan } from './gap-plan.store.js';
import type { Way } from './gap-plan.js';

export interface WantedPlan {
  readonly unitCode: string;
  readonly positionCode: string;
  readonly way: Way;
  readonly seats: number;
  readonly responsible: string;
  readonly dueOn: Day;
  readonly note: string | null;
}

/** How each gap is to be closed, by whom and until when. */
@Injectable()
export class GapPlanService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: GapPlanStore,
    private readonly law: LawService,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** Every gap of a day, the one with most unplanned seats first, and its plans. */
  list(
    actor: Actor,
    { on, commune, ...page }: Page & { readonly on: Day; readonly commune?: string | undefined },
  ): Promise<GapPlansResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { values } = await this.law.parametersOn(manager, actor.provinceCode, on);
      const all = await this.gaps(manager, actor, { on, commune });
      return {
        ways: [...waysInOrder(values)],
        total: all.length,
        unplanned: all.reduce((sum, { unplanned }) => sum + unplanned, 0),
        overdue: all.flatMap((gap) => gap.plans).filter(({ overdue }) => overdue).length,
        items: all.slice(page.offset, page.offset + page.limit),
      };
    });
  }

  /** All of them at once, inside a transaction of the caller. */
  async gaps(
    manager: EntityManager,
    actor: Actor,
    { on, commune }: { readonly on: Day; readonly commune?: string | undefined },
  ): Promise<GapWithPlansResponse[]> {
    const plans = grouped(await this.store.all(manager, actor), cellOf);
    return (await findGaps(manager, actor, on))
      .filter((gap) => commune === undefined || gap.communeCode === commune)
      .map((gap) => withPlans(gap, plans.get(cellOf(gap)) ?? [], on))
      .filter((gap) => gap.shortage > 0 || gap.plans.length > 0)
      .sort((a, b) => b.unplanned - a.unplanned);
  }

  /** @throws BadInput `gap-plan.unknown-place` */
  add(actor: Actor, wanted: WantedPlan): Promise<GapPlanResponse> {
    return this.transactions.run(actor, async (manager) => {
      const day = this.clock.today();
      const keys = await this.store.placeOn(manager, actor, { ...wanted, day });
      if (keys === null) throw unknownPlace(wanted);
      const id = await this.store.add(manager, actor, { ...keys, ...wanted });
      const { unitCode, positionCode, way, seats, dueOn } = wanted;
      await this.trail.record(manager, actor, {
        action: 'gap-plan.added',
        subject: `gap-plan/${id}`,
        details: { unitCode, positionCode, way, seats, dueOn },
      });
      return planResponse({ ...wanted, id, state: 'open' }, day);
    });
  }

  /** @throws NotFound `gap-plan.unknown` */
  change(
    actor: Actor,
    { id, ...change }: { readonly id: number } & Partial<PlanChange>,
  ): Promise<GapPlanResponse> {
    return this.transactions.run(actor, async (manager) => {
      const plan = await this.found(manager, actor, id);
      // What was not sent comes as undefined, or as null from whoever empties a field.
      const sent = Object.entries(change).filter(([, value]) => value != null);
      const after: StoredPlan = { ...plan, ...Object.fromEntries(sent) };
      await this.store.change(manager, actor, after);
      const told = ({ state, responsible, dueOn }: StoredPlan) => ({ state, responsible, dueOn });
      await this.trail.record(manager, actor, {
        action: 'gap-plan.changed',
        subject: `gap-plan/${id}`,
        before: told(plan),
        after: told(after),
      });
      return planResponse(after, this.clock.today());
    });
  }

  private async found(manager: EntityManager, actor: Actor, id: number): Promise<StoredPlan> {
    const plan = await this.store.locked(manager, actor, id);
    if (plan !== null) return plan;
    throw new NotFound('gap-plan.unknown', `Không có kế hoạch số ${id}.`, { id });
  }
}

export function unknownPlace(place: {
  readonly unitCode: string;
  readonly positionCode: string;
}): BadInput {
  const { unitCode, positionCode } = place;
  return new BadInput(
    'gap-plan.unknown-place',
    `Hôm nay không có đơn vị "${unitCode}" hoặc vị trí "${positionCode}".`,
    { unitCode, positionCode },
  );
}

function cellOf(place: { readonly unitCode: string; readonly positionCode: string }): string {
  return `${place.unitCode}|${place.positionCode}`;
}

function withPlans(gap: Gap, plans: readonly StoredPlan[], day: Day): GapWithPlansResponse {
  return {
    ...gap,
    unplanned: unplannedSeats(gap.shortage, plans),
    plans: plans.map((plan) => planResponse(plan, day)),
  };
}

function planResponse(plan: StoredPlan, day: Day): GapPlanResponse {
  const { id, way, seats, responsible, dueOn, state, note } = plan;
  return { id, way, seats, responsible, dueOn, state, note, overdue: isOverdue(plan, day) };
}
