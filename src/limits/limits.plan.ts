import { departuresOf, type Holder } from '../forecast/departures.plan.js';
import {
  deputiesOverSuperior,
  needsRankPlacement,
  normLimits,
  provinceLimits,
  provinceTotalLimit,
  rankShareLimits,
  type Limit,
} from '../rules/limits.rules.js';
import { glideLine, glideOf, type GlidePoint } from '../rules/glide.rules.js';
import { normOf } from '../rules/norm.rules.js';
import { numberOf, textsOf, type ParameterValues } from '../rules/parameters.js';
import type { RetirementContext } from '../rules/retirement.rules.js';
import { BLOCKS, type Block } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import type { BlockFact, CountedHolder, LimitHolder, UnitFact } from './limit-facts.js';

export interface LimitFacts<H extends CountedHolder = LimitHolder> {
  readonly day: Day;
  readonly blocks: readonly BlockFact[];
  readonly units: readonly UnitFact[];
  /** Main holders. */
  readonly holders: readonly H[];
}

/** The law for the province, and for a unit that has values of its own. */
export interface LimitLaw {
  readonly province: ParameterValues;
  readonly of: (unitCode: string) => ParameterValues;
}

/** A limit of a unit, or of a block of it. */
export interface UnitLimit extends Limit {
  readonly unitCode: string;
  readonly unitName: string;
  readonly communeCode: string;
  readonly communeName: string;
  readonly block: Block | null;
}

export interface YearPoint extends GlidePoint {
  /** People over the norms, at the least and the most; null = after the line. */
  readonly over: { readonly low: number; readonly high: number };
}

const COMMUNE = 'commune';

/** Limits of the province that count people by what they are. */
export const LIMITS_OF_PEOPLE = [
  'vice-chairs-per-commune',
  'deputies-per-organisation',
  'rank-share',
] as const;
export type LimitOfPeople = (typeof LIMITS_OF_PEOPLE)[number];

/**
 * The averages and totals of the province: vice-chairs, deputies, organisations, norms against the total, ranks.
 *
 * Whoever holds the title counts, with or without a seat: nobody loses it by a plan alone.
 *
 * @source as the limits of `limits.rules.ts`
 */
export function provinceLimitsOf(
  facts: LimitFacts<CountedHolder>,
  { province }: LimitLaw,
): Limit[] {
  const { blocks, units, holders, day } = facts;
  const kinds = new Set(textsOf(province, 'cap.organisations-per-commune.kinds'));
  const counts = {
    communes: units.filter(({ level }) => level === COMMUNE).length,
    organisations: units.filter(({ level, kind }) => level === 'division' && kinds.has(kind))
      .length,
    viceChairs: titledBy(holders, province, 'vice-chairs-per-commune').length,
    deputies: titledBy(holders, province, 'deputies-per-organisation').length,
  };
  const ranks: Record<string, number> = {};
  for (const { level, rank } of holders)
    if (level === COMMUNE && rank !== null) ranks[rank] = (ranks[rank] ?? 0) + 1;
  return [
    ...provinceLimits(counts, province, day),
    ...totalsOf(blocks, province, day),
    ...rankShareLimits(ranks, COMMUNE, province, day),
  ];
}

/**
 * Whom such a limit counts, as `provinceLimitsOf` does.
 *
 * @param rank of a share of ranks.
 */
export function countedBy<H extends CountedHolder>(
  holders: readonly H[],
  { province }: LimitLaw,
  { limit, rank }: { readonly limit: LimitOfPeople; readonly rank: string | undefined },
): H[] {
  if (limit === 'rank-share')
    return holders.filter((each) => each.level === COMMUNE && each.rank === rank);
  return titledBy(holders, province, limit);
}

function titledBy<H extends CountedHolder>(
  holders: readonly H[],
  law: ParameterValues,
  limit: Exclude<LimitOfPeople, 'rank-share'>,
): H[] {
  const positions = new Set(textsOf(law, `cap.${limit}.positions`));
  return holders.filter(({ positionCode }) => positions.has(positionCode));
}

/** The norms given to communes against the province's total, block by block; a block without norms is left out. */
function totalsOf(blocks: readonly BlockFact[], law: ParameterValues, day: Day): Limit[] {
  return BLOCKS.flatMap((block) => {
    const norms = blocks
      .filter((each) => each.block === block && each.level === COMMUNE)
      .flatMap(({ norm }) => norm ?? []);
    if (norms.length === 0) return [];
    const key = `norm.province-total.${block}`;
    const total = Object.hasOwn(law, key) ? numberOf(law, key) : null;
    return [{ ...provinceTotalLimit(norms, total, law, day), subject: block }];
  });
}

/**
 * The limits of each unit: people of a block against its norm, deputies of a body against those of its commune.
 *
 * @returns by unit, in the order given.
 * @source as `normLimits` and `deputiesOverSuperior`
 */
export function unitLimitsOf(facts: LimitFacts<CountedHolder>, law: LimitLaw): UnitLimit[] {
  return [...normsOf(facts, law), ...bodiesOf(facts, law)];
}

function normsOf({ blocks, day }: LimitFacts<CountedHolder>, law: LimitLaw): UnitLimit[] {
  return blocks.flatMap((fact) => {
    const { communeCode, communeName, block, people } = fact;
    const norm = normHere(fact, law);
    const unit = { unitCode: communeCode, block, people, norm };
    return normLimits([unit], law.of(communeCode), day).map((limit) => ({
      ...{ ...limit, block, communeCode, communeName },
      ...{ unitCode: communeCode, unitName: communeName },
    }));
  });
}

/** What was given, else the interim frame, which the law has for communes only. */
function normHere({ communeCode, block, level, norm }: BlockFact, law: LimitLaw): number | null {
  if (norm !== null) return norm;
  return level === COMMUNE
    ? normOf([], { unitCode: communeCode, block }, law.of(communeCode))
    : null;
}

function bodiesOf({ units, holders, day }: LimitFacts<CountedHolder>, law: LimitLaw): UnitLimit[] {
  const { province } = law;
  const deputies = new Set(textsOf(province, 'cap.deputies-per-organisation.positions'));
  const superiors = new Set(textsOf(province, 'cap.vice-chairs-per-commune.positions'));
  const kinds = new Set(textsOf(province, 'cap.organisations-per-commune.kinds'));
  const count = new Map<string, number>();
  for (const { unitCode, communeCode, positionCode } of holders) {
    if (deputies.has(positionCode)) count.set(unitCode, (count.get(unitCode) ?? 0) + 1);
    if (superiors.has(positionCode)) count.set(communeCode, (count.get(communeCode) ?? 0) + 1);
  }
  const bodies = units.filter(({ level, kind }) => level === 'division' && kinds.has(kind));
  return bodies.flatMap((unit) => {
    const body = {
      unitCode: unit.code,
      deputies: count.get(unit.code) ?? 0,
      superiorDeputies: count.get(unit.communeCode) ?? 0,
    };
    return deputiesOverSuperior([body], law.of(unit.communeCode), day).map((limit) => ({
      ...{ ...limit, block: null, unitCode: unit.code, unitName: unit.name },
      ...{ communeCode: unit.communeCode, communeName: unit.communeName },
    }));
  });
}

/**
 * Year by year: people over the norms if nobody is moved and nobody comes, against the line down to nothing.
 *
 * @source letter 09/CV-BCĐ of 2025-05-30; Decree 135/2020/NĐ-CP (retirement)
 */
export function normLine(
  { day, blocks, holders }: LimitFacts,
  law: LimitLaw,
  retirement: RetirementContext,
): YearPoint[] {
  const normed = blocks.flatMap((fact) => {
    const norm = normHere(fact, law);
    return norm === null ? [] : [{ ...fact, norm }];
  });
  const overOn = (left: ReadonlyMap<string, number>): number =>
    normed.reduce((sum, fact) => {
      const gone = left.get(`${fact.communeCode} ${fact.block}`) ?? 0;
      return sum + Math.max(0, fact.people - gone - fact.norm);
    }, 0);
  const { all } = departuresOf<Holder>(holders, day, retirement);
  const goneBy = (on: Day, end: 'earliestOn' | 'latestOn'): ReadonlyMap<string, number> => {
    const gone = new Map<string, number>();
    for (const departure of all) {
      if (departure[end] > on) continue;
      const key = `${departure.holder.communeCode} ${departure.holder.block ?? ''}`;
      gone.set(key, (gone.get(key) ?? 0) + 1);
    }
    return gone;
  };
  const start = overOn(new Map());
  return glideLine(glideOf(start, law.province)).map((point) => ({
    ...point,
    over: {
      low: overOn(goneBy(point.on, 'earliestOn')),
      high: overOn(goneBy(point.on, 'latestOn')),
    },
  }));
}

/**
 * Whoever is to be placed in the rank of the position; nobody before the decree.
 *
 * @source as `needsRankPlacement`
 */
export function rankPlacements<H extends Pick<LimitHolder, 'rank' | 'recruitedOn' | 'ranks'>>(
  holders: readonly H[],
  law: ParameterValues,
): H[] {
  if (!Object.hasOwn(law, 'fit.rank-placement-until')) return [];
  return holders.filter(({ rank, recruitedOn, ranks }) =>
    needsRankPlacement({ rank, recruitedOn }, { ranks }, law),
  );
}
