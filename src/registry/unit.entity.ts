import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { UNIT_LEVELS, type UnitKind, type UnitLevel, type Zone } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import { Province } from './province.entity.js';

/** A unit during a span. Codes are used again: the natural key is (`code`, `startsOn`). */
@Entity('units')
@ForeignKey(() => Province, ['provinceCode'], ['code'], { name: 'units_province_code_fkey' })
@ForeignKey(() => Unit, ['provinceCode', 'parentId'], ['provinceCode', 'id'], {
  name: 'units_parent_id_fkey',
})
@Unique('units_code_starts_on_key', ['provinceCode', 'code', 'startsOn'])
@Exclusion(
  'units_code_excl',
  'USING gist (province_code WITH =, code WITH =, daterange(starts_on, ends_on) WITH &&)',
)
@Check('units_span_check', 'ends_on > starts_on')
@Check('units_level_check', oneOf('level', UNIT_LEVELS))
@Check('units_zone_check', oneOf('zone', ['I', 'II', 'III']))
@Check('units_area_km2_check', 'area_km2 >= 0')
@Check('units_population_check', 'population >= 0')
@Index('units_parent_id_idx', ['provinceCode', 'parentId'])
// Over an expression, which the ORM cannot say: (province_code, folded(name)).
@Index('units_name_folded_idx', { synchronize: false })
export class Unit {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'units_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'units_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: UnitKind;

  @Column({ type: 'text' })
  level!: UnitLevel;

  @Column({ type: 'bigint', name: 'parent_id', nullable: true })
  parentId!: number | null;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: Day;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  zone!: Zone | null;

  @Column({ type: 'boolean', default: false })
  border!: boolean;

  @Column({ type: 'double precision', name: 'area_km2', nullable: true })
  areaKm2!: number | null;

  @Column({ type: 'integer', nullable: true })
  population!: number | null;

  @Column({ type: 'double precision', nullable: true })
  latitude!: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude!: number | null;

  @Column({ type: 'text', name: 'legal_basis', nullable: true })
  legalBasis!: string | null;
}
