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
import { PlacementRun } from '../../placement/placement-run.entity.js';
import { StaffMember } from '../../registry/staff-member.entity.js';
import type { RankingContext, RankingCriterion } from '../../rules/ranking.rules.js';
import { Scenario } from '../../scenario/scenario.entity.js';
import { REFUSAL_CODES, type RefusalCode } from './pool.js';

const KEY: [string, string] = ['provinceCode', 'id'];

/** A ranking register as it was locked; its lines stand in `ranking_lines`. */
@Entity('ranking_registers')
@ForeignKey(() => Scenario, ['provinceCode', 'scenarioId'], KEY, {
  name: 'ranking_registers_scenario_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PlacementRun, ['provinceCode', 'runId'], KEY, {
  name: 'ranking_registers_run_id_fkey',
  onDelete: 'CASCADE',
})
@Index('ranking_registers_scenario_id_idx', ['provinceCode', 'scenarioId', 'positionCode'])
@Index('ranking_registers_run_id_idx', ['provinceCode', 'runId'])
export class RankingRegister {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'ranking_registers_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'ranking_registers_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'scenario_id' })
  scenarioId!: number;

  @Column({ type: 'bigint', name: 'run_id' })
  runId!: number;

  @Column({ type: 'text', name: 'position_code' })
  positionCode!: string;

  @Column({ type: 'integer' })
  people!: number;

  @Column({ type: 'jsonb' })
  rules!: RankingContext;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text', name: 'locked_by' })
  lockedBy!: string;

  @Column({ type: 'text', name: 'locked_name' })
  lockedName!: string;

  @Column({ type: 'timestamptz', name: 'locked_at', default: () => 'now()' })
  lockedAt!: Date;
}

/** A line of a locked register. */
@Entity('ranking_lines')
@ForeignKey(() => RankingRegister, ['provinceCode', 'registerId'], KEY, {
  name: 'ranking_lines_register_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], KEY, {
  name: 'ranking_lines_staff_id_fkey',
  onDelete: 'CASCADE',
})
@Check('ranking_lines_rank_check', 'rank >= 1')
@Index('ranking_lines_staff_id_idx', ['provinceCode', 'staffId'])
export class RankingLine {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'ranking_lines_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({
    type: 'bigint',
    name: 'register_id',
    primaryKeyConstraintName: 'ranking_lines_pkey',
  })
  registerId!: number;

  @PrimaryColumn({
    type: 'bigint',
    name: 'staff_id',
    primaryKeyConstraintName: 'ranking_lines_pkey',
  })
  staffId!: number;

  @Column({ type: 'integer' })
  rank!: number;

  @Column({ type: 'boolean' })
  tied!: boolean;

  @Column({ type: 'text', name: 'parted_by', nullable: true })
  partedBy!: RankingCriterion | null;

  @Column({ type: 'jsonb' })
  values!: Readonly<Record<RankingCriterion, number>>;
}

/** Why a vacancy was not given to somebody of the pool; rows are only added. */
@Entity('pool_refusals')
@ForeignKey(() => Scenario, ['provinceCode', 'scenarioId'], KEY, {
  name: 'pool_refusals_scenario_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], KEY, {
  name: 'pool_refusals_staff_id_fkey',
  onDelete: 'CASCADE',
})
@Check('pool_refusals_code_check', oneOf('code', REFUSAL_CODES))
@Index('pool_refusals_scenario_id_idx', ['provinceCode', 'scenarioId', 'positionCode'])
@Index('pool_refusals_staff_id_idx', ['provinceCode', 'staffId'])
export class PoolRefusal {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'pool_refusals_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'pool_refusals_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'scenario_id' })
  scenarioId!: number;

  @Column({ type: 'bigint', name: 'staff_id' })
  staffId!: number;

  @Column({ type: 'text', name: 'commune_code' })
  communeCode!: string;

  @Column({ type: 'text', name: 'position_code' })
  positionCode!: string;

  @Column({ type: 'text' })
  code!: RefusalCode;

  @Column({ type: 'text' })
  note!: string;

  @Column({ type: 'text', name: 'recorded_by' })
  recordedBy!: string;

  @Column({ type: 'text', name: 'recorded_name' })
  recordedName!: string;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}
