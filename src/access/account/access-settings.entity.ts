import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import { ROLES, type Role } from '../../shared/actor.js';

/** What the administrator has decided for the installation. */
@Entity('access_settings')
@Check(
  'access_settings_second_factor_roles_check',
  `second_factor_roles <@ ARRAY[${ROLES.map((role) => `'${role}'`).join(', ')}]`,
)
export class AccessSettings {
  @PrimaryColumn({
    type: 'text',
    name: 'province_code',
    primaryKeyConstraintName: 'access_settings_pkey',
  })
  provinceCode!: string;

  /** Beside those that the installation itself asks for. */
  @Column({ type: 'text', array: true, name: 'second_factor_roles', default: () => "'{}'" })
  secondFactorRoles!: Role[];
}
