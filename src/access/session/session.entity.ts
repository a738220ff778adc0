import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../../database/one-of.js';
import { Account } from '../account/account.entity.js';

/** How far a sign-in has come; only `full` opens anything but the sign-in itself. */
export const STAGES = ['full', 'second-factor', 'new-password', 'enrol-second-factor'] as const;
export type Stage = (typeof STAGES)[number];

/** A sign-in. The cookie's value is nowhere: `key` is its SHA-256. */
@Entity('sessions')
@ForeignKey(() => Account, ['provinceCode', 'accountId'], ['provinceCode', 'id'], {
  name: 'sessions_account_id_fkey',
})
@Check('sessions_stage_check', oneOf('stage', STAGES))
@Index('sessions_account_id_idx', ['provinceCode', 'accountId'])
export class Session {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'sessions_pkey' })
  key!: string;

  @Column({ type: 'text', name: 'province_code' })
  provinceCode!: string;

  @Column({ type: 'bigint', name: 'account_id' })
  accountId!: number;

  @Column({ type: 'text' })
  stage!: Stage;

  @Column({ type: 'text', name: 'csrf_token' })
  csrfToken!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'seen_at', default: () => 'now()' })
  seenAt!: Date;

  @Column({ type: 'timestamptz', name: 'idle_until' })
  idleUntil!: Date;

  @Column({ type: 'timestamptz', name: 'expires_at' })
  expiresAt!: Date;

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text' })
  agent!: string;
}
