import {
  Check,
  Column,
  Entity,
  ForeignKey,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { Position } from './position.entity.js';

/** An old position and one of its successors; `preference` 1 is the first choice. */
@Entity('position_successions')
@ForeignKey(() => Position, ['provinceCode', 'oldPositionId'], ['provinceCode', 'id'], {
  name: 'position_successions_old_position_id_fkey',
})
@ForeignKey(() => Position, ['provinceCode', 'newPositionId'], ['provinceCode', 'id'], {
  name: 'position_successions_new_position_id_fkey',
})
@Unique('position_successions_old_new_preference_key', [
  'provinceCode',
  'oldPositionId',
  'newPositionId',
  'preference',
])
@Check('position_successions_preference_check', 'preference >= 1')
export class PositionSuccession {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'position_successions_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'position_successions_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'old_position_id' })
  oldPositionId!: number;

  @Column({ type: 'bigint', name: 'new_position_id' })
  newPositionId!: number;

  @Column({ type: 'integer' })
  preference!: number;

  @Column({ type: 'text', name: 'major_groups', array: true, default: [] })
  majorGroups!: string[];
}
