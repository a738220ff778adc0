import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { StaffMember } from './staff-member.entity.js';

/** A person's rating of a year, as typed. */
@Entity('staff_ratings')
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], ['provinceCode', 'id'], {
  name: 'staff_ratings_staff_id_fkey',
  onDelete: 'CASCADE',
})
export class StaffRating {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'staff_ratings_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({
    type: 'bigint',
    name: 'staff_id',
    primaryKeyConstraintName: 'staff_ratings_pkey',
  })
  staffId!: number;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'staff_ratings_pkey' })
  year!: number;

  @Column({ type: 'text' })
  rating!: string;
}
