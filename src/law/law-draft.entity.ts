import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import type { ParameterRow } from '../rules/parameters.js';

const PRIMARY_KEY = 'law_drafts_pkey';
export const DRAFT_STATES = ['draft', 'in-force', 'dropped'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** Changes of several parameters that are looked at together before they are in force. */
@Entity('law_drafts')
@ForeignKey('provinces', ['provinceCode'], ['code'], { name: 'law_drafts_province_code_fkey' })
@Check('law_drafts_state_check', oneOf('state', DRAFT_STATES))
@Check('law_drafts_settled_check', "(state = 'draft') = (settled_at IS NULL)")
export class LawDraft {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: PRIMARY_KEY })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: PRIMARY_KEY,
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: 'draft' })
  state!: DraftState;

  @Column({ type: 'jsonb', default: [] })
  rows!: ParameterRow[];

  /** Raised by every change. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true })
  settledAt!: Date | null;

  @Column({ type: 'text', name: 'settled_by', nullable: true })
  settledBy!: string | null;
}
