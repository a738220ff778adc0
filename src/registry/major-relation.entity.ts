import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { MajorGroup } from './major-group.entity.js';

/** Two groups of majors of which the second serves where the first is wanted. */
@Entity('major_relations')
@ForeignKey(() => MajorGroup, ['majorGroup'], ['code'], {
  name: 'major_relations_major_group_fkey',
})
@ForeignKey(() => MajorGroup, ['relatedGroup'], ['code'], {
  name: 'major_relations_related_group_fkey',
})
export class MajorRelation {
  @PrimaryColumn({
    type: 'text',
    name: 'major_group',
    primaryKeyConstraintName: 'major_relations_pkey',
  })
  majorGroup!: string;

  @PrimaryColumn({
    type: 'text',
    name: 'related_group',
    primaryKeyConstraintName: 'major_relations_pkey',
  })
  relatedGroup!: string;

  @Column({ type: 'text' })
  basis!: string;
}
