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
import { ROW_STATES, type RowState } from './batch.js';
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
@Check('import_rows_state_check', oneOf('state', ROW_STATES))
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
  state!: RowState;

  @Column({ type: 'bigint', name: 'staff_id', nullable: true })
  staffId!: number | null;

  @Column({ type: 'jsonb', name: 'before_image', nullable: true })
  beforeImage!: unknown;

  /** The texts of its cells by column letters, corrections in their place. */
  @Column({ type: 'jsonb', default: {} })
  cells!: unknown;

  /** What somebody must answer before it is written, with the answers given. */
  @Column({ type: 'jsonb', default: [] })
  questions!: unknown;

  /** Hashes of what its promotion wrote, by part; another one now = somebody has changed it since. */
  @Column({ type: 'jsonb', name: 'after_hashes', nullable: true })
  afterHashes!: unknown;
}
