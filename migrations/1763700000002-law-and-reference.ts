import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Dated law parameters, and the reference data that every province shares. */
export class LawAndReference1763700000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE law_packs (
        key text NOT NULL,
        name text NOT NULL,
        CONSTRAINT law_packs_pkey PRIMARY KEY (key)
      );

      CREATE TABLE law_parameters (
        id bigint GENERATED ALWAYS AS IDENTITY,
        pack_key text NOT NULL,
        key text NOT NULL,
        value jsonb NOT NULL,
        scope text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        source_document text NOT NULL,
        source_article text,
        source_on date,
        evidence text NOT NULL,
        note text,
        CONSTRAINT law_parameters_pkey PRIMARY KEY (id),
        CONSTRAINT law_parameters_pack_key_fkey FOREIGN KEY (pack_key) REFERENCES law_packs (key),
        CONSTRAINT law_parameters_evidence_check CHECK (evidence IN ('found', 'recalled', 'derived', 'confirmed')),
        CONSTRAINT law_parameters_scope_check CHECK (scope ~ '^(nation|province:[0-9]{2}|unit:.+)$'),
        CONSTRAINT law_parameters_span_check CHECK (ends_on > starts_on),
        CONSTRAINT law_parameters_span_excl EXCLUDE USING gist
          (key WITH =, scope WITH =, daterange(starts_on, ends_on) WITH &&)
      );

      CREATE TABLE fields (
        code text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        division_kind text,
        CONSTRAINT fields_pkey PRIMARY KEY (code)
      );

      CREATE TABLE major_groups (
        code text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        CONSTRAINT major_groups_pkey PRIMARY KEY (code)
      );

      CREATE TABLE majors (
        spelling text NOT NULL,
        major_group text NOT NULL,
        CONSTRAINT majors_pkey PRIMARY KEY (spelling),
        CONSTRAINT majors_major_group_fkey FOREIGN KEY (major_group) REFERENCES major_groups (code)
      );

      CREATE TABLE major_relations (
        major_group text NOT NULL,
        related_group text NOT NULL,
        basis text NOT NULL,
        CONSTRAINT major_relations_pkey PRIMARY KEY (major_group, related_group),
        CONSTRAINT major_relations_major_group_fkey FOREIGN KEY (major_group) REFERENCES major_groups (code),
        CONSTRAINT major_relations_related_group_fkey FOREIGN KEY (related_group) REFERENCES major_groups (code)
      );

      CREATE TABLE ranks (
        code text NOT NULL,
        name text NOT NULL,
        ladder text NOT NULL,
        level integer NOT NULL,
        CONSTRAINT ranks_pkey PRIMARY KEY (code),
        CONSTRAINT ranks_level_check CHECK (level BETWEEN 1 AND 5)
      );

      CREATE TABLE rank_steps (
        rank_code text NOT NULL,
        step integer NOT NULL,
        coefficient double precision NOT NULL,
        CONSTRAINT rank_steps_pkey PRIMARY KEY (rank_code, step),
        CONSTRAINT rank_steps_rank_code_fkey FOREIGN KEY (rank_code) REFERENCES ranks (code)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE rank_steps, ranks, major_relations, majors, major_groups, fields, law_parameters, law_packs;
    `);
  }
}
