import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last seal of a day, as it was printed to be signed on paper; append-only. */
@Entity('audit_anchors')
export class AuditAnchor {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'audit_anchors_pkey',
  })
  provinceCode!: string;

  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'audit_anchors_pkey' })
  day!: string;

  /** Of the seal: how many entries stand in the chain up to it. */
  @PrimaryColumn({ type: 'bigint', primaryKeyConstraintName: 'audit_anchors_pkey' })
  number!: number;

  @Column({ type: 'bigint', name: 'entry_id' })
  entryId!: number;

  @Column({ type: 'text' })
  seal!: string;

  @Column({ type: 'timestamptz', name: 'made_at', default: () => 'clock_timestamp()' })
  madeAt!: Date;
}
