import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type ActTrace,
  type GoingThings,
  StandsOn,
  type WrittenPeople,
} from '../registry/stands-on.js';
import type { Actor } from '../shared/actor.js';
import { laterOnPeople } from './later-on-people.view.js';
import { laterOnThings } from './later-on-things.view.js';

interface Counts {
  readonly foreignPostings: number;
  readonly endedPostings: number;
  readonly endedUnits: number;
  readonly foreignSeats: number;
  readonly openMovements: number;
  readonly plans: number;
  readonly homes: number;
}

/** Looks for postings, seats and successions that came after an act and need what it made. */
@Injectable()
export class LaterActs extends StandsOn {
  override async laterThan(
    manager: EntityManager,
    actor: Actor,
    trace: ActTrace,
  ): Promise<string[]> {
    const [counts] = await manager.query<Counts[]>(COUNTS, [
      actor.provinceCode,
      trace.unitCodes,
      trace.startsOn,
      trace.sourceKind,
      trace.sourceId,
    ]);
    if (!counts) return [];
    const told: readonly (readonly [number, string])[] = [
      [counts.foreignPostings, 'vị trí công tác đã được ghi sau đó tại các đơn vị mới'],
      [counts.endedPostings, 'vị trí công tác của phương án đã được thay đổi'],
      [counts.endedUnits, 'đơn vị mới đã được sắp xếp tiếp'],
      [counts.foreignSeats, 'chỉ tiêu, định mức đã được thay đổi sau đó tại các đơn vị mới'],
      [counts.openMovements, 'quyết định riêng đang lập hoặc đã ban hành về các đơn vị mới'],
      [counts.plans, 'kế hoạch xử lý chỗ thiếu hoặc đề nghị của các đơn vị mới'],
      [counts.homes, 'hồ sơ ghi quê quán tại các đơn vị mới'],
    ];
    return told.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  }

  override onPeople(
    manager: EntityManager,
    actor: Actor,
    written: WrittenPeople,
  ): Promise<string[]> {
    return laterOnPeople(manager, actor, written);
  }

  override onThings(
    manager: EntityManager,
    actor: Actor,
    going: GoingThings,
  ): Promise<ReadonlyMap<number, string>> {
    return laterOnThings(manager, actor, going);
  }
}

const COUNTS = `
  WITH made AS (
    SELECT id, ends_on FROM units WHERE province_code = $1 AND code = ANY ($2) AND starts_on = $3)
  SELECT
    (SELECT count(*) FROM postings JOIN made ON made.id = postings.unit_id
     WHERE province_code = $1 AND NOT (source_kind = $4 AND source_id = $5)) AS "foreignPostings",
    (SELECT count(*) FROM postings
     WHERE province_code = $1 AND source_kind = $4 AND source_id = $5 AND ends_on IS NOT NULL) AS "endedPostings",
    (SELECT count(*) FROM made WHERE ends_on IS NOT NULL) AS "endedUnits",
    (SELECT count(*) FROM establishments JOIN made ON made.id = establishments.unit_id
     WHERE province_code = $1 AND starts_on <> $3)
    + (SELECT count(*) FROM norms JOIN made ON made.id = norms.unit_id
     WHERE province_code = $1 AND starts_on <> $3) AS "foreignSeats",
    (SELECT count(*) FROM movements WHERE province_code = $1 AND state IN ('planned', 'heard', 'decided')
       AND (from_unit_id IN (SELECT id FROM made) OR to_unit_id IN (SELECT id FROM made))) AS "openMovements",
    (SELECT count(*) FROM gap_plans JOIN made ON made.id = gap_plans.unit_id WHERE province_code = $1)
    + (SELECT count(*) FROM specialist_requests JOIN made ON made.id = specialist_requests.unit_id
     WHERE province_code = $1) AS plans,
    (SELECT count(*) FROM staff JOIN made ON made.id = staff.home_unit_id WHERE province_code = $1) AS homes`;
