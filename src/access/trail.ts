import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';

/** What the trail keeps of an act. Values of sensitive fields never stand in `details`. */
export interface TrailEntry {
  /** Dotted verb: `roster.promoted`, `scenario.applied`. */
  readonly action: string;
  /** What it was done to: `scenario/3`. */
  readonly subject: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Who did what, append-only; written in the same transaction as the act itself. */
@Injectable()
export class Trail {
  async record(manager: EntityManager, actor: Actor, entry: TrailEntry): Promise<void> {
    await manager.query(
      `INSERT INTO audit_entries (province_code, actor, action, subject, details)
       VALUES ($1, $2, $3, $4, $5)`,
      [
        actor.provinceCode,
        actor.id,
        entry.action,
        entry.subject,
        JSON.stringify(entry.details ?? {}),
      ],
    );
  }
}
