import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A group of law parameters that are loaded and shown together. */
@Entity('law_packs')
export class LawPack {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'law_packs_pkey' })
  key!: string;

  @Column({ type: 'text' })
  name!: string;
}
