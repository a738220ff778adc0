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
import type { Day } from '../../shared/day.js';
import { type EventChanges, type RecordedKind, RECORDED_KINDS } from './person-event.js';

/** What happened in a person's life, was wrong in their file, or what they wish. */
@Entity('person_events')
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], ['provinceCode', 'id'], {
  name: 'person_events_staff_id_fkey',
  onDelete: 'CASCADE',
})
@Check('person_events_kind_check', oneOf('kind', RECORDED_KINDS))
@Index('person_events_staff_id_idx', ['provinceCode', 'staffId'])
export class PersonEvent {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'person_events_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'person_events_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'staff_id' })
  staffId!: number;

  @Column({ type: 'text' })
  kind!: RecordedKind;

  @Column({ type: 'date', name: 'effective_on' })
  effectiveOn!: Day;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'jsonb' })
  changes!: EventChanges;

  @Column({ type: 'text', name: 'recorded_by' })
  recordedBy!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt!: Date;

  @Column({ type: 'timestamptz', name: 'taken_back_at', nullable: true })
  takenBackAt!: Date | null;
}
