import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { askTogether } from '../database/ask-together.js';
import type { PeopleQuery } from './registry.queries.js';
import type { PeoplePageResponse, PersonResponse } from './registry.responses.js';

/** Read-only: people of a day for a list, searched without diacritics. */
@Injectable()
export class PeoplePageView {
  async page(
    manager: EntityManager,
    actor: Actor,
    query: PeopleQuery,
  ): Promise<PeoplePageResponse> {
    const filters = [actor.provinceCode, query.on, query.search ?? null, query.unit ?? null];
    const [[count], items] = await askTogether(manager, [
      () => manager.query<{ total: number }[]>(`SELECT count(*) AS total ${FROM}`, filters),
      () => manager.query<PersonResponse[]>(PAGE, [...filters, query.offset, query.limit]),
    ]);
    return { total: count?.total ?? 0, items };
  }
}

const FROM = `
  FROM postings posting
  JOIN staff ON staff.province_code = $1 AND staff.id = posting.staff_id
  JOIN units unit ON unit.province_code = $1 AND unit.id = posting.unit_id
  LEFT JOIN units parent ON parent.province_code = $1 AND parent.id = unit.parent_id
  JOIN positions position ON position.province_code = $1 AND position.id = posting.position_id
  WHERE posting.province_code = $1 AND posting.kind = 'main'
    AND posting.starts_on <= $2 AND (posting.ends_on IS NULL OR posting.ends_on > $2)
    AND ($3::text IS NULL OR position(folded($3) IN folded(staff.full_name)) > 0)
    AND ($4::text IS NULL OR unit.code = $4 OR parent.code = $4)`;

const PAGE = `
  SELECT staff.id AS "staffId", staff.full_name AS "fullName", staff.born_on AS "bornOn",
      unit.code AS "unitCode", unit.name AS "unitName", position.code AS "positionCode",
      position.name AS "positionName", staff.degree, staff.major, staff.rank_code AS rank
    ${FROM} ORDER BY unit.code, staff.key COLLATE "C" OFFSET $5 LIMIT $6`;
