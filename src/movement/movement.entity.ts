import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { Position } from '../registry/position.entity.js';
import { StaffMember } from '../registry/staff-member.entity.js';
import { Unit } from '../registry/unit.entity.js';
import type { Finding } from '../rules/finding.js';
import type { Day } from '../shared/day.js';
import {
  MOVEMENT_KINDS,
  MOVEMENT_REASONS,
  MOVEMENT_STATES,
  type Effects,
  type MovementKind,
  type MovementReason,
  type MovementState,
} from './movement.js';

const KEY: [string, string] = ['provinceCode', 'id'];

/** A decision about one person, from the plan to what it wrote. */
@Entity('movements')
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], KEY, {
  name: 'movements_staff_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => Unit, ['provinceCode', 'fromUnitId'], KEY, {
  name: 'movements_from_unit_id_fkey',
})
@ForeignKey(() => Unit, ['provinceCode', 'toUnitId'], KEY, { name: 'movements_to_unit_id_fkey' })
@ForeignKey(() => Position, ['provinceCode', 'fromPositionId'], KEY, {
  name: 'movements_from_position_id_fkey',
})
@ForeignKey(() => Position, ['provinceCode', 'toPositionId'], KEY, {
  name: 'movements_to_position_id_fkey',
})
@Check('movements_kind_check', oneOf('kind', MOVEMENT_KINDS))
@Check('movements_state_check', oneOf('state', MOVEMENT_STATES))
@Check('movements_reason_check', oneOf('reason', MOVEMENT_REASONS))
@Check('movements_span_check', 'ends_on > starts_on')
@Check(
  'movements_decided_check',
  `state NOT IN ('decided', 'taken-back') OR (decision_number IS NOT NULL AND decided_on IS NOT NULL AND decided_at IS NOT NULL AND effects IS NOT NULL)`,
)
@Index('movements_staff_id_idx', ['provinceCode', 'staffId'])
@Index('movements_state_idx', ['provinceCode', 'state', 'endsOn'])
export class MovementRow {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'movements_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'movements_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'staff_id' })
  staffId!: number;

  @Column({ type: 'text' })
  kind!: MovementKind;

  @Column({ type: 'text', default: 'planned' })
  state!: MovementState;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: Day;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'bigint', name: 'from_unit_id', nullable: true })
  fromUnitId!: number | null;

  @Column({ type: 'bigint', name: 'from_position_id', nullable: true })
  fromPositionId!: number | null;

  @Column({ type: 'bigint', name: 'to_unit_id', nullable: true })
  toUnitId!: number | null;

  @Column({ type: 'bigint', name: 'to_position_id', nullable: true })
  toPositionId!: number | null;

  @Column({ type: 'text' })
  reason!: MovementReason;

  @Column({ type: 'double precision', name: 'new_allowance', nullable: true })
  newAllowance!: number | null;

  @Column({ type: 'bigint', name: 'of_movement', nullable: true })
  ofMovement!: number | null;

  @Column({ type: 'date', name: 'heard_on', nullable: true })
  heardOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  opinion!: string | null;

  @Column({ type: 'text', name: 'decision_number', nullable: true })
  decisionNumber!: string | null;

  @Column({ type: 'date', name: 'decided_on', nullable: true })
  decidedOn!: Day | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt!: Date | null;

  @Column({ type: 'jsonb', default: [] })
  findings!: Finding[];

  @Column({ type: 'jsonb', nullable: true })
  effects!: Effects | null;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
