import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import type { Day } from '../shared/day.js';
import { Position } from './position.entity.js';
import { Unit } from './unit.entity.js';

/** The seats of a position in a unit, during a span; `required` of them are filled first. */
@Entity('establishments')
@ForeignKey(() => Unit, ['provinceCode', 'unitId'], ['provinceCode', 'id'], {
  name: 'establishments_unit_id_fkey',
})
@ForeignKey(() => Position, ['provinceCode', 'positionId'], ['provinceCode', 'id'], {
  name: 'establishments_position_id_fkey',
})
@Exclusion(
  'establishments_unit_position_excl',
  'USING gist (province_code WITH =, unit_id WITH =, position_id WITH =, daterange(starts_on, ends_on) WITH &&)',
)
@Check('establishments_span_check', 'ends_on > starts_on')
@Check('establishments_required_check', 'required >= 0 AND required <= seats')
export class Establishment {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'establishments_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'establishments_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'unit_id' })
  unitId!: number;

  @Column({ type: 'bigint', name: 'position_id' })
  positionId!: number;

  @Column({ type: 'integer' })
  seats!: number;

  @Column({ type: 'integer' })
  required!: number;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: Day;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'text' })
  basis!: string;
}
