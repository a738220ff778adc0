import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { ROLES } from '../shared/actor.js';

/** What an entry tells of. */
export const AUDIT_KINDS = ['write', 'sign-in', 'refusal', 'reveal', 'export', 'read'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** Who did what, to what, and when; append-only, so it has no update and no delete. `id` and `at` are the database's. */
@Entity('audit_entries')
@Index('audit_entries_at_idx', ['provinceCode', 'at'])
@Index('audit_entries_actor_idx', ['provinceCode', 'actor', 'id'])
@Index('audit_entries_subject_idx', ['provinceCode', 'subject', 'id'])
@Check('audit_entries_kind_check', oneOf('kind', AUDIT_KINDS))
@Check('audit_entries_role_check', oneOf('role', [...ROLES, 'operator', 'gate']))
export class AuditEntry {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'audit_entries_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'audit_entries_pkey' })
  id!: number;

  @Column({ type: 'timestamptz', default: () => 'clock_timestamp()' })
  at!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  action!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'jsonb', default: {} })
  details!: Record<string, unknown>;

  @Column({ type: 'text' })
  kind!: AuditKind;

  /** What the actor was then. */
  @Column({ type: 'text' })
  role!: string;

  /** Network address, `terminal`, or `unknown` for entries older than the column. */
  @Column({ type: 'text', name: 'from_address' })
  fromAddress!: string;

  @Column({ type: 'text', nullable: true })
  why!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  before!: Record<string, unknown> | null;

  @Column({ type: 'jsonb', nullable: true })
  after!: Record<string, unknown> | null;
}
