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
import { WISH_KINDS, type WishKind } from '../rules/vocabulary.js';
import { StaffMember } from './staff-member.entity.js';

/** A person's wish in a campaign. */
@Entity('wishes')
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], ['provinceCode', 'id'], {
  name: 'wishes_staff_id_fkey',
  onDelete: 'CASCADE',
})
@Unique('wishes_staff_campaign_key', ['provinceCode', 'staffId', 'campaign'])
@Check('wishes_kind_check', oneOf('kind', WISH_KINDS))
@Check('wishes_communes_check', 'cardinality(communes) <= 3')
export class Wish {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: 'wishes_pkey' })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'wishes_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'staff_id' })
  staffId!: number;

  @Column({ type: 'text' })
  campaign!: string;

  @Column({ type: 'text' })
  kind!: WishKind;

  @Column({ type: 'text', array: true, default: [] })
  communes!: string[];

  @Column({ type: 'boolean', default: false })
  accepted!: boolean;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
