import { Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { ImportBatch } from './import-batch.entity.js';

/** What somebody decided about a row: a question answered, or the row set aside. */
@Entity('import_answers')
@ForeignKey(() => ImportBatch, ['provinceCode', 'batchId'], ['provinceCode', 'id'], {
  name: 'import_answers_batch_id_fkey',
  onDelete: 'CASCADE',
})
@Unique('import_answers_place_key', [
  'provinceCode',
  'batchId',
  'file',
  'sheet',
  'rowNumber',
  'question',
])
export class ImportAnswer {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'import_answers_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'import_answers_pkey',
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

  @Column({ type: 'text' })
  question!: string;

  @Column({ type: 'text' })
  answer!: string;

  @Column({ type: 'text', name: 'answered_by' })
  answeredBy!: string;

  @Column({ type: 'timestamptz', name: 'answered_at', default: () => 'now()' })
  answeredAt!: Date;
}
