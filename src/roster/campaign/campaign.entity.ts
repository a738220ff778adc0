import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';
import { Province } from '../../registry/province.entity.js';
import type { Day } from '../../shared/day.js';

/** Units that are asked for their rosters of a day until another. */
@Entity('roster_campaigns')
@ForeignKey(() => Province, ['provinceCode'], ['code'], {
  name: 'roster_campaigns_province_code_fkey',
})
@Check('roster_campaigns_units_check', 'cardinality(unit_codes) > 0')
export class RosterCampaign {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'roster_campaigns_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'roster_campaigns_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'date', name: 'as_of' })
  asOf!: Day;

  @Column({ type: 'date', name: 'due_on' })
  dueOn!: Day;

  @Column({ type: 'text', name: 'unit_codes', array: true })
  unitCodes!: string[];

  @Column({ type: 'text', name: 'created_by' })
  createdBy!: string;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt!: Date;
}

/** What the manager of a unit signed. */
@Entity('roster_signatures')
@ForeignKey(() => RosterCampaign, ['provinceCode', 'campaignId'], ['provinceCode', 'id'], {
  name: 'roster_signatures_campaign_id_fkey',
  onDelete: 'CASCADE',
})
@Index('roster_signatures_campaign_id_idx', ['provinceCode', 'campaignId', 'unitCode'])
export class RosterSignature {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'roster_signatures_pkey',
  })
  provinceCode!: string;

  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'roster_signatures_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'bigint', name: 'campaign_id' })
  campaignId!: number;

  @Column({ type: 'text', name: 'unit_code' })
  unitCode!: string;

  @Column({ type: 'integer' })
  people!: number;

  @Column({ type: 'integer' })
  score!: number;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'boolean', name: 'on_behalf' })
  onBehalf!: boolean;

  @Column({ type: 'text', name: 'signed_by' })
  signedBy!: string;

  @Column({ type: 'text', name: 'signed_name' })
  signedName!: string;

  @Column({ type: 'timestamptz', name: 'signed_at', default: () => 'clock_timestamp()' })
  signedAt!: Date;
}
