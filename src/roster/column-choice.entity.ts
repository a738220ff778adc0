import { Column, Entity, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Province } from '../registry/province.entity.js';
import type { BatchKind } from './batch-kind.js';

/** What a label means in the sheets of a sender, as somebody has said once. */
@Entity('column_choices')
@ForeignKey(() => Province, ['provinceCode'], ['code'], {
  name: 'column_choices_province_code_fkey',
})
@Unique('column_choices_label_key', ['provinceCode', 'kind', 'sender', 'label', 'chosenBy'])
export class ColumnChoice {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'column_choices_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'column_choices_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  kind!: BatchKind;

  @Column({ type: 'text' })
  sender!: string;

  @Column({ type: 'text' })
  label!: string;

  /** null = nothing that we know: its values are kept as they are. */
  @Column({ type: 'text', nullable: true })
  field!: string | null;

  @Column({ type: 'text', name: 'chosen_by' })
  chosenBy!: string;

  @Column({ type: 'timestamptz', name: 'chosen_at', default: () => 'now()' })
  chosenAt!: Date;
}
