import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { UnitLevel, Zone } from '../rules/vocabulary.js';
import { PlacementRun } from './placement-run.entity.js';

/** A unit that stands in a run, as `gap_units` reckoned it when the run was stored: migrations 6 and 144. */
@Entity('run_units')
@ForeignKey(() => PlacementRun, ['provinceCode', 'runId'], ['provinceCode', 'id'], {
  name: 'run_units_run_id_fkey',
  onDelete: 'CASCADE',
})
export class RunUnit {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'run_units_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({ type: 'bigint', name: 'run_id', primaryKeyConstraintName: 'run_units_pkey' })
  runId!: number;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'run_units_pkey' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  level!: UnitLevel;

  @Column({ type: 'text', name: 'commune_code' })
  communeCode!: string;

  @Column({ type: 'text', name: 'commune_name' })
  communeName!: string;

  @Column({ type: 'text', nullable: true })
  zone!: Zone | null;

  @Column({ type: 'boolean' })
  border!: boolean;
}
