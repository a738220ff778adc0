import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { Scenario } from './scenario.entity.js';

/** A frozen fact of a scenario. */
@Entity('scenario_facts')
@ForeignKey(() => Scenario, ['provinceCode', 'scenarioId'], ['provinceCode', 'id'], {
  name: 'scenario_facts_scenario_id_fkey',
  onDelete: 'CASCADE',
})
@Check(
  'scenario_facts_kind_check',
  oneOf('kind', [
    'unit',
    'succession',
    'position',
    'position-succession',
    'seat',
    'norm',
    'person',
    'pool',
    'related-major',
    'rank',
    'parameter',
  ]),
)
export class ScenarioFact {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'scenario_facts_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({
    type: 'bigint',
    name: 'scenario_id',
    primaryKeyConstraintName: 'scenario_facts_pkey',
  })
  scenarioId!: number;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'scenario_facts_pkey' })
  kind!:
    | 'unit'
    | 'succession'
    | 'position'
    | 'position-succession'
    | 'seat'
    | 'norm'
    | 'person'
    | 'pool'
    | 'related-major'
    | 'rank'
    | 'parameter';

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'scenario_facts_pkey' })
  key!: string;

  @Column({ type: 'jsonb' })
  fact!: unknown;

  @Column({ type: 'text' })
  hash!: string;
}
