import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import {
  BLOCKS,
  DEGREES,
  EVIDENCE,
  POSITION_GROUPS,
  type Block,
  type Degree,
  type DivisionKind,
  type Evidence,
  type PositionGroup,
} from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import { Field } from './field.entity.js';
import { Province } from './province.entity.js';

/** A job position of a catalogue version, during a span. */
@Entity('positions')
@ForeignKey(() => Province, ['provinceCode'], ['code'], { name: 'positions_province_code_fkey' })
@ForeignKey(() => Field, ['fieldCode'], ['code'], { name: 'positions_field_code_fkey' })
@Unique('positions_code_starts_on_key', ['provinceCode', 'code', 'startsOn'])
@Exclusion(
  'positions_code_excl',
  'USING gist (province_code WITH =, code WITH =, daterange(starts_on, ends_on) WITH &&)',
)
@Check('positions_span_check', 'ends_on > starts_on')
@Check('positions_block_check', oneOf('block', BLOCKS))
@Check('positions_group_check', oneOf('position_group', POSITION_GROUPS))
@Check('positions_min_degree_check', oneOf('min_degree', DEGREES))
@Check('positions_evidence_check', oneOf('evidence', EVIDENCE))
export class Position {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'positions_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'positions_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', name: 'name_en', nullable: true })
  nameEn!: string | null;

  @Column({ type: 'text' })
  catalogue!: string;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: Day;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'text' })
  block!: Block;

  @Column({ type: 'text', name: 'division_kind', nullable: true })
  divisionKind!: DivisionKind | null;

  @Column({ type: 'text', name: 'position_group' })
  positionGroup!: PositionGroup;

  @Column({ type: 'text', name: 'field_code', nullable: true })
  fieldCode!: string | null;

  @Column({ type: 'text', name: 'min_degree', nullable: true })
  minDegree!: Degree | null;

  @Column({ type: 'text', name: 'major_groups', array: true, default: [] })
  majorGroups!: string[];

  @Column({ type: 'text', array: true, default: [] })
  ranks!: string[];

  @Column({ type: 'text', array: true, default: [] })
  certificates!: string[];

  @Column({ type: 'boolean', default: false })
  given!: boolean;

  @Column({ type: 'boolean', name: 'party_managed', default: false })
  partyManaged!: boolean;

  @Column({ type: 'text' })
  evidence!: Evidence;

  @Column({ type: 'text' })
  source!: string;
}
