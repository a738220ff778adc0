import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { Province } from '../registry/province.entity.js';
import { LETTER_KINDS, type LetterKind } from './letter.js';

/** A template that the province sent; the highest version of a kind is the one in use. */
@Entity('letter_templates')
@ForeignKey(() => Province, ['provinceCode'], ['code'], {
  name: 'letter_templates_province_code_fkey',
})
@Check('letter_templates_kind_check', oneOf('kind', LETTER_KINDS))
@Check('letter_templates_version_check', 'version >= 1')
export class LetterTemplateRow {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'letter_templates_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'letter_templates_pkey' })
  kind!: LetterKind;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'letter_templates_pkey' })
  version!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'bytea' })
  file!: Buffer;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text', name: 'uploaded_by' })
  uploadedBy!: string;

  @Column({ type: 'timestamptz', name: 'uploaded_at', default: () => 'now()' })
  uploadedAt!: Date;
}
