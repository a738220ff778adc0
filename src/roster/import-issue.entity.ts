import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { oneOf } from '../database/one-of.js';
import type { Severity } from '../shared/issue.js';
import { ImportBatch } from './import-batch.entity.js';

/** What is wrong with a row of a workbook. */
@Entity('import_issues')
@ForeignKey(() => ImportBatch, ['provinceCode', 'batchId'], ['provinceCode', 'id'], {
  name: 'import_issues_batch_id_fkey',
  onDelete: 'CASCADE',
})
@Check('import_issues_severity_check', oneOf('severity', ['error', 'warning', 'note']))
@Index('import_issues_batch_id_idx', ['provinceCode', 'batchId'])
export class ImportIssue {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'import_issues_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'import_issues_pkey',
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

  @Column({ type: 'text', name: 'column_letters' })
  columnLetters!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'text' })
  severity!: Severity;

  @Column({ type: 'text' })
  message!: string;
}
