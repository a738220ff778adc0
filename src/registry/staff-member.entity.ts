import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { DEGREES, type Degree, type Sex } from '../rules/vocabulary.js';
import type { PartialDay } from '../shared/day.js';
import { MajorGroup } from './major-group.entity.js';
import { Province } from './province.entity.js';
import { Rank } from './rank.entity.js';
import { Unit } from './unit.entity.js';

/** A person. `key` is the personal number or, where that is missing, the place of the row in its roster. */
@Entity('staff')
@ForeignKey(() => Province, ['provinceCode'], ['code'], { name: 'staff_province_code_fkey' })
@ForeignKey(() => Unit, ['provinceCode', 'homeUnitId'], ['provinceCode', 'id'], {
  name: 'staff_home_unit_id_fkey',
})
@ForeignKey(() => MajorGroup, ['majorGroup'], ['code'], { name: 'staff_major_group_fkey' })
@ForeignKey(() => Rank, ['rankCode'], ['code'], { name: 'staff_rank_code_fkey' })
@Unique('staff_key_key', ['provinceCode', 'key'])
@Unique('staff_personal_number_key', ['provinceCode', 'personalNumber'])
@Check('staff_personal_number_check', "personal_number ~ '^[0-9]{12}$'")
@Check('staff_sex_check', oneOf('sex', ['male', 'female']))
@Check('staff_born_on_check', "born_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'")
@Check('staff_degree_check', oneOf('degree', DEGREES))
// Over an expression, which the ORM cannot say: (province_code, folded(full_name)).
@Index('staff_created_in_idx', ['provinceCode', 'createdIn'])
@Index('staff_full_name_folded_idx', { synchronize: false })
export class StaffMember {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'staff_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'staff_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text', name: 'personal_number', nullable: true })
  personalNumber!: string | null;

  @Column({ type: 'text', name: 'full_name' })
  fullName!: string;

  @Column({ type: 'text', nullable: true })
  sex!: Sex | null;

  @Column({ type: 'text', name: 'born_on', nullable: true })
  bornOn!: PartialDay | null;

  @Column({ type: 'text', nullable: true })
  ethnicity!: string | null;

  @Column({ type: 'text', nullable: true })
  religion!: string | null;

  @Column({ type: 'text', name: 'home_text', nullable: true })
  homeText!: string | null;

  @Column({ type: 'bigint', name: 'home_unit_id', nullable: true })
  homeUnitId!: number | null;

  @Column({ type: 'text', name: 'address_text', nullable: true })
  addressText!: string | null;

  @Column({ type: 'text', name: 'recruited_on', nullable: true })
  recruitedOn!: PartialDay | null;

  @Column({ type: 'text', name: 'party_probationary_on', nullable: true })
  partyProbationaryOn!: PartialDay | null;

  @Column({ type: 'text', name: 'party_official_on', nullable: true })
  partyOfficialOn!: PartialDay | null;

  @Column({ type: 'text', name: 'general_education', nullable: true })
  generalEducation!: string | null;

  @Column({ type: 'text', nullable: true })
  degree!: Degree | null;

  @Column({ type: 'text', nullable: true })
  major!: string | null;

  @Column({ type: 'text', name: 'major_group', nullable: true })
  majorGroup!: string | null;

  @Column({ type: 'text', name: 'study_mode', nullable: true })
  studyMode!: string | null;

  @Column({ type: 'text', nullable: true })
  school!: string | null;

  @Column({ type: 'text', name: 'political_theory', nullable: true })
  politicalTheory!: string | null;

  @Column({ type: 'text', name: 'state_management', nullable: true })
  stateManagement!: string | null;

  @Column({ type: 'text', name: 'foreign_language', nullable: true })
  foreignLanguage!: string | null;

  @Column({ type: 'text', nullable: true })
  informatics!: string | null;

  @Column({ type: 'text', array: true, default: [] })
  certificates!: string[];

  @Column({ type: 'text', name: 'rank_code', nullable: true })
  rankCode!: string | null;

  @Column({ type: 'integer', nullable: true })
  step!: number | null;

  @Column({ type: 'double precision', nullable: true })
  coefficient!: number | null;

  @Column({ type: 'text', name: 'step_on', nullable: true })
  stepOn!: PartialDay | null;

  @Column({ type: 'double precision', name: 'position_allowance', nullable: true })
  positionAllowance!: number | null;

  @Column({ type: 'double precision', name: 'over_grade_percent', nullable: true })
  overGradePercent!: number | null;

  @Column({ type: 'text', name: 'planned_title', nullable: true })
  plannedTitle!: string | null;

  @Column({ type: 'double precision', name: 'insurance_years', nullable: true })
  insuranceYears!: number | null;

  @Column({ type: 'text', name: 'spouse_personal_number', nullable: true })
  spousePersonalNumber!: string | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'jsonb', name: 'unknown_columns', default: {} })
  unknownColumns!: Record<string, unknown>;

  /** The transaction that wrote the row first: it may see its own new people before they have a posting. */
  @Column({ type: 'uuid', name: 'created_in', nullable: true })
  createdIn!: string | null;
}
