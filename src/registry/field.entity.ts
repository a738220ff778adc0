import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DivisionKind } from '../rules/vocabulary.js';

/** A field of work, in which a shortage is counted. */
@Entity('fields')
export class Field {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'fields_pkey' })
  code!: string;

  @Column({ type: 'text', name: 'name_vi' })
  nameVi!: string;

  @Column({ type: 'text', name: 'name_en' })
  nameEn!: string;

  @Column({ type: 'text', name: 'division_kind', nullable: true })
  divisionKind!: DivisionKind | null;
}
