import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { StaffMember } from '../registry/staff-member.entity.js';
import { FITS, type Fit } from '../rules/vocabulary.js';
import { PlacementRun } from './placement-run.entity.js';
import type { Movement } from './proposals.js';

/** Where a run puts a person, and why. */
@Entity('proposals')
@ForeignKey(() => PlacementRun, ['provinceCode', 'runId'], ['provinceCode', 'id'], {
  name: 'proposals_run_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], ['provinceCode', 'id'], {
  name: 'proposals_staff_id_fkey',
})
@Check('proposals_outcome_check', oneOf('outcome', ['seated', 'surplus', 'leaving']))
@Check('proposals_place_check', "(outcome = 'leaving') = (unit_code IS NULL)")
@Check('proposals_fit_check', oneOf('fit', FITS))
@Index('proposals_cell_idx', ['provinceCode', 'runId', 'unitCode', 'positionCode'])
export class Proposal {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'proposals_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({ type: 'bigint', name: 'run_id', primaryKeyConstraintName: 'proposals_pkey' })
  runId!: number;

  @PrimaryColumn({ type: 'bigint', name: 'staff_id', primaryKeyConstraintName: 'proposals_pkey' })
  staffId!: number;

  @Column({ type: 'text', name: 'person_key' })
  personKey!: string;

  @Column({ type: 'text' })
  outcome!: 'seated' | 'surplus' | 'leaving';

  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode!: string | null;

  @Column({ type: 'text', name: 'position_code', nullable: true })
  positionCode!: string | null;

  @Column({ type: 'text', nullable: true })
  fit!: Fit | null;

  @Column({ type: 'text', name: 'failed_tests', array: true, default: [] })
  failedTests!: string[];

  @Column({ type: 'text' })
  movement!: Movement;

  @Column({ type: 'boolean' })
  pinned!: boolean;

  @Column({ type: 'jsonb' })
  terms!: unknown;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'jsonb', name: 'kept_away', default: [] })
  keptAway!: unknown;

  /** The second seat of a joint post: unit, position and fit. */
  @Column({ type: 'jsonb', nullable: true })
  joint!: unknown;
}
