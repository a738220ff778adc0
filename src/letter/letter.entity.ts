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
import { MovementRow } from '../movement/movement.entity.js';
import { StaffMember } from '../registry/staff-member.entity.js';
import { Scenario } from '../scenario/scenario.entity.js';
import type { Day } from '../shared/day.js';
import { LETTER_KINDS, type LetterKind } from './letter.js';
import type { LetterValues } from './letter-fields.js';
import { NumberBlockRow } from './number-block.entity.js';

const KEY: [string, string] = ['provinceCode', 'id'];

/** A paper as it was issued, to the byte. */
@Entity('letters')
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], KEY, { name: 'letters_staff_id_fkey' })
@ForeignKey(() => Scenario, ['provinceCode', 'scenarioId'], KEY, {
  name: 'letters_scenario_id_fkey',
})
@ForeignKey(() => MovementRow, ['provinceCode', 'movementId'], KEY, {
  name: 'letters_movement_id_fkey',
})
@ForeignKey(() => NumberBlockRow, ['provinceCode', 'blockId'], KEY, {
  name: 'letters_block_id_fkey',
})
@Check('letters_kind_check', oneOf('kind', LETTER_KINDS))
@Check('letters_source_check', '(scenario_id IS NULL) <> (movement_id IS NULL)')
@Check('letters_number_check', '(number IS NULL) = (scenario_id IS NULL)')
@Unique('letters_number_key', ['provinceCode', 'blockId', 'number'])
@Index('letters_of_scenario_idx', ['provinceCode', 'scenarioId', 'staffId'], {
  unique: true,
  where: 'is_current',
})
@Index('letters_of_movement_idx', ['provinceCode', 'movementId'], {
  unique: true,
  where: 'is_current',
})
@Index('letters_staff_id_idx', ['provinceCode', 'staffId'])
export class LetterRow {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'letters_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'letters_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  kind!: LetterKind;

  @Column({ type: 'bigint', name: 'staff_id' })
  staffId!: number;

  @Column({ type: 'bigint', name: 'scenario_id', nullable: true })
  scenarioId!: number | null;

  @Column({ type: 'bigint', name: 'movement_id', nullable: true })
  movementId!: number | null;

  @Column({ type: 'text', name: 'scenario_hash', nullable: true })
  scenarioHash!: string | null;

  @Column({ type: 'bigint', name: 'block_id' })
  blockId!: number;

  @Column({ type: 'integer', nullable: true })
  number!: number | null;

  @Column({ type: 'text', name: 'number_text' })
  numberText!: string;

  @Column({ type: 'date', name: 'issued_on' })
  issuedOn!: Day;

  @Column({ type: 'jsonb' })
  fields!: LetterValues;

  @Column({ type: 'text', name: 'facts_hash' })
  factsHash!: string;

  /** 0 = the template that ships with the program. */
  @Column({ type: 'integer', name: 'template_version' })
  templateVersion!: number;

  @Column({ type: 'bytea' })
  file!: Buffer;

  @Column({ type: 'text', name: 'letter_hash' })
  letterHash!: string;

  @Column({ type: 'bigint', nullable: true })
  replaces!: number | null;

  @Column({ type: 'boolean', name: 'is_current', default: true })
  isCurrent!: boolean;

  @Column({ type: 'text', name: 'issued_by' })
  issuedBy!: string;

  @Column({ type: 'timestamptz', name: 'issued_at', default: () => 'now()' })
  issuedAt!: Date;
}
