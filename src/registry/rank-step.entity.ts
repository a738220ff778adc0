import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Rank } from './rank.entity.js';

/** The salary coefficient of a step of a rank. */
@Entity('rank_steps')
@ForeignKey(() => Rank, ['rankCode'], ['code'], { name: 'rank_steps_rank_code_fkey' })
export class RankStep {
  @PrimaryColumn({ type: 'text', name: 'rank_code', primaryKeyConstraintName: 'rank_steps_pkey' })
  rankCode!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'rank_steps_pkey' })
  step!: number;

  @Column({ type: 'double precision' })
  coefficient!: number;
}
