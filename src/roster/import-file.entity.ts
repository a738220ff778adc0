import { Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ImportBatch } from './import-batch.entity.js';

/** A workbook as it came. */
@Entity('import_files')
@ForeignKey(() => ImportBatch, ['provinceCode', 'batchId'], ['provinceCode', 'id'], {
  name: 'import_files_batch_id_fkey',
  onDelete: 'CASCADE',
})
@Unique('import_files_batch_name_key', ['provinceCode', 'batchId', 'name'])
export class ImportFile {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'import_files_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'import_files_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'batch_id' })
  batchId!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'bytea' })
  content!: Buffer;
}
