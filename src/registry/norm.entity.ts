import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { BLOCKS, EVIDENCE, type Block, type Evidence } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import { Unit } from './unit.entity.js';

/** The people allowed in a unit's block, during a span. */
@Entity('norms')
@ForeignKey(() => Unit, ['provinceCode', 'unitId'], ['provinceCode', 'id'], {
  name: 'norms_unit_id_fkey',
})
@Exclusion(
  'norms_unit_block_excl',
  'USING gist (province_code WITH =, unit_id WITH =, block WITH =, daterange(starts_on, ends_on) WITH &&)',
)
@Check('norms_span_check', 'ends_on > starts_on')
@Check('norms_headcount_check', 'headcount >= 0')
@Check('norms_block_check', oneOf('block', BLOCKS))
@Check('norms_evidence_check', oneOf('evidence', EVIDENCE))
export class Norm {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'norms_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'norms_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'unit_id' })
  unitId!: number;

  @Column({ type: 'text' })
  block!: Block;

  @Column({ type: 'integer' })
  headcount!: number;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: Day;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'text' })
  basis!: string;

  @Column({ type: 'text' })
  evidence!: Evidence;
}
