import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findDays } from '../forecast/forecast-facts.view.js';
import { unknownRun } from '../forecast/forecast.service.js';
import type { GapSource } from '../gap/gap-source.js';
import { LawService } from '../law/law.service.js';
import { usedParameters } from '../law/used-parameters.js';
import { textOf, type ParameterSet } from '../rules/parameters.js';
import type { PayoutScheme } from '../rules/payout.js';
import { RETIREMENT_KEYS, type RetirementAppendix } from '../rules/retirement.rules.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { RuleBroken } from '../shared/errors.js';
import type { Page } from '../shared/page.query.js';
import { Transactions } from '../shared/transactions.js';
import { findPeople } from './payout-people.view.js';
import type { PayoutPerson } from './payout-person.js';
import type { PayoutsResponse, PersonPayoutsResponse } from './payout.responses.js';
import {
  baseDayOf,
  payoutLaw,
  payoutsAreShown,
  personPayouts,
  schemeTotals,
  type PersonPayouts,
} from './payouts.plan.js';

export interface PayoutAsked {
  readonly source: GapSource;
  readonly leavingOn: Day;
  readonly appendix: RetirementAppendix;
  readonly who: 'surplus' | 'all';
  readonly block?: string | undefined;
  readonly commune?: string | undefined;
}

/** Everybody asked for with what each scheme would pay, as read in one transaction. */
export interface ReadPayouts {
  readonly people: readonly (PayoutPerson & PersonPayouts)[];
  readonly law: ParameterSet;
  readonly reorganisedOn: Day;
  readonly baseOn: Day;
}

/** What leaving would be paid, indicative only. Throws NotFound `forecast.unknown-run`, RuleBroken `payout.off`. */
@Injectable()
export class PayoutService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawService,
  ) {}

  /** @param listed leaves out of the list, not of the totals, who is not of this total. */
  list(
    actor: Actor,
    asked: PayoutAsked,
    page: Page,
    listed?: PayoutScheme | 'without-pay',
  ): Promise<PayoutsResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { people, law, reorganisedOn, baseOn } = await this.read(manager, actor, asked);
      const list = people.filter((person) => listed === undefined || isOf(person, listed));
      const shown = list.slice(page.offset, page.offset + page.limit);
      return {
        leavingOn: asked.leavingOn,
        ...{ reorganisedOn, baseOn },
        total: list.length,
        totals: schemeTotals(people),
        withoutPay: people.filter(({ salary }) => salary === null).length,
        items: shown.map(personResponse),
        parameters: usedParameters(law, keysOf(law)),
      };
    });
  }

  /** For other stages, inside their transaction. */
  async read(manager: EntityManager, actor: Actor, asked: PayoutAsked): Promise<ReadPayouts> {
    const { provinceCode } = actor;
    const { source, leavingOn, appendix } = asked;
    if (!(await findDays(manager, provinceCode, source))) throw unknownRun(source);
    const law = await this.law.parametersOn(manager, provinceCode, leavingOn);
    if (!payoutsAreShown(law.values)) throw isOff();
    const baseOn = baseDayOf(law.values, leavingOn);
    const base = await this.law.parametersOn(manager, provinceCode, baseOn);
    const reorganisedOn = textOf(law.values, 'payout.reorganised-on');
    const own = payoutLaw(law.values, base.values);
    const people = (await findPeople(manager, provinceCode, source)).filter(wantedBy(asked));
    return {
      people: people.map((person) => ({
        ...person,
        ...personPayouts(person, { leavingOn, reorganisedOn, appendix }, own),
      })),
      ...{ law, reorganisedOn, baseOn },
    };
  }
}

function wantedBy({ who, block, commune }: PayoutAsked) {
  return (person: PayoutPerson): boolean =>
    (who === 'all' || person.surplus) &&
    (block === undefined || person.block === block) &&
    (commune === undefined || person.communeCode === commune);
}

function isOf({ salary, payouts }: PersonPayouts, listed: PayoutScheme | 'without-pay'): boolean {
  if (listed === 'without-pay') return salary === null;
  return payouts.some(({ scheme, refused }) => scheme === listed && refused === null);
}

function keysOf({ rows }: ParameterSet): string[] {
  const own = [...rows.keys()].filter((key) => key.startsWith('payout.'));
  return ['salary.base-monthly-vnd', ...own, ...RETIREMENT_KEYS];
}

function personResponse(person: ReadPayouts['people'][number]): PersonPayoutsResponse {
  const { staffId, fullName, communeName, unitName, positionName, surplus, bornOn } = person;
  const { salary, insuranceYears, retiresOn, latestRetiresOn, payouts } = person;
  return {
    ...{ staffId, fullName, communeName, unitName, positionName, surplus, bornOn },
    ...{ insuranceYears, retiresOn, latestRetiresOn },
    salary: salary && { ...salary, lines: [...salary.lines] },
    payouts: payouts.map((each) => ({
      ...each,
      lines: [...each.lines],
      missing: [...each.missing],
    })),
  };
}

function isOff(): RuleBroken {
  return new RuleBroken(
    'payout.off',
    'Ước tính chế độ khi nghỉ đang tắt. Số liệu chỉ để tham khảo; cán bộ phụ trách toàn tỉnh bật bằng tham số "payout.shown" ở trang Quy định.',
    { key: 'payout.shown' },
  );
}
