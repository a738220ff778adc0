import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { SignedPerson } from '../../registry/unit-roster.js';
import type { Day } from '../../shared/day.js';
import type { RegisteredPerson, SentRoster } from './campaign.rules.js';

export interface Campaign {
  readonly id: number;
  readonly name: string;
  readonly asOf: Day;
  readonly dueOn: Day;
  readonly unitCodes: readonly string[];
  readonly createdAt: string;
}

export interface Signature {
  readonly unitCode: string;
  readonly people: number;
  readonly score: number;
  readonly hash: string;
  readonly onBehalf: boolean;
  readonly signedName: string;
  readonly signedAt: string;
}

/** A unit that is asked, as the actor sees it. */
export interface AskedUnit {
  readonly code: string;
  readonly name: string;
}

/** A person of a unit with what a signature is given to. */
export interface UnitPerson extends RegisteredPerson, Omit<SignedPerson, 'unitCode'> {
  readonly staffId: number;
  readonly unitCode: string;
  /** The division, where the post is in one. */
  readonly lowestUnitCode: string;
  readonly lowestUnitName: string;
  readonly positionName: string;
  /** Everything of the person and the post that a roster brings, in one text. */
  readonly content: string;
}

/** Tables `roster_campaigns` and `roster_signatures`, and what stands in the registry for them. */
@Injectable()
export class CampaignStore {
  async insert(
    manager: EntityManager,
    actor: Actor,
    { name, asOf, dueOn, unitCodes }: Omit<Campaign, 'id' | 'createdAt'>,
  ): Promise<number> {
    const [made] = await manager.query<{ id: number }[]>(
      `INSERT INTO roster_campaigns (province_code, name, as_of, due_on, unit_codes, created_by)
       VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [actor.provinceCode, name, asOf, dueOn, unitCodes, actor.id],
    );
    if (!made) throw new Error('a campaign was not written');
    return made.id;
  }

  /** The newest first. @param id null = all of them. */
  list(manager: EntityManager, actor: Actor, id: number | null = null): Promise<Campaign[]> {
    return manager.query(
      `SELECT id, name, as_of::text AS "asOf", due_on::text AS "dueOn", unit_codes AS "unitCodes",
         to_json(created_at)#>>'{}' AS "createdAt"
       FROM roster_campaigns WHERE province_code = $1 AND ($2::bigint IS NULL OR id = $2) ORDER BY id DESC`,
      [actor.provinceCode, id],
    );
  }

  /** Units of a campaign: all to whoever sees the province, else the own ones. */
  units(manager: EntityManager, actor: Actor, { asOf, unitCodes }: Campaign): Promise<AskedUnit[]> {
    return manager.query(
      `SELECT code, name FROM units WHERE province_code = $1 AND code = ANY ($2) AND starts_on <= $3
         AND (ends_on IS NULL OR ends_on > $3)
         AND ((SELECT current_setting('bo_tri.wide', true) = 'on') OR id = ANY ((SELECT acting_units())::bigint[]))
       ORDER BY code COLLATE "C"`,
      [actor.provinceCode, unitCodes, asOf],
    );
  }

  /** People whose main post of the day is in a unit of the campaign or in its divisions, by key. */
  people(
    manager: EntityManager,
    actor: Actor,
    { asOf, unitCodes }: Campaign,
  ): Promise<UnitPerson[]> {
    return manager.query(
      `SELECT coalesce(CASE WHEN u.level = 'division' THEN top.code END, u.code) AS "unitCode", s.id AS "staffId", s.key,
         s.personal_number AS "personalNumber", s.full_name AS "fullName", s.born_on AS "bornOn",
         s.recruited_on AS "recruitedOn", s.major_group AS "majorGroup", s.degree,
         s.sex, s.rank_code AS rank, u.code AS "lowestUnitCode", u.name AS "lowestUnitName",
         p.code AS "positionCode", p.name AS "positionName",
         ROW (s.key, s.full_name, s.sex, s.born_on, s.recruited_on, s.degree, s.major, s.major_group, s.rank_code, s.step,
           s.coefficient, u.code, p.code)::text AS content
       FROM postings h
       JOIN units u ON u.province_code = h.province_code AND u.id = h.unit_id
       LEFT JOIN units top ON top.province_code = u.province_code AND top.id = u.parent_id
       JOIN positions p ON p.province_code = h.province_code AND p.id = h.position_id
       JOIN staff s ON s.province_code = h.province_code AND s.id = h.staff_id
       WHERE h.province_code = $1 AND h.kind = 'main' AND h.starts_on <= $3 AND (h.ends_on IS NULL OR h.ends_on > $3)
         AND coalesce(CASE WHEN u.level = 'division' THEN top.code END, u.code) = ANY ($2)
       ORDER BY s.key COLLATE "C"`,
      [actor.provinceCode, unitCodes, asOf],
    );
  }

  /** Rosters for the day of a campaign that the actor sees, the oldest first. */
  rosters(
    manager: EntityManager,
    actor: Actor,
    asOf: Day,
  ): Promise<(SentRoster & { readonly id: number; readonly sender: string })[]> {
    return manager.query(
      `SELECT b.id, b.sender, b.state, (SELECT count(*)::integer FROM import_issues i
         WHERE i.province_code = b.province_code AND i.batch_id = b.id AND i.severity = 'error') AS errors
       FROM import_batches b WHERE b.province_code = $1 AND b.kind = 'roster' AND b.as_of = $2 ORDER BY b.id`,
      [actor.provinceCode, asOf],
    );
  }

  /** The oldest first. */
  signatures(manager: EntityManager, actor: Actor, campaignId: number): Promise<Signature[]> {
    return manager.query(
      `SELECT unit_code AS "unitCode", people, score, hash, on_behalf AS "onBehalf", signed_name AS "signedName",
         to_json(signed_at)#>>'{}' AS "signedAt"
       FROM roster_signatures WHERE province_code = $1 AND campaign_id = $2 ORDER BY id`,
      [actor.provinceCode, campaignId],
    );
  }

  async sign(
    manager: EntityManager,
    actor: Actor,
    {
      campaignId,
      ...signature
    }: Omit<Signature, 'signedName' | 'signedAt'> & { readonly campaignId: number },
  ): Promise<void> {
    const { unitCode, people, score, hash, onBehalf } = signature;
    await manager.query(
      `INSERT INTO roster_signatures (province_code, campaign_id, unit_code, people, score, hash, on_behalf, signed_by,
         signed_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[actor.provinceCode, campaignId, unitCode, people, score, hash, onBehalf],
        ...[actor.id, actor.name],
      ],
    );
  }

  /** Communes, departments and districts in force on a day, which are asked where none is named. */
  async unitsOn(manager: EntityManager, actor: Actor, day: Day): Promise<string[]> {
    const rows = await manager.query<{ code: string }[]>(
      `SELECT code FROM units WHERE province_code = $1 AND level IN ('commune', 'department', 'district') AND starts_on <= $2
         AND (ends_on IS NULL OR ends_on > $2) ORDER BY code COLLATE "C"`,
      [actor.provinceCode, day],
    );
    return rows.map(({ code }) => code);
  }
}
