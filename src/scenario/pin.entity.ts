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
import { Scenario } from './scenario.entity.js';

/** A place given by hand before a run. */
@Entity('pins')
@ForeignKey(() => Scenario, ['provinceCode', 'scenarioId'], ['provinceCode', 'id'], {
  name: 'pins_scenario_id_fkey',
  onDelete: 'CASCADE',
})
@Unique('pins_scenario_person_key', ['provinceCode', 'scenarioId', 'personKey'])
@Check('pins_kind_check', oneOf('kind', ['seat', 'leave']))
@Check('pins_seat_check', "(kind = 'seat') = (unit_code IS NOT NULL AND position_code IS NOT NULL)")
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
  kind!: 'seat' | 'leave';

  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode!: string | null;

  @Column({ type: 'text', name: 'position_code', nullable: true })
  positionCode!: string | null;

  @Column({ type: 'text' })
  reason!: string;
}
