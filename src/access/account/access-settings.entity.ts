import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the administrator has decided for the installation. */
@Entity('access_settings')
export class AccessSettings {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'access_settings_pkey',
  })
  provinceCode!: string;

  @Column({ type: 'boolean', name: 'second_factor_required' })
  secondFactorRequired!: boolean;
}
