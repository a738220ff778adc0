import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Day } from '../shared/day.js';

const PRIMARY_KEY = 'law_confirmations_pkey';

/** That a province has compared the value of a parameter with the official text. */
@Entity('law_confirmations')
@ForeignKey('provinces', ['provinceCode'], ['code'], {
  name: 'law_confirmations_province_code_fkey',
})
export class LawConfirmation {
  @PrimaryColumn({ type: 'text', name: 'province_code', primaryKeyConstraintName: PRIMARY_KEY })
  provinceCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: PRIMARY_KEY })
  key!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: PRIMARY_KEY })
  scope!: string;

  @PrimaryColumn({ type: 'date', name: 'starts_on', primaryKeyConstraintName: PRIMARY_KEY })
  startsOn!: Day;

  @PrimaryColumn({ type: 'jsonb', primaryKeyConstraintName: PRIMARY_KEY })
  value!: unknown;

  @Column({ type: 'timestamptz', name: 'confirmed_at', default: () => 'now()' })
  confirmedAt!: Date;

  @Column({ type: 'text', name: 'confirmed_by' })
  confirmedBy!: string;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
