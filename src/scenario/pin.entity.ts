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
import { Scenario } from './scenario.entity.js';

/** A place given, or kept away, by hand before a run. */
@Entity('pins')
@ForeignKey(() => Scenario, ['provinceCode', 'scenarioId'], ['provinceCode', 'id'], {
  name: 'pins_scenario_id_fkey',
  onDelete: 'CASCADE',
})
@Index('pins_given_key', ['provinceCode', 'scenarioId', 'personKey'], {
  unique: true,
  where: "kind <> 'forbid'",
})
@Index('pins_scenario_id_idx', ['provinceCode', 'scenarioId'])
@Check('pins_kind_check', oneOf('kind', ['seat', 'leave', 'forbid']))
@Check(
  'pins_place_check',
  `CASE kind
    WHEN 'seat' THEN unit_code IS NOT NULL AND position_code IS NOT NULL
    WHEN 'leave' THEN unit_code IS NULL AND position_code IS NULL
    ELSE unit_code IS NOT NULL OR position_code IS NOT NULL END`,
)
export class Pin {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'pins_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'pins_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'scenario_id' })
  scenarioId!: number;

  @Column({ type: 'text', name: 'person_key' })
  personKey!: string;

  @Column({ type: 'text' })
  kind!: 'seat' | 'leave' | 'forbid';

  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode!: string | null;

  @Column({ type: 'text', name: 'position_code', nullable: true })
  positionCode!: string | null;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text', name: 'set_by', nullable: true })
  setBy!: string | null;

  @Column({ type: 'timestamptz', name: 'set_at', default: () => 'now()' })
  setAt!: Date;
}
