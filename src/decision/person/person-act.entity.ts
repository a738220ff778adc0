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
import { StaffMember } from '../../registry/staff-member.entity.js';
import { Scenario } from '../../scenario/scenario.entity.js';
import type { Day } from '../../shared/day.js';
import { ACT_KINDS, type ActKind } from './person-act.js';

const KEY: [string, string] = ['provinceCode', 'id'];

/** What was recorded of a person in a plan; rows are only added. */
@Entity('person_acts')
@ForeignKey(() => Scenario, ['provinceCode', 'scenarioId'], KEY, {
  name: 'person_acts_scenario_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], KEY, {
  name: 'person_acts_staff_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PersonActRow, ['provinceCode', 'ofAct'], KEY, {
  name: 'person_acts_of_act_fkey',
  onDelete: 'CASCADE',
})
@Check('person_acts_kind_check', oneOf('kind', ACT_KINDS))
@Check('person_acts_of_act_check', "(of_act IS NOT NULL) = (kind = 'answered')")
@Check('person_acts_code_check', "(code IS NULL) = (kind = 'handed-over')")
@Check(
  'person_acts_until_check',
  `(answer_until IS NOT NULL) = (kind IN ('objected', 'complained'))`,
)
@Index('person_acts_scenario_id_idx', ['provinceCode', 'scenarioId', 'staffId'])
@Index('person_acts_staff_id_idx', ['provinceCode', 'staffId'])
@Index('person_acts_answer_idx', ['provinceCode', 'ofAct'], { unique: true })
export class PersonActRow {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'person_acts_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'person_acts_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'scenario_id' })
  scenarioId!: number;

  @Column({ type: 'bigint', name: 'staff_id' })
  staffId!: number;

  @Column({ type: 'text' })
  kind!: ActKind;

  @Column({ type: 'bigint', name: 'of_act', nullable: true })
  ofAct!: number | null;

  @Column({ type: 'date', name: 'happened_on' })
  happenedOn!: Day;

  @Column({ type: 'text', nullable: true })
  code!: string | null;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'date', name: 'answer_until', nullable: true })
  answerUntil!: Day | null;

  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode!: string | null;

  @Column({ type: 'text', name: 'position_code', nullable: true })
  positionCode!: string | null;

  @Column({ type: 'text', name: 'recorded_by' })
  recordedBy!: string;

  @Column({ type: 'text', name: 'recorded_name' })
  recordedName!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}
