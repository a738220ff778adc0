import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** The link of the chain that an entry became; append-only. */
@Entity('audit_seals')
@Unique('audit_seals_entry_id_key', ['provinceCode', 'entryId'])
export class AuditSeal {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'audit_seals_pkey',
  })
  provinceCode!: string;

  /** 1, 2, 3 … without a gap: how many entries were sealed up to this one. */
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'audit_seals_pkey' })
  number!: number;

  @Column({ type: 'bigint', name: 'entry_id' })
  entryId!: number;

  @Column({ type: 'timestamptz', name: 'sealed_at' })
  sealedAt!: Date;

  /** Which key; tells nothing of it. */
  @Column({ type: 'text', name: 'key_id' })
  keyId!: string;

  /** 64 hexadecimal digits. */
  @Column({ type: 'text' })
  seal!: string;
}
