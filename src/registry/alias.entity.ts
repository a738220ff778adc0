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
import type { Day } from '../shared/day.js';
import { Province } from './province.entity.js';

/** A spelling or an abbreviation, what it stands for, and the span in which it held. */
@Entity('aliases')
@ForeignKey(() => Province, ['provinceCode'], ['code'], { name: 'aliases_province_code_fkey' })
@Unique('aliases_kind_spelling_target_key', ['provinceCode', 'kind', 'spelling', 'targetCode'])
@Check('aliases_kind_check', oneOf('kind', ['unit', 'position', 'degree', 'rank', 'rating']))
export class Alias {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'aliases_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'aliases_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  kind!: 'unit' | 'position' | 'degree' | 'rank' | 'rating';

  @Column({ type: 'text' })
  spelling!: string;

  @Column({ type: 'text', name: 'target_code' })
  targetCode!: string;

  @Column({ type: 'date', name: 'starts_on', nullable: true })
  startsOn!: Day | null;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
