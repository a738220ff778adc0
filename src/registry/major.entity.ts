import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MajorGroup } from './major-group.entity.js';

/** A spelling of a major as rosters write it, and its group. */
@Entity('majors')
@ForeignKey(() => MajorGroup, ['majorGroup'], ['code'], { name: 'majors_major_group_fkey' })
export class Major {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'majors_pkey' })
  spelling!: string;

  @Column({ type: 'text', name: 'major_group' })
  majorGroup!: string;
}
