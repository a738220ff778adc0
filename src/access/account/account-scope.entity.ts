import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Account } from './account.entity.js';

/** A unit, with all below it, that an account works for from a day on. By code: the unit may be made only later. */
@Entity('account_scopes')
@ForeignKey(() => Account, ['provinceCode', 'accountId'], ['provinceCode', 'id'], {
  name: 'account_scopes_account_id_fkey',
})
@Check('account_scopes_span_check', 'ends_on > starts_on')
@Index('account_scopes_account_id_idx', ['provinceCode', 'accountId'])
export class AccountScope {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'account_scopes_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'account_scopes_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'account_id' })
  accountId!: number;

  @Column({ type: 'text', name: 'unit_code' })
  unitCode!: string;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: string;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: string | null;
}
