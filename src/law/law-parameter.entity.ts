import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from '../database/one-of.js';
import { EVIDENCE, type Evidence } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import { LawPack } from './law-pack.entity.js';

/** A figure that law decides, during a span, with its source and how sure we are of it. */
@Entity('law_parameters')
@ForeignKey(() => LawPack, ['packKey'], ['key'], { name: 'law_parameters_pack_key_fkey' })
@Exclusion(
  'law_parameters_span_excl',
  'USING gist (key WITH =, scope WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (superseded_at IS NULL)',
)
@Check('law_parameters_evidence_check', oneOf('evidence', EVIDENCE))
@Check('law_parameters_scope_check', "scope ~ '^(nation|province:[0-9]{2}|unit:.+)$'")
@Check('law_parameters_span_check', 'ends_on > starts_on')
export class LawParameter {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    primaryKeyConstraintName: 'law_parameters_pkey',
    generatedIdentity: 'ALWAYS',
  })
  id!: number;

  @Column({ type: 'text', name: 'pack_key' })
  packKey!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  value!: unknown;

  @Column({ type: 'text' })
  scope!: string;

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: Day;

  @Column({ type: 'date', name: 'ends_on', nullable: true })
  endsOn!: Day | null;

  @Column({ type: 'text', name: 'source_document' })
  sourceDocument!: string;

  @Column({ type: 'text', name: 'source_article', nullable: true })
  sourceArticle!: string | null;

  @Column({ type: 'date', name: 'source_on', nullable: true })
  sourceOn!: Day | null;

  @Column({ type: 'text' })
  evidence!: Evidence;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'timestamptz', name: 'recorded_at', default: () => 'now()' })
  recordedAt!: Date;

  /** The account; null = shipped with the program. */
  @Column({ type: 'text', name: 'recorded_by', nullable: true })
  recordedBy!: string | null;

  /** A newer version stands in its place since then; null = it stands. */
  @Column({ type: 'timestamptz', name: 'superseded_at', nullable: true })
  supersededAt!: Date | null;
}
