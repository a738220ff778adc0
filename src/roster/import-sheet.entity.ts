import { Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ImportBatch } from './import-batch.entity.js';

/** A sheet of a workbook as it was read: its tables and what their columns mean. */
@Entity('import_sheets')
@ForeignKey(() => ImportBatch, ['provinceCode', 'batchId'], ['provinceCode', 'id'], {
  name: 'import_sheets_batch_id_fkey',
  onDelete: 'CASCADE',
})
@Unique('import_sheets_place_key', ['provinceCode', 'batchId', 'file', 'sheet'])
export class ImportSheet {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'import_sheets_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'import_sheets_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'batch_id' })
  batchId!: number;

  @Column({ type: 'text' })
  file!: string;

  @Column({ type: 'text' })
  sheet!: string;

  @Column({ type: 'jsonb' })
  report!: unknown;
}
