import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Block, Zone } from '../rules/vocabulary.js';
import { PlacementRun } from './placement-run.entity.js';

const KEY = 'run_cells_pkey';

/** The figures of a unit and a position, as `gap_cells` reckoned them when the run was stored: migrations 6 and 145. */
@Entity('run_cells')
@ForeignKey(() => PlacementRun, ['provinceCode', 'runId'], ['provinceCode', 'id'], {
  name: 'run_cells_run_id_fkey',
  onDelete: 'CASCADE',
})
export class RunCell {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: KEY })
  provinceCode!: string;

  @PrimaryColumn({ type: 'bigint', name: 'run_id', primaryKeyConstraintName: KEY })
  runId!: number;

  @PrimaryColumn({ type: 'text', name: 'unit_code', primaryKeyConstraintName: KEY })
  unitCode!: string;

  /** '' = of people without a position. */
  @PrimaryColumn({ type: 'text', name: 'position_code', primaryKeyConstraintName: KEY })
  positionCode!: string;

  @Column({ type: 'text', name: 'commune_code' })
  communeCode!: string;

  @Column({ type: 'text', nullable: true })
  zone!: Zone | null;

  @Column({ type: 'text', nullable: true })
  block!: Block | null;

  @Column({ type: 'text', name: 'field_code', nullable: true })
  fieldCode!: string | null;

  @Column({ type: 'integer' })
  seats!: number;

  @Column({ type: 'integer' })
  required!: number;

  @Column({ type: 'integer' })
  people!: number;

  @Column({ type: 'integer' })
  seated!: number;

  @Column({ type: 'integer' })
  surplus!: number;

  @Column({ type: 'integer' })
  vacant!: number;

  @Column({ type: 'integer' })
  misfit!: number;

  @Column({ type: 'integer' })
  absent!: number;

  @Column({ type: 'integer' })
  cover!: number;

  @Column({ type: 'integer' })
  shortage!: number;
}
