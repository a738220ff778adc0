import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { FITS, type Fit } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import { Position } from './position.entity.js';
import { StaffMember } from './staff-member.entity.js';
import { Unit } from './unit.entity.js';

/** A person in a unit and a position, during a span. */
@Entity('postings')
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], ['provinceCode', 'id'], {
  name: 'postings_staff_id_fkey',
})
@ForeignKey(() => Unit, ['provinceCode', 'unitId'], ['provinceCode', 'id'], {
  name: 'postings_unit_id_fkey',
})
@ForeignKey(() => Position, ['provinceCode', 'positionId'], ['provinceCode', 'id'], {
  name: 'postings_position_id_fkey',
})
@Exclusion(
  'postings_main_excl',
  "USING gist (staff_id WITH =, daterange(starts_on, ends_on) WITH &&, province_code WITH =) WHERE (kind = 'main'::text)",
)
@Check('postings_span_check', 'ends_on > starts_on')
@Check('postings_kind_check', oneOf('kind', ['main', 'concurrent', 'seconded']))
@Check('postings_fit_check', oneOf('fit', FITS))
@Check('postings_source_kind_check', oneOf('source_kind', ['roster', 'scenario', 'decision']))
@Index('postings_unit_position_idx', ['provinceCode', 'unitId', 'positionId'])
@Index('postings_staff_id_idx', ['provinceCode', 'staffId'])
@Index('postings_source_idx', ['provinceCode', 'sourceKind', 'sourceId'])
export class Posting {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'postings_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'postings_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'staff_id' })
  staffId!: number;

  @Column({ type: 'bigint', name: 'unit_id' })
  unitId!: number;

  @Column({ type: 'bigint', name: 'position_id' })
  positionId!: number;

  @Column({ type: 'text' })
  kind!: 'main' | 'concurrent' | 'seconded';

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: Day;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'boolean' })
  seated!: boolean;

  @Column({ type: 'text', nullable: true })
  fit!: Fit | null;

  @Column({ type: 'text', name: 'failed_tests', array: true, default: [] })
  failedTests!: string[];

  @Column({ type: 'boolean', default: false })
  absent!: boolean;

  @Column({ type: 'text', name: 'title_text', nullable: true })
  titleText!: string | null;

  @Column({ type: 'text', name: 'proposed_unit_text', nullable: true })
  proposedUnitText!: string | null;

  @Column({ type: 'text', name: 'proposed_position_text', nullable: true })
  proposedPositionText!: string | null;

  @Column({ type: 'text', name: 'source_kind' })
  sourceKind!: 'roster' | 'scenario' | 'decision';

  @Column({ type: 'bigint', name: 'source_id', nullable: true })
  sourceId!: number | null;
}
