import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { StaffMember } from '../registry/staff-member.entity.js';
import { ImportBatch } from './import-batch.entity.js';

/** A row of a workbook as read, and what its promotion replaced. */
@Entity('import_rows')
@ForeignKey(() => ImportBatch, ['provinceCode', 'batchId'], ['provinceCode', 'id'], {
  name: 'import_rows_batch_id_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => StaffMember, ['provinceCode', 'staffId'], ['provinceCode', 'id'], {
  name: 'import_rows_staff_id_fkey',
})
@Unique('import_rows_place_key', ['provinceCode', 'batchId', 'file', 'sheet', 'rowNumber'])
@Check(
  'import_rows_state_check',
  oneOf('state', ['staged', 'set-aside', 'added', 'changed', 'unchanged']),
)
@Index('import_rows_staff_id_idx', ['provinceCode', 'staffId'])
export class ImportRow {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'import_rows_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'import_rows_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'batch_id' })
  batchId!: number;

  @Column({ type: 'text' })
  file!: string;

  @Column({ type: 'text' })
  sheet!: string;

  @Column({ type: 'integer', name: 'row_number' })
  rowNumber!: number;

  @Column({ type: 'jsonb' })
  record!: unknown;

  @Column({ type: 'text' })
  state!: 'staged' | 'set-aside' | 'added' | 'changed' | 'unchanged';

  @Column({ type: 'bigint', name: 'staff_id', nullable: true })
  staffId!: number | null;

  @Column({ type: 'jsonb', name: 'before_image', nullable: true })
  beforeImage!: unknown;
}
