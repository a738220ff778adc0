import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findDays } from '../forecast/forecast-facts.view.js';
import { unknownRun } from '../forecast/forecast.service.js';
import type { GapSource } from '../gap/gap-source.js';
import { LawService } from '../law/law.service.js';
import { usedParameters } from '../law/used-parameters.js';
import { numberOf, textOf, type LawOnDay, type ParameterValues } from '../rules/parameters.js';
import { RETIREMENT_KEYS, retirementContext } from '../rules/retirement.rules.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { Page } from '../shared/page.query.js';
import { Transactions } from '../shared/transactions.js';
import type { CountedHolder, LimitHolder } from './limit-facts.js';
import {
  countPeople,
  findBlocks,
  findCounted,
  findHolders,
  findRanks,
  findUnits,
  seesProvince,
} from './limit-facts.view.js';
import {
  countedBy,
  normLine,
  provinceLimitsOf,
  rankPlacements,
  unitLimitsOf,
  type LimitFacts,
  type LimitLaw,
  type LimitOfPeople,
  type UnitLimit,
} from './limits.plan.js';
import type {
  LimitPeopleResponse,
  LimitPersonResponse,
  LimitsResponse,
  PostsCutResponse,
  RankPlacementResponse,
  RankPlacementsResponse,
  UnitLimitsResponse,
} from './limits.responses.js';

export interface LimitPart {
  readonly block?: string | undefined;
  readonly commune?: string | undefined;
}

/** Whom of everybody a limit counts; of a share of ranks those of the rank. */
export interface LimitedPeople {
  readonly counted?: LimitOfPeople | undefined;
  readonly rank?: string | undefined;
}

/** Limits of a plan or of the registry on a day, as read in one transaction. */
export interface ReadLimits<H extends CountedHolder = LimitHolder> {
  readonly facts: LimitFacts<H>;
  readonly rulesOn: Day;
  readonly law: LawOnDay;
  readonly whole: boolean;
}

type Find<H> = (manager: EntityManager, provinceCode: string, source: GapSource) => Promise<H[]>;

/** What the law allows, what there is, and what follows. All methods throw NotFound `forecast.unknown-run`. */
@Injectable()
export class LimitsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly law: LawService,
  ) {}

  summary(actor: Actor, source: GapSource): Promise<LimitsResponse> {
    return this.transactions.run(actor, async (manager) => {
      const read = await this.read(manager, actor, source);
      return this.told(manager, actor, read);
    });
  }

  /** Unit by unit, what is over first where only that is asked for. */
  units(
    actor: Actor,
    source: GapSource,
    part: LimitPart & { readonly only?: 'over' | undefined },
    page: Page,
  ): Promise<UnitLimitsResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { facts, law } = await this.read(manager, actor, source);
      const all = unitLimitsOf(facts, valuesOf(law)).filter((limit) => isIn(limit, part));
      const over = all.filter(isOver);
      const shown = part.only === 'over' ? over : all;
      return {
        total: shown.length,
        over: over.length,
        items: shown.slice(page.offset, page.offset + page.limit),
      };
    });
  }

  /** Whoever is to be placed in the rank of the position. */
  rankPlacements(
    actor: Actor,
    source: GapSource,
    part: LimitPart,
    page: Page,
  ): Promise<RankPlacementsResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { facts, law } = await this.read(manager, actor, source);
      const all = rankPlacements(facts.holders, law.province.values).filter((each) =>
        isIn(each, part),
      );
      const shown = all.slice(page.offset, page.offset + page.limit);
      return { total: all.length, items: shown.map(placementResponse) };
    });
  }

  /** Everybody with a main posting, or whom a limit of the province counts among them. */
  people(
    actor: Actor,
    source: GapSource,
    { counted, rank, ...part }: LimitPart & LimitedPeople,
    page: Page,
  ): Promise<LimitPeopleResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { facts, law } = await this.read(manager, actor, source);
      const whole = facts.holders.filter((each) => isIn(each, part));
      const all =
        counted === undefined ? whole : countedBy(whole, valuesOf(law), { limit: counted, rank });
      const shown = all.slice(page.offset, page.offset + page.limit);
      return { total: all.length, items: shown.map(personResponse) };
    });
  }

  /** For other stages, inside their transaction. */
  read(manager: EntityManager, actor: Actor, source: GapSource): Promise<ReadLimits> {
    return this.readWith(manager, actor, { source, find: findHolders });
  }

  /** As `read`, for whoever names nobody. */
  counted(
    manager: EntityManager,
    actor: Actor,
    source: GapSource,
  ): Promise<ReadLimits<CountedHolder>> {
    return this.readWith(manager, actor, { source, find: findCounted });
  }

  private async readWith<H extends CountedHolder>(
    manager: EntityManager,
    actor: Actor,
    { source, find }: { readonly source: GapSource; readonly find: Find<H> },
  ): Promise<ReadLimits<H>> {
    const { provinceCode } = actor;
    const days = await findDays(manager, provinceCode, source);
    if (!days) throw unknownRun(source);
    return {
      facts: {
        day: days.from,
        blocks: await findBlocks(manager, provinceCode, source),
        units: await findUnits(manager, provinceCode, source),
        holders: await find(manager, provinceCode, source),
      },
      rulesOn: days.rulesOn,
      law: await this.law.lawOn(manager, provinceCode, days.rulesOn),
      whole: await seesProvince(manager),
    };
  }

  /** The figures of the whole, for whoever has read them. */
  async told(
    manager: EntityManager,
    actor: Actor,
    { facts, rulesOn, law, whole }: ReadLimits,
  ): Promise<LimitsResponse> {
    const values = valuesOf(law);
    const people = facts.holders.length;
    return {
      on: facts.day,
      rulesOn,
      whole,
      province: whole ? provinceLimitsOf(facts, values) : [],
      years: normLine(facts, values, retirementContext(values.province)),
      cut: whole ? await cutOf(manager, actor, { law, people }) : null,
      rankPlacements: rankPlacements(facts.holders, values.province).length,
      rankPlacementUntil: dayOr(values.province, 'fit.rank-placement-until'),
      ranks: await findRanks(manager),
      parameters: usedParameters(law.province, keysOf(law)),
    };
  }
}

/** Posts cut are people that were there and are not any more. */
async function cutOf(
  manager: EntityManager,
  { provinceCode }: Actor,
  { law, people }: { readonly law: LawOnDay; readonly people: number },
): Promise<PostsCutResponse> {
  const { values } = law.province;
  const countsFrom = textOf(values, 'posts-cut.counts-from');
  const isSet = Object.hasOwn(values, 'posts-cut.target');
  const peopleThen = await countPeople(manager, provinceCode, countsFrom);
  return {
    target: isSet ? numberOf(values, 'posts-cut.target') : null,
    countsFrom,
    peopleThen,
    peopleNow: people,
    reached: Math.max(0, peopleThen - people),
  };
}

/** null before the law that sets it. */
function dayOr(values: ParameterValues, key: string): Day | null {
  return Object.hasOwn(values, key) ? textOf(values, key) : null;
}

const PREFIXES = [
  'cap.',
  'limit.',
  'norm.',
  'posts-cut.',
  'rank.',
  'surplus.',
  'fit.rank-placement',
];

function keysOf({ province }: LawOnDay): string[] {
  const own = [...province.rows.keys()].filter((key) =>
    PREFIXES.some((prefix) => key.startsWith(prefix)),
  );
  return [...own, ...RETIREMENT_KEYS];
}

export function valuesOf(law: LawOnDay): LimitLaw {
  return { province: law.province.values, of: (unit) => law.of(unit).values };
}

function isOver({ verdict }: UnitLimit): boolean {
  return verdict === 'breach' || verdict === 'in-grace';
}

function isIn(
  at: { readonly block: string | null; readonly communeCode: string },
  { block, commune }: LimitPart,
): boolean {
  return (
    (block === undefined || at.block === null || at.block === block) &&
    (commune === undefined || at.communeCode === commune)
  );
}

export function personResponse(holder: LimitHolder): LimitPersonResponse {
  const { staffId, fullName, communeName, unitName, positionName, rank } = holder;
  return { staffId, fullName, communeName, unitName, positionName, rank };
}

export function placementResponse(holder: LimitHolder): RankPlacementResponse {
  return { ...personResponse(holder), wanted: [...holder.ranks] };
}
