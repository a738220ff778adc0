import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group of majors that count as the same training. */
@Entity('major_groups')
export class MajorGroup {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'major_groups_pkey' })
  code!: string;

  @Column({ type: 'text', name: 'name_vi' })
  nameVi!: string;

  @Column({ type: 'text', name: 'name_en' })
  nameEn!: string;
}
