import { Check, Column, Entity, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { oneOf } from '../../database/one-of.js';
import { ROLES, type Role } from '../../shared/actor.js';

/** Somebody who may sign in. Never deleted, so that a login in the trail always means the same person. */
@Entity('accounts')
@Unique('accounts_login_key', ['provinceCode', 'login'])
@Unique('accounts_oidc_subject_key', ['provinceCode', 'oidcSubject'])
@Check('accounts_login_check', "login ~ '^[a-z0-9][a-z0-9._-]{2,59}$'")
@Check('accounts_role_check', oneOf('role', ROLES))
@Check(
  'accounts_block_check',
  "block IS NULL OR (block IN ('government', 'party') AND role = 'officer')",
)
export class Account {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'accounts_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'accounts_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  login!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'text', nullable: true })
  block!: string | null;

  @Column({ type: 'boolean', name: 'closed_scope', default: false })
  closedScope!: boolean;

  @Column({ type: 'boolean', default: false })
  demo!: boolean;

  @Column({ type: 'text', name: 'password_hash' })
  passwordHash!: string;

  @Column({ type: 'boolean', name: 'password_is_one_time' })
  passwordIsOneTime!: boolean;

  @Column({ type: 'timestamptz', name: 'password_set_at', default: () => 'now()' })
  passwordSetAt!: Date;

  @Column({ type: 'text', name: 'totp_secret', nullable: true })
  totpSecret!: string | null;

  @Column({ type: 'timestamptz', name: 'totp_confirmed_at', nullable: true })
  totpConfirmedAt!: Date | null;

  @Column({ type: 'bigint', name: 'totp_last_step', nullable: true })
  totpLastStep!: number | null;

  @Column({ type: 'text', name: 'oidc_subject', nullable: true })
  oidcSubject!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}
