import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keptPlan } from '../database/kept-plan.js';
import type { Actor } from '../shared/actor.js';
import type { AuditKind } from './audit-entry.entity.js';
import { AuditKey } from './audit-key.js';
import { hashed } from './sensitive.js';

/** What the trail keeps of an act. Values of sensitive fields are hashed before they get there. */
export interface TrailEntry {
  /** Dotted verb: `roster.promoted`, `scenario.applied`. */
  readonly action: string;
  /** What it was done to: `scenario/3`. */
  readonly subject: string;
  readonly details?: Readonly<Record<string, unknown>>;
  /** `write` where nothing is said. */
  readonly kind?: AuditKind;
  /** The reason that the actor gave. */
  readonly why?: string;
  /** What the act changed, as it was; only the changed fields. */
  readonly before?: Readonly<Record<string, unknown>>;
  /** The same fields as they are now. */
  readonly after?: Readonly<Record<string, unknown>>;
}

const INSERT = keptPlan(
  `INSERT INTO audit_entries
     (province_code, actor, role, from_address, kind, action, subject, why, before, after, details)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
);

/** Who did what, append-only; written in the same transaction as the act itself, so there is no act without its entry. */
@Injectable()
export class Trail {
  constructor(private readonly key: AuditKey) {}

  async record(manager: EntityManager, actor: Actor, entry: TrailEntry): Promise<void> {
    await manager.query(INSERT, [
      ...[actor.provinceCode, actor.id, actor.role, actor.from],
      ...[entry.kind ?? 'write', entry.action, entry.subject, entry.why ?? null],
      ...[entry.before, entry.after, entry.details ?? {}].map((each) => this.json(entry, each)),
    ]);
  }

  private json(
    { subject }: TrailEntry,
    fields: Readonly<Record<string, unknown>> | undefined,
  ): string | null {
    return fields === undefined ? null : JSON.stringify(hashed(this.key, subject, fields));
  }
}
