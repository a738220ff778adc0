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
import { NO_GO_CASES, type NoGoCase } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import { StaffMember } from './staff-member.entity.js';

/** A case in which a person may not be moved, during a span, unless the person asks. */
@Entity('staff_conditions')
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], ['provinceCode', 'id'], {
  name: 'staff_conditions_staff_id_fkey',
  onDelete: 'CASCADE',
})
@Check('staff_conditions_case_check', oneOf('condition_case', NO_GO_CASES))
@Check('staff_conditions_span_check', 'ends_on > starts_on')
@Index('staff_conditions_staff_id_idx', ['provinceCode', 'staffId'])
export class StaffCondition {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'staff_conditions_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'staff_conditions_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'staff_id' })
  staffId!: number;

  @Column({ type: 'text', name: 'condition_case' })
  conditionCase!: NoGoCase;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: Day;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'boolean', name: 'lifted_by_request', default: false })
  liftedByRequest!: boolean;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
