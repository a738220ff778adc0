import { Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ImportBatch } from './import-batch.entity.js';

/** A cell that was typed anew in the page; the workbook that was sent stays as it is. */
@Entity('import_corrections')
@ForeignKey(() => ImportBatch, ['provinceCode', 'batchId'], ['provinceCode', 'id'], {
  name: 'import_corrections_batch_id_fkey',
  onDelete: 'CASCADE',
})
@Unique('import_corrections_place_key', [
  'provinceCode',
  'batchId',
  'file',
  'sheet',
  'rowNumber',
  'columnLetters',
])
export class ImportCorrection {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'import_corrections_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'import_corrections_pkey',
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

  /** What the cell says in the workbook that was sent. */
  @Column({ type: 'text' })
  was!: string;

  @Column({ type: 'text' })
  typed!: string;

  @Column({ type: 'text', name: 'corrected_by' })
  correctedBy!: string;

  @Column({ type: 'timestamptz', name: 'corrected_at', default: () => 'now()' })
  correctedAt!: Date;
}
