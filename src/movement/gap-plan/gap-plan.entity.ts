import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { oneOf } from '../../database/one-of.js';
import { Position } from '../../registry/position.entity.js';
import { Unit } from '../../registry/unit.entity.js';
import type { Day } from '../../shared/day.js';
import { PLAN_STATES, WAYS, type PlanState, type Way } from './gap-plan.js';

/** How a gap is to be closed. */
@Entity('gap_plans')
@ForeignKey(() => Unit, ['provinceCode', 'unitId'], ['provinceCode', 'id'], {
  name: 'gap_plans_unit_id_fkey',
})
@ForeignKey(() => Position, ['provinceCode', 'positionId'], ['provinceCode', 'id'], {
  name: 'gap_plans_position_id_fkey',
})
@Check('gap_plans_way_check', oneOf('way', WAYS))
@Check('gap_plans_state_check', oneOf('state', PLAN_STATES))
@Check('gap_plans_seats_check', 'seats >= 1')
@Index('gap_plans_unit_position_idx', ['provinceCode', 'unitId', 'positionId'])
export class GapPlan {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'gap_plans_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'gap_plans_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'unit_id' })
  unitId!: number;

  @Column({ type: 'bigint', name: 'position_id' })
  positionId!: number;

  @Column({ type: 'text' })
  way!: Way;

  @Column({ type: 'integer' })
  seats!: number;

  @Column({ type: 'text' })
  responsible!: string;

  @Column({ type: 'date', name: 'due_on' })
  dueOn!: Day;

  @Column({ type: 'text', default: 'open' })
  state!: PlanState;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
