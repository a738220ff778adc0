import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawDraftService, type TwoLaws } from '../law/law-draft.service.js';
import { ReferenceStore } from '../law/reference.store.js';
import { LimitsService, valuesOf } from '../limits/limits.service.js';
import { PositionStore } from '../registry/position.store.js';
import { lawOnDay } from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { RuleBroken } from '../shared/errors.js';
import type { Page } from '../shared/page.query.js';
import { Transactions } from '../shared/transactions.js';
import { findPeople, findPlans, type PersonRow, type PlanRow } from './affected-facts.view.js';
import type { AffectedResponse, PlanChangeResponse } from './affected.responses.js';
import {
  changedKeys,
  changedPeople,
  changedProvince,
  changedUnits,
  type AffectedPerson,
  type PersonChange,
} from './affected.plan.js';

type Person = PersonRow & AffectedPerson;

/** Whose result changes with a draft of the law, before it is in force. Writes nothing. */
@Injectable()
export class AffectedService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: LawDraftService,
    private readonly limits: LimitsService,
    private readonly reference: ReferenceStore,
    private readonly positions: PositionStore,
  ) {}

  /** @throws NotFound `law.unknown-draft`; RuleBroken `law.draft-empty` */
  affected(
    actor: Actor,
    { id, on }: { readonly id: number; readonly on?: Day | undefined },
    page: Page,
  ): Promise<AffectedResponse> {
    return this.transactions.run(actor, async (manager) => {
      const laws = await this.drafts.twoLaws(manager, actor, id);
      const day = on ?? lastStart(laws, id);
      const { now, then } = lawsOn(laws, actor, day);
      const people = await this.people(manager, actor, day);
      const reference = {
        relatedMajors: await this.reference.relatedMajors(manager),
        ranks: await this.reference.ranks(manager),
      };
      const changes = changedPeople(
        people,
        { day, reference },
        {
          now: now.province,
          then: then.province,
        },
      );
      const { facts } = await this.limits.read(manager, actor, { on: day });
      return {
        on: day,
        keys: changedKeys(now.province, then.province),
        counts: countsOf(changes),
        total: changes.length,
        people: changes.slice(page.offset, page.offset + page.limit).map(personResponse),
        units: changedUnits(facts, { now, then }),
        province: changedProvince(facts, { now, then }),
        plans: await this.plans(manager, actor, laws),
      };
    });
  }

  private async people(manager: EntityManager, actor: Actor, day: Day): Promise<Person[]> {
    const rows = await findPeople(manager, actor.provinceCode, day);
    const positions = await this.positions.inForceOn(manager, actor, day);
    const of = new Map(positions.map((position) => [position.code, position]));
    return rows.map((row) => ({ ...row, position: of.get(row.positionCode) ?? null }));
  }

  /** Plans whose rules are of a day on which the draft has another value. */
  private async plans(
    manager: EntityManager,
    actor: Actor,
    laws: TwoLaws,
  ): Promise<PlanChangeResponse[]> {
    const found: PlanChangeResponse[] = [];
    for (const plan of await findPlans(manager, actor.provinceCode)) {
      const { now, then } = lawsOn(laws, actor, plan.rulesOn);
      const keys = changedKeys(now.province, then.province);
      if (keys.length === 0) continue;
      const limits = await this.limitsOf(manager, actor, { plan, laws: { now, then } });
      const { scenarioId, name, state, rulesOn } = plan;
      found.push({ scenarioId, name, state, rulesOn, keys, limits });
    }
    return found;
  }

  private async limitsOf(
    manager: EntityManager,
    actor: Actor,
    { plan, laws }: { readonly plan: PlanRow; readonly laws: ReturnType<typeof lawsOn> },
  ): Promise<number> {
    if (plan.runId === null) return 0;
    const { facts } = await this.limits.read(manager, actor, { run: plan.runId });
    return changedUnits(facts, laws).length + changedProvince(facts, laws).length;
  }
}

function lawsOn({ now, then }: TwoLaws, { provinceCode }: Actor, day: Day) {
  return {
    now: valuesOf(lawOnDay(now, provinceCode, day)),
    then: valuesOf(lawOnDay(then, provinceCode, day)),
  };
}

/** The first day on which all changes of the draft hold. */
function lastStart({ draft }: TwoLaws, id: number): Day {
  const days = draft.rows.map(({ startsOn }) => startsOn).sort();
  const last = days.at(-1);
  if (last !== undefined) return last;
  throw new RuleBroken(
    'law.draft-empty',
    `Dự thảo số ${id} chưa có thay đổi nào; hãy thêm ít nhất một tham số.`,
    { draft: id },
  );
}

function countsOf(changes: readonly PersonChange<Person>[]): AffectedResponse['counts'] {
  const counts = new Map<PersonChange<Person>['what'], number>();
  for (const { what } of changes) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts].map(([what, people]) => ({ what, people }));
}

function personResponse({
  person: { staffId, fullName, communeName, positionName },
  what,
  before,
  after,
}: PersonChange<Person>): AffectedResponse['people'][number] {
  return { staffId, fullName, communeName, positionName, what, before, after };
}
