import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { Province } from '../registry/province.entity.js';
import type { Day } from '../shared/day.js';

/** Workbooks that were sent together. */
@Entity('import_batches')
@ForeignKey(() => Province, ['provinceCode'], ['code'], {
  name: 'import_batches_province_code_fkey',
})
@Check('import_batches_state_check', oneOf('state', ['staged', 'promoted', 'undone']))
export class ImportBatch {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'import_batches_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'import_batches_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  sender!: string;

  @Column({ type: 'date', name: 'as_of' })
  asOf!: Day;

  @Column({ type: 'text' })
  state!: 'staged' | 'promoted' | 'undone';

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', name: 'promoted_at', nullable: true })
  promotedAt!: Date | null;

  /** Login of the sender. */
  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;
}
