import {
  Check,
  Column,
  Entity,
  ForeignKey,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { Province } from '../registry/province.entity.js';
import type { Day } from '../shared/day.js';
import { CLASSIFICATIONS, type Classification } from './classification.js';

/** A plan: its days, its state and the hash of its frozen facts. */
@Entity('scenarios')
@ForeignKey(() => Province, ['provinceCode'], ['code'], { name: 'scenarios_province_code_fkey' })
// By name: the stage `placement` stands above this one.
@ForeignKey('PlacementRun', ['provinceCode', 'chosenRunId'], ['provinceCode', 'id'], {
  name: 'scenarios_chosen_run_id_fkey',
})
@Unique('scenarios_name_key', ['provinceCode', 'name'])
@Check(
  'scenarios_state_check',
  oneOf('state', ['draft', 'submitted', 'agreed', 'approved', 'applied', 'withdrawn']),
)
@Check(
  'scenarios_approved_check',
  `state <> 'approved' OR (approved_by IS NOT NULL AND approved_at IS NOT NULL AND approved_hash IS NOT NULL AND chosen_run_id IS NOT NULL)`,
)
@Check('scenarios_classification_check', oneOf('classification', CLASSIFICATIONS))
export class Scenario {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'scenarios_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'scenarios_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', default: '' })
  description!: string;

  @Column({ type: 'text' })
  state!: 'draft' | 'submitted' | 'agreed' | 'approved' | 'applied' | 'withdrawn';

  @Column({ type: 'date', name: 'effective_on' })
  effectiveOn!: Day;

  @Column({ type: 'date', name: 'rules_on' })
  rulesOn!: Day;

  @Column({ type: 'text', name: 'facts_hash' })
  factsHash!: string;

  /** The hash of the facts as first frozen; null = the map was never drawn anew. */
  @Column({ type: 'text', name: 'frozen_hash', nullable: true })
  frozenHash!: string | null;

  @Column({ type: 'bigint', name: 'chosen_run_id', nullable: true })
  chosenRunId!: number | null;

  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'applied_at', nullable: true })
  appliedAt!: Date | null;

  @Column({ type: 'text', default: 'none' })
  classification!: Classification;

  @Column({ type: 'text', name: 'submitted_by', nullable: true })
  submittedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'text', name: 'approved_by', nullable: true })
  approvedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'approved_at', nullable: true })
  approvedAt!: Date | null;

  @Column({ type: 'text', name: 'approved_hash', nullable: true })
  approvedHash!: string | null;

  @Column({ type: 'text', name: 'changed_by', nullable: true })
  changedBy!: string | null;

  @Column({ type: 'timestamptz', name: 'changed_at', nullable: true })
  changedAt!: Date | null;

  @Column({ type: 'text', name: 'changed_what', nullable: true })
  changedWhat!: string | null;
}
