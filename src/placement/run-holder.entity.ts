import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Block, Fit } from '../rules/vocabulary.js';
import { PlacementRun } from './placement-run.entity.js';

/** Who holds which seat in a run, as `gap_holders` reckoned it when the run was stored: migrations 6 and 144. */
@Entity('run_holders')
@ForeignKey(() => PlacementRun, ['provinceCode', 'runId'], ['provinceCode', 'id'], {
  name: 'run_holders_run_id_fkey',
  onDelete: 'CASCADE',
})
export class RunHolder {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'run_holders_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({ type: 'bigint', name: 'run_id', primaryKeyConstraintName: 'run_holders_pkey' })
  runId!: number;

  @PrimaryColumn({ type: 'bigint', name: 'staff_id', primaryKeyConstraintName: 'run_holders_pkey' })
  staffId!: number;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'run_holders_pkey' })
  kind!: 'main' | 'concurrent';

  @Column({ type: 'text', name: 'person_key' })
  personKey!: string;

  @Column({ type: 'text', name: 'unit_code' })
  unitCode!: string;

  @Column({ type: 'text', name: 'commune_code' })
  communeCode!: string;

  @Column({ type: 'text', name: 'position_code', nullable: true })
  positionCode!: string | null;

  @Column({ type: 'text', nullable: true })
  block!: Block | null;

  @Column({ type: 'boolean' })
  seated!: boolean;

  @Column({ type: 'text', nullable: true })
  fit!: Fit | null;

  @Column({ type: 'text', name: 'failed_tests', array: true })
  failedTests!: string[];

  @Column({ type: 'boolean' })
  qualified!: boolean;

  @Column({ type: 'boolean' })
  absent!: boolean;

  @Column({ type: 'boolean' })
  covers!: boolean;

  @Column({ type: 'boolean' })
  counted!: boolean;
}
