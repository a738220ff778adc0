import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A province of today: the tenant, first part of every key. */
@Entity('provinces')
@Check('provinces_code_check', "code ~ '^[0-9]{2}$'")
export class Province {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'provinces_pkey' })
  code!: string;

  @Column({ type: 'text' })
  name!: string;
}
