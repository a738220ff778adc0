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
import { Scenario } from '../scenario/scenario.entity.js';

/** A run of the engine, with what proves its optimum. */
@Entity('placement_runs')
@ForeignKey(() => Scenario, ['provinceCode', 'scenarioId'], ['provinceCode', 'id'], {
  name: 'placement_runs_scenario_id_fkey',
  onDelete: 'CASCADE',
})
@Check('placement_runs_kind_check', oneOf('kind', ['baseline', 'best', 'seniority']))
@Check(
  'placement_runs_status_check',
  oneOf('status', ['optimal', 'infeasible', 'bounded', 'by-rule']),
)
@Index('placement_runs_scenario_id_idx', ['provinceCode', 'scenarioId'])
export class PlacementRun {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'placement_runs_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'placement_runs_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'scenario_id' })
  scenarioId!: number;

  @Column({ type: 'text' })
  kind!: 'baseline' | 'best' | 'seniority';

  @Column({ type: 'text', name: 'input_hash' })
  inputHash!: string;

  @Column({ type: 'text', name: 'engine_version' })
  engineVersion!: string;

  @Column({ type: 'text' })
  status!: 'optimal' | 'infeasible' | 'bounded' | 'by-rule';

  @Column({ type: 'boolean' })
  proven!: boolean;

  @Column({ type: 'jsonb' })
  levels!: unknown;

  @Column({ type: 'jsonb', nullable: true })
  bound!: unknown;

  @Column({ type: 'double precision', nullable: true })
  gap!: number | null;

  @Column({ type: 'double precision', name: 'gap_people', nullable: true })
  gapPeople!: number | null;

  @Column({ type: 'jsonb', default: {} })
  options!: unknown;

  @Column({ type: 'text', name: 'pins_mark', nullable: true })
  pinsMark!: string | null;

  @Column({ type: 'jsonb' })
  breaches!: unknown;

  @Column({ type: 'bytea' })
  potentials!: Buffer;

  @Column({ type: 'double precision' })
  seconds!: number;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
