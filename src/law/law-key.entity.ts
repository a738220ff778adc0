import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { LawPack } from './law-pack.entity.js';
import { KEY_KINDS, type KeyKind } from './law-version.js';

/** A parameter that there may be, with or without a value yet: what it is called, and which kind of value it has. */
@Entity('law_keys')
@ForeignKey(() => LawPack, ['packKey'], ['key'], { name: 'law_keys_pack_key_fkey' })
@Check('law_keys_kind_check', oneOf('kind', KEY_KINDS))
export class LawKey {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'law_keys_pkey' })
  key!: string;

  @Column({ type: 'text', name: 'pack_key' })
  packKey!: string;

  @Column({ type: 'text' })
  kind!: KeyKind;

  /** A unit may have a value of its own: rules ask for it unit by unit. */
  @Column({ type: 'boolean', name: 'by_unit' })
  byUnit!: boolean;

  @Column({ type: 'text', name: 'name_vi' })
  nameVi!: string;

  @Column({ type: 'text', name: 'name_en' })
  nameEn!: string;
}
