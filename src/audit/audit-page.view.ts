import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { AuditFilter } from './audit.queries.js';
import type { AuditEntryResponse } from './audit.responses.js';
import { beginningOf, endOf } from './vietnam-day.js';

/** Read-only: entries of the trail, newest first. */
@Injectable()
export class AuditPageView {
  async page(
    manager: EntityManager,
    actor: Actor,
    filter: AuditFilter & { readonly offset: number; readonly limit: number },
  ): Promise<{ total: number; items: AuditEntryResponse[] }> {
    const wanted = parametersOf(actor, filter);
    const [count] = await manager.query<{ total: number }[]>(
      `SELECT count(*) AS total ${FROM}`,
      wanted,
    );
    const items = await manager.query<(Omit<AuditEntryResponse, 'at'> & { at: Date })[]>(
      `SELECT e.id, e.at, e.actor, e.role, e.from_address AS "from", e.kind, e.action, e.subject, e.why, e.before,
         e.after, e.details,
         EXISTS (SELECT FROM audit_seals s WHERE s.province_code = $1 AND s.entry_id = e.id) AS sealed
       ${FROM} ORDER BY e.id DESC OFFSET $8 LIMIT $9`,
      [...wanted, filter.offset, filter.limit],
    );
    return {
      total: count?.total ?? 0,
      items: items.map((each) => ({ ...each, at: each.at.toISOString() })),
    };
  }
}

const FROM = `
  FROM audit_entries e
  WHERE e.province_code = $1
    AND ($2::timestamptz IS NULL OR e.at >= $2) AND ($3::timestamptz IS NULL OR e.at < $3)
    AND ($4::text IS NULL OR e.actor = $4)
    AND ($5::text IS NULL OR starts_with(e.action, $5))
    AND ($6::text IS NULL OR starts_with(e.subject, $6))
    AND ($7::text IS NULL OR e.kind = $7)`;

function parametersOf({ provinceCode }: Actor, filter: AuditFilter): (string | null)[] {
  const { from, to, actor, action, subject, kind } = filter;
  return [
    provinceCode,
    from === undefined ? null : beginningOf(from),
    to === undefined ? null : endOf(to),
    ...[actor, action, subject, kind].map((each) => each ?? null),
  ];
}
