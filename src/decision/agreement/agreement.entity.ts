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
import { Scenario } from '../../scenario/scenario.entity.js';
import { ANSWERS, type Answer, SIDES, type Side } from './agreement.rules.js';

/** What a unit said to a plan; rows are only added. */
@Entity('scenario_agreements')
@ForeignKey(() => Scenario, ['provinceCode', 'scenarioId'], ['provinceCode', 'id'], {
  name: 'scenario_agreements_scenario_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => PlacementRun, ['provinceCode', 'runId'], ['provinceCode', 'id'], {
  name: 'scenario_agreements_run_id_fkey',
  onDelete: 'CASCADE',
})
@Check('scenario_agreements_side_check', oneOf('side', SIDES))
@Check('scenario_agreements_answer_check', oneOf('answer', ANSWERS))
@Check('scenario_agreements_reason_check', "(answer = 'agreed') = (reason IS NULL)")
@Index('scenario_agreements_scenario_id_idx', ['provinceCode', 'scenarioId'])
@Index('scenario_agreements_run_id_idx', ['provinceCode', 'runId'])
export class ScenarioAgreement {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'scenario_agreements_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'scenario_agreements_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'scenario_id' })
  scenarioId!: number;

  @Column({ type: 'bigint', name: 'run_id' })
  runId!: number;

  @Column({ type: 'text', name: 'unit_code' })
  unitCode!: string;

  @Column({ type: 'text' })
  side!: Side;

  @Column({ type: 'text' })
  answer!: Answer;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'text', name: 'answered_by' })
  answeredBy!: string;

  @Column({ type: 'text', name: 'answered_name' })
  answeredName!: string;

  @Column({ type: 'boolean', name: 'on_behalf' })
  onBehalf!: boolean;

  @Column({ type: 'timestamptz', name: 'answered_at', default: () => 'now()' })
  answeredAt!: Date;
}
