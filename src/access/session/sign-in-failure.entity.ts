import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Failed sign-ins by login and browser, whether there is such an account or not. */
@Entity('sign_in_failures')
export class SignInFailure {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'sign_in_failures_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'sign_in_failures_pkey' })
  login!: string;

  /** A browser in which the login signed in before; empty = all others together. */
  @PrimaryColumn({
    type: 'text',
    default: '',
    primaryKeyConstraintName: 'sign_in_failures_pkey',
  })
  device!: string;

  @Column({ type: 'integer' })
  failures!: number;

  @Column({ type: 'timestamptz', name: 'failed_at' })
  failedAt!: Date;

  @Column({ type: 'timestamptz', name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;
}
