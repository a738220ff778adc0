import {
  Check,
  Column,
  Entity,
  Exclusion,
  ForeignKey,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Province } from '../registry/province.entity.js';
import type { Issuer } from './letter.js';

/** A stretch of decision numbers; blocks of one symbol and year never overlap. */
@Entity('number_blocks')
@ForeignKey(() => Province, ['provinceCode'], ['code'], {
  name: 'number_blocks_province_code_fkey',
})
@Check('number_blocks_span_check', 'first >= 1 AND last >= first AND last <= 999999')
@Check('number_blocks_next_check', 'next >= first AND next <= last + 1')
@Exclusion(
  'number_blocks_excl',
  `USING gist (province_code WITH =, year WITH =, symbol WITH =, int4range(first, last, '[]'::text) WITH &&)`,
)
export class NumberBlockRow {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'number_blocks_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'number_blocks_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'integer' })
  year!: number;

  @Column({ type: 'text' })
  symbol!: string;

  @Column({ type: 'integer' })
  first!: number;

  @Column({ type: 'integer' })
  last!: number;

  @Column({ type: 'integer' })
  next!: number;

  @Column({ type: 'jsonb' })
  issuer!: Issuer;

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}
