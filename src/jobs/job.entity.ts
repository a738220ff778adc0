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
import { JOB_KINDS, JOB_STATES, type JobKind, type JobState } from './job.js';

const ENDED = oneOf('state', ['done', 'failed', 'cancelled']);

/** Work in the background: what was asked, how far it is, and what came of it. */
@Entity('jobs')
@ForeignKey('Province', ['provinceCode'], ['code'], { name: 'jobs_province_code_fkey' })
@ForeignKey('Scenario', ['provinceCode', 'scenarioId'], ['provinceCode', 'id'], {
  name: 'jobs_scenario_id_fkey',
  onDelete: 'CASCADE',
})
@Check('jobs_kind_check', oneOf('kind', JOB_KINDS))
@Check('jobs_state_check', oneOf('state', JOB_STATES))
@Check('jobs_fraction_check', 'fraction BETWEEN 0 AND 1')
@Check('jobs_time_limit_seconds_check', 'time_limit_seconds > 0')
@Check('jobs_finished_at_check', `(finished_at IS NOT NULL) = (${ENDED})`)
@Check('jobs_error_check', `(error IS NOT NULL) = (state = 'failed')`)
@Index('jobs_scenario_id_idx', ['provinceCode', 'scenarioId'])
@Index('jobs_unfinished_idx', ['provinceCode', 'id'], { where: 'finished_at IS NULL' })
export class JobRow {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'jobs_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'jobs_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  kind!: JobKind;

  @Column({ type: 'text', default: 'queued' })
  state!: JobState;

  @Column({ type: 'text', name: 'asked_by' })
  askedBy!: string;

  @Column({ type: 'text', name: 'asked_by_name' })
  askedByName!: string;

  @Column({ type: 'bigint', name: 'scenario_id', nullable: true })
  scenarioId!: number | null;

  @Column({ type: 'jsonb' })
  input!: Record<string, unknown>;

  @Column({ type: 'integer', name: 'time_limit_seconds' })
  timeLimitSeconds!: number;

  @Column({ type: 'text', nullable: true })
  phase!: string | null;

  @Column({ type: 'double precision', default: 0 })
  fraction!: number;

  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  @Column({ type: 'integer', default: 0 })
  lost!: number;

  @Column({ type: 'boolean', name: 'cancel_asked', default: false })
  cancelAsked!: boolean;

  @Column({ type: 'timestamptz', name: 'not_before', nullable: true })
  notBefore!: Date | null;

  @Column({ type: 'bigint', name: 'result_id', nullable: true })
  resultId!: number | null;

  @Column({ type: 'text', name: 'error_code', nullable: true })
  errorCode!: string | null;

  @Column({ type: 'text', nullable: true })
  error!: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'beat_at', nullable: true })
  beatAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
