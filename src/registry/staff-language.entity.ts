import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffMember } from './staff-member.entity.js';

/** A language of the peoples of the province that a person speaks. */
@Entity('staff_languages')
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], ['provinceCode', 'id'], {
  name: 'staff_languages_staff_id_fkey',
  onDelete: 'CASCADE',
})
export class StaffLanguage {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'staff_languages_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({
    type: 'bigint',
    name: 'staff_id',
    primaryKeyConstraintName: 'staff_languages_pkey',
  })
  staffId!: number;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'staff_languages_pkey' })
  language!: string;
}
