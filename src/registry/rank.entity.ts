import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A rank of civil servants; `level` 1 (staff) to 5 (senior) on its ladder. */
@Entity('ranks')
@Check('ranks_level_check', 'level >= 1 AND level <= 5')
export class Rank {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'ranks_pkey' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  ladder!: string;

  @Column({ type: 'integer' })
  level!: number;
}
