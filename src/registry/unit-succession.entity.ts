import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import type { Day } from '../shared/day.js';
import { Unit } from './unit.entity.js';

/** An old unit and one of its successors; `share` of the population may be unknown. */
@Entity('unit_successions')
@ForeignKey(() => Unit, ['provinceCode', 'oldUnitId'], ['provinceCode', 'id'], {
  name: 'unit_successions_old_unit_id_fkey',
})
@ForeignKey(() => Unit, ['provinceCode', 'newUnitId'], ['provinceCode', 'id'], {
  name: 'unit_successions_new_unit_id_fkey',
})
@Unique('unit_successions_old_new_key', ['provinceCode', 'oldUnitId', 'newUnitId'])
@Check('unit_successions_kind_check', oneOf('kind', ['whole', 'part', 'remainder']))
@Check('unit_successions_share_check', 'share >= 0 AND share <= 1')
@Index('unit_successions_main_key', ['provinceCode', 'oldUnitId'], { unique: true, where: 'main' })
@Index('unit_successions_new_unit_id_idx', ['provinceCode', 'newUnitId'])
export class UnitSuccession {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'unit_successions_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'unit_successions_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'old_unit_id' })
  oldUnitId!: number;

  @Column({ type: 'bigint', name: 'new_unit_id' })
  newUnitId!: number;

  @Column({ type: 'text' })
  kind!: 'whole' | 'part' | 'remainder';

  @Column({ type: 'double precision', nullable: true })
  share!: number | null;

  @Column({ type: 'boolean' })
  main!: boolean;

  @Column({ type: 'date', name: 'effective_on' })
  effectiveOn!: Day;

  @Column({ type: 'text', name: 'legal_basis' })
  legalBasis!: string;
}
