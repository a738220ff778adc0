import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PositionStore, type PositionOnDay } from '../registry/position.store.js';
import type {
  Block,
  Degree,
  NoGoCase,
  PositionGroup,
  Sex,
  UnitLevel,
} from '../rules/vocabulary.js';
import type { Actor } from '../shared/actor.js';
import type { Day, PartialDay } from '../shared/day.js';

export interface Seat {
  readonly unitId: number;
  readonly unitCode: string;
  readonly positionId: number;
  readonly positionCode: string;
  readonly block: Block;
  readonly group: PositionGroup;
}

export interface HeldPosting extends Seat {
  readonly id: number;
  readonly kind: 'main' | 'concurrent' | 'seconded';
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

export interface StandingCondition {
  readonly id: number;
  readonly case: NoGoCase;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly liftedByRequest: boolean;
}

/** What the law asks of a person who is to be moved. */
export interface MovedPerson {
  readonly staffId: number;
  readonly bornOn: PartialDay | null;
  readonly sex: Sex | null;
  readonly degree: Degree | null;
  readonly majorGroup: string | null;
  readonly rank: string | null;
  readonly certificates: readonly string[];
  readonly plannedTitle: string | null;
  readonly allowance: number | null;
  readonly conditions: readonly StandingCondition[];
  readonly postings: readonly HeldPosting[];
}

/** A unit in force on the day; `communeCode` is that of the nearest unit that is no division. */
export interface PlaceUnit {
  readonly id: number;
  readonly code: string;
  readonly level: UnitLevel;
}

/** People of a block in a commune, and its norm. */
export interface BlockFigures {
  readonly people: number;
  readonly norm: number | null;
}

/** Read-only: what one movement needs to know. */
@Injectable()
export class MovementFactsView {
  constructor(private readonly positions: PositionStore) {}

  /** Null where there is no such person, or none that the actor may see. */
  async person(manager: EntityManager, actor: Actor, staffId: number): Promise<MovedPerson | null> {
    const key = [actor.provinceCode, staffId];
    const [row] = await manager.query<Omit<MovedPerson, 'conditions' | 'postings'>[]>(PERSON, key);
    if (!row) return null;
    const conditions = await manager.query<StandingCondition[]>(CONDITIONS, key);
    const postings = await manager.query<HeldPosting[]>(POSTINGS, key);
    return { ...row, conditions, postings };
  }

  async unitOn(
    manager: EntityManager,
    actor: Actor,
    { code, day }: { readonly code: string; readonly day: Day },
  ): Promise<PlaceUnit | null> {
    const [unit] = await manager.query<PlaceUnit[]>(
      `SELECT id, code, level FROM units WHERE province_code = $1 AND code = $2
         AND starts_on <= $3 AND (ends_on IS NULL OR ends_on > $3)`,
      [actor.provinceCode, code, day],
    );
    return unit ?? null;
  }

  async positionOn(
    manager: EntityManager,
    actor: Actor,
    { code, day }: { readonly code: string; readonly day: Day },
  ): Promise<PositionOnDay | null> {
    const all = await this.positions.inForceOn(manager, actor, day);
    return all.find((each) => each.code === code) ?? null;
  }

  /** Of the commune of a unit; null where the unit counts to none. */
  async blockOn(
    manager: EntityManager,
    actor: Actor,
    {
      unitCode,
      block,
      day,
    }: { readonly unitCode: string; readonly block: Block; readonly day: Day },
  ): Promise<BlockFigures | null> {
    const [found] = await manager.query<BlockFigures[]>(
      `SELECT b.headcount AS people, b.norm FROM gap_units($1, NULL, $2) u
       JOIN gap_blocks($1, NULL, $2) b ON b.commune_code = u.commune_code AND b.block = $4
       WHERE u.code = $3`,
      [actor.provinceCode, day, unitCode, block],
    );
    return found ?? null;
  }
}

const PERSON = `
  SELECT id AS "staffId", born_on AS "bornOn", sex, degree, major_group AS "majorGroup", rank_code AS rank, certificates,
    planned_title AS "plannedTitle", position_allowance AS allowance
  FROM staff WHERE province_code = $1 AND id = $2`;

const CONDITIONS = `
  SELECT id, condition_case AS "case", starts_on::text AS "startsOn", ends_on::text AS "endsOn",
    lifted_by_request AS "liftedByRequest"
  FROM staff_conditions WHERE province_code = $1 AND staff_id = $2 ORDER BY starts_on, id`;

const POSTINGS = `
  SELECT h.id, h.kind, h.starts_on::text AS "startsOn", h.ends_on::text AS "endsOn", u.id AS "unitId", u.code AS "unitCode",
    p.id AS "positionId", p.code AS "positionCode", p.block, p.position_group AS "group"
  FROM postings h
  JOIN units u ON u.province_code = h.province_code AND u.id = h.unit_id
  JOIN positions p ON p.province_code = h.province_code AND p.id = h.position_id
  WHERE h.province_code = $1 AND h.staff_id = $2 ORDER BY h.starts_on, h.id`;
