import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawDraftService, type TwoLaws } from '../law/law-draft.service.js';
import { LimitsService, valuesOf } from '../limits/limits.service.js';
import { findPeople as findPayoutPeople } from '../payout/payout-people.view.js';
import type { PayoutPerson } from '../payout/payout-person.js';
import { payoutsAreShown } from '../payout/payouts.plan.js';
import { lawOnDay, type ParameterValues } from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { RuleBroken } from '../shared/errors.js';
import type { Page } from '../shared/page.query.js';
import { Transactions } from '../shared/transactions.js';
import { findPlans, type PlanRow } from './affected-facts.view.js';
import { AffectedLetters } from './affected-letters.view.js';
import { AffectedPeople, type JudgedPerson } from './affected-people.view.js';
import { changedPayouts, type LawByDay, type PayoutChange } from './affected-payouts.plan.js';
import type {
  AffectedResponse,
  PersonChangeResponse,
  PlanChangeResponse,
} from './affected.responses.js';
import {
  changedKeys,
  changedPeople,
  changedProvince,
  changedUnits,
  type PersonChange,
} from './affected.plan.js';

/** Whose result changes with a draft of the law, before it is in force. Writes nothing. */
@Injectable()
export class AffectedService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: LawDraftService,
    private readonly limits: LimitsService,
    private readonly people: AffectedPeople,
    private readonly letters: AffectedLetters,
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
      const { people, reference } = await this.people.read(manager, actor, day);
      const byDay = provinceLaws(laws, actor);
      const provinces = { now: now.province, then: then.province };
      const changes = [
        ...changedPeople(people, { day, reference }, provinces).map(personResponse),
        ...(await this.payouts(manager, actor, { day, byDay })),
      ];
      const { facts } = await this.limits.read(manager, actor, { on: day });
      return {
        on: day,
        keys: changedKeys(now.province, then.province),
        counts: countsOf(changes),
        payoutsShown: payoutsAreShown(now.province) && payoutsAreShown(then.province),
        total: changes.length,
        people: changes.slice(page.offset, page.offset + page.limit),
        units: changedUnits(facts, { now, then }),
        province: changedProvince(facts, { now, then }),
        letters: await this.letters.written(manager, actor, byDay),
        unwritten: await this.letters.notYetWritten(manager, actor, { day, laws: byDay }),
        plans: await this.plans(manager, actor, laws),
      };
    });
  }

  private async payouts(
    manager: EntityManager,
    actor: Actor,
    { day, byDay }: { readonly day: Day; readonly byDay: ReturnType<typeof provinceLaws> },
  ): Promise<PersonChangeResponse[]> {
    const people = await findPayoutPeople(manager, actor.provinceCode, { on: day });
    return changedPayouts(people, day, byDay).map(payoutResponse);
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

/** The law of the province by day; each day is read once. */
function provinceLaws({ now, then }: TwoLaws, { provinceCode }: Actor) {
  const byDay = (rows: TwoLaws['now']): LawByDay => {
    const known = new Map<Day, ParameterValues>();
    return (day) => {
      const values = known.get(day) ?? valuesOf(lawOnDay(rows, provinceCode, day)).province;
      known.set(day, values);
      return values;
    };
  };
  return { now: byDay(now), then: byDay(then) };
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

/** People, not changes: a pay-out may change by several schemes. */
function countsOf(changes: readonly PersonChangeResponse[]): AffectedResponse['counts'] {
  const people = new Map<PersonChangeResponse['what'], Set<number>>();
  for (const { what, staffId } of changes)
    people.set(what, (people.get(what) ?? new Set()).add(staffId));
  return [...people].map(([what, ids]) => ({ what, people: ids.size }));
}

function personResponse({
  person: { staffId, fullName, communeName, positionName },
  what,
  before,
  after,
}: PersonChange<JudgedPerson>): PersonChangeResponse {
  return { staffId, fullName, communeName, positionName, what, scheme: null, before, after };
}

function payoutResponse({
  person: { staffId, fullName, communeName, positionName },
  scheme,
  before,
  after,
}: PayoutChange<PayoutPerson>): PersonChangeResponse {
  const said = (amount: number | null): string | null => (amount === null ? null : String(amount));
  return {
    ...{ staffId, fullName, communeName, positionName, what: 'payout', scheme },
    ...{ before: said(before), after: said(after) },
  };
}
