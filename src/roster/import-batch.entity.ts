import { Check, Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { Province } from '../registry/province.entity.js';
import type { Day } from '../shared/day.js';
import { BATCH_KINDS, type BatchKind } from './batch-kind.js';

/** Workbooks that were sent together. */
@Entity('import_batches')
@ForeignKey(() => Province, ['provinceCode'], ['code'], {
  name: 'import_batches_province_code_fkey',
})
@Check('import_batches_state_check', oneOf('state', ['staged', 'promoted', 'undone']))
@Check('import_batches_kind_check', oneOf('kind', BATCH_KINDS))
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

  /** What its sheets hold. */
  @Column({ type: 'text', default: 'roster' })
  kind!: BatchKind;

  /** Raised by whatever changes the batch. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  /** What the labels of its columns mean, where somebody has said so. */
  @Column({ type: 'jsonb', default: [] })
  mapping!: unknown;

  @Column({ type: 'timestamptz', name: 'undone_at', nullable: true })
  undoneAt!: Date | null;

  /** The transaction that promoted it, by which its sender takes back the people it made. */
  @Column({ type: 'uuid', name: 'promoted_in', nullable: true })
  promotedIn!: string | null;
}
