import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Units, positions, seats and people through time. Spans are half-open; a missing end means "still in force". */
export class Registry1763700000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE units (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        code text NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        level text NOT NULL,
        parent_id bigint,
        starts_on date NOT NULL,
        ends_on date,
        zone text,
        border boolean NOT NULL DEFAULT false,
        area_km2 double precision,
        population integer,
        latitude double precision,
        longitude double precision,
        legal_basis text,
        CONSTRAINT units_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT units_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT units_parent_id_fkey FOREIGN KEY (province_code, parent_id) REFERENCES units (province_code, id),
        CONSTRAINT units_code_starts_on_key UNIQUE (province_code, code, starts_on),
        CONSTRAINT units_code_excl EXCLUDE USING gist
          (province_code WITH =, code WITH =, daterange(starts_on, ends_on) WITH &&),
        CONSTRAINT units_span_check CHECK (ends_on > starts_on),
        CONSTRAINT units_level_check CHECK (level IN ('province', 'department', 'district', 'commune', 'division')),
        CONSTRAINT units_zone_check CHECK (zone IN ('I', 'II', 'III')),
        CONSTRAINT units_area_km2_check CHECK (area_km2 >= 0),
        CONSTRAINT units_population_check CHECK (population >= 0)
      );
      CREATE INDEX units_parent_id_idx ON units (province_code, parent_id);
      CREATE INDEX units_name_folded_idx ON units (province_code, folded(name));

      CREATE TABLE unit_successions (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        old_unit_id bigint NOT NULL,
        new_unit_id bigint NOT NULL,
        kind text NOT NULL,
        share double precision,
        main boolean NOT NULL,
        effective_on date NOT NULL,
        legal_basis text NOT NULL,
        CONSTRAINT unit_successions_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT unit_successions_old_unit_id_fkey FOREIGN KEY (province_code, old_unit_id) REFERENCES units (province_code, id),
        CONSTRAINT unit_successions_new_unit_id_fkey FOREIGN KEY (province_code, new_unit_id) REFERENCES units (province_code, id),
        CONSTRAINT unit_successions_old_new_key UNIQUE (province_code, old_unit_id, new_unit_id),
        CONSTRAINT unit_successions_kind_check CHECK (kind IN ('whole', 'part', 'remainder')),
        CONSTRAINT unit_successions_share_check CHECK (share >= 0 AND share <= 1)
      );
      CREATE UNIQUE INDEX unit_successions_main_key ON unit_successions (province_code, old_unit_id) WHERE main;
      CREATE INDEX unit_successions_new_unit_id_idx ON unit_successions (province_code, new_unit_id);

      CREATE TABLE positions (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        code text NOT NULL,
        name text NOT NULL,
        name_en text,
        catalogue text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        block text NOT NULL,
        division_kind text,
        position_group text NOT NULL,
        field_code text,
        min_degree text,
        major_groups text[] NOT NULL DEFAULT '{}',
        ranks text[] NOT NULL DEFAULT '{}',
        certificates text[] NOT NULL DEFAULT '{}',
        given boolean NOT NULL DEFAULT false,
        evidence text NOT NULL,
        source text NOT NULL,
        CONSTRAINT positions_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT positions_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT positions_field_code_fkey FOREIGN KEY (field_code) REFERENCES fields (code),
        CONSTRAINT positions_code_starts_on_key UNIQUE (province_code, code, starts_on),
        CONSTRAINT positions_code_excl EXCLUDE USING gist
          (province_code WITH =, code WITH =, daterange(starts_on, ends_on) WITH &&),
        CONSTRAINT positions_span_check CHECK (ends_on > starts_on),
        CONSTRAINT positions_block_check CHECK (block IN ('government', 'party', 'front', 'military', 'public-service')),
        CONSTRAINT positions_group_check CHECK (position_group IN ('leader', 'professional', 'support')),
        CONSTRAINT positions_min_degree_check CHECK
          (min_degree IN ('primary', 'intermediate', 'college', 'university', 'master', 'doctorate')),
        CONSTRAINT positions_evidence_check CHECK (evidence IN ('found', 'recalled', 'derived', 'confirmed'))
      );

      CREATE TABLE position_successions (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        old_position_id bigint NOT NULL,
        new_position_id bigint NOT NULL,
        preference integer NOT NULL,
        major_groups text[] NOT NULL DEFAULT '{}',
        CONSTRAINT position_successions_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT position_successions_old_position_id_fkey FOREIGN KEY (province_code, old_position_id) REFERENCES positions (province_code, id),
        CONSTRAINT position_successions_new_position_id_fkey FOREIGN KEY (province_code, new_position_id) REFERENCES positions (province_code, id),
        CONSTRAINT position_successions_old_new_preference_key UNIQUE (province_code, old_position_id, new_position_id, preference),
        CONSTRAINT position_successions_preference_check CHECK (preference >= 1)
      );

      CREATE TABLE establishments (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        unit_id bigint NOT NULL,
        position_id bigint NOT NULL,
        seats integer NOT NULL,
        required integer NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        basis text NOT NULL,
        CONSTRAINT establishments_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT establishments_unit_id_fkey FOREIGN KEY (province_code, unit_id) REFERENCES units (province_code, id),
        CONSTRAINT establishments_position_id_fkey FOREIGN KEY (province_code, position_id) REFERENCES positions (province_code, id),
        CONSTRAINT establishments_unit_position_excl EXCLUDE USING gist
          (province_code WITH =, unit_id WITH =, position_id WITH =, daterange(starts_on, ends_on) WITH &&),
        CONSTRAINT establishments_span_check CHECK (ends_on > starts_on),
        CONSTRAINT establishments_required_check CHECK (required BETWEEN 0 AND seats)
      );

      CREATE TABLE norms (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        unit_id bigint NOT NULL,
        block text NOT NULL,
        headcount integer NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        basis text NOT NULL,
        evidence text NOT NULL,
        CONSTRAINT norms_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT norms_unit_id_fkey FOREIGN KEY (province_code, unit_id) REFERENCES units (province_code, id),
        CONSTRAINT norms_unit_block_excl EXCLUDE USING gist
          (province_code WITH =, unit_id WITH =, block WITH =, daterange(starts_on, ends_on) WITH &&),
        CONSTRAINT norms_span_check CHECK (ends_on > starts_on),
        CONSTRAINT norms_headcount_check CHECK (headcount >= 0),
        CONSTRAINT norms_block_check CHECK (block IN ('government', 'party', 'front', 'military', 'public-service')),
        CONSTRAINT norms_evidence_check CHECK (evidence IN ('found', 'recalled', 'derived', 'confirmed'))
      );

      CREATE TABLE aliases (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        kind text NOT NULL,
        spelling text NOT NULL,
        target_code text NOT NULL,
        starts_on date,
        ends_on date,
        note text,
        CONSTRAINT aliases_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT aliases_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT aliases_kind_check CHECK (kind IN ('unit', 'position', 'degree', 'rank', 'rating')),
        CONSTRAINT aliases_kind_spelling_target_key UNIQUE (province_code, kind, spelling, target_code)
      );

      CREATE TABLE staff (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        key text NOT NULL,
        personal_number text,
        full_name text NOT NULL,
        sex text,
        born_on text,
        ethnicity text,
        religion text,
        home_text text,
        home_unit_id bigint,
        address_text text,
        recruited_on text,
        party_probationary_on text,
        party_official_on text,
        general_education text,
        degree text,
        major text,
        major_group text,
        study_mode text,
        school text,
        political_theory text,
        state_management text,
        foreign_language text,
        informatics text,
        certificates text[] NOT NULL DEFAULT '{}',
        rank_code text,
        step integer,
        coefficient double precision,
        step_on text,
        position_allowance double precision,
        over_grade_percent double precision,
        planned_title text,
        insurance_years double precision,
        spouse_personal_number text,
        note text,
        unknown_columns jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT staff_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT staff_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT staff_home_unit_id_fkey FOREIGN KEY (province_code, home_unit_id) REFERENCES units (province_code, id),
        CONSTRAINT staff_major_group_fkey FOREIGN KEY (major_group) REFERENCES major_groups (code),
        CONSTRAINT staff_rank_code_fkey FOREIGN KEY (rank_code) REFERENCES ranks (code),
        CONSTRAINT staff_key_key UNIQUE (province_code, key),
        CONSTRAINT staff_personal_number_key UNIQUE (province_code, personal_number),
        CONSTRAINT staff_personal_number_check CHECK (personal_number ~ '^[0-9]{12}$'),
        CONSTRAINT staff_sex_check CHECK (sex IN ('male', 'female')),
        CONSTRAINT staff_born_on_check CHECK (born_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
        CONSTRAINT staff_degree_check CHECK
          (degree IN ('primary', 'intermediate', 'college', 'university', 'master', 'doctorate'))
      );
      CREATE INDEX staff_full_name_folded_idx ON staff (province_code, folded(full_name));

      CREATE TABLE staff_ratings (
        province_code text NOT NULL,
        staff_id bigint NOT NULL,
        year integer NOT NULL,
        rating text NOT NULL,
        CONSTRAINT staff_ratings_pkey PRIMARY KEY (province_code, staff_id, year),
        CONSTRAINT staff_ratings_staff_id_fkey FOREIGN KEY (province_code, staff_id) REFERENCES staff (province_code, id) ON DELETE CASCADE
      );

      CREATE TABLE staff_languages (
        province_code text NOT NULL,
        staff_id bigint NOT NULL,
        language text NOT NULL,
        CONSTRAINT staff_languages_pkey PRIMARY KEY (province_code, staff_id, language),
        CONSTRAINT staff_languages_staff_id_fkey FOREIGN KEY (province_code, staff_id) REFERENCES staff (province_code, id) ON DELETE CASCADE
      );

      CREATE TABLE staff_conditions (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        staff_id bigint NOT NULL,
        condition_case text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        lifted_by_request boolean NOT NULL DEFAULT false,
        note text,
        CONSTRAINT staff_conditions_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT staff_conditions_staff_id_fkey FOREIGN KEY (province_code, staff_id) REFERENCES staff (province_code, id) ON DELETE CASCADE,
        CONSTRAINT staff_conditions_case_check CHECK (condition_case IN
          ('discipline', 'prosecution', 'grave-illness', 'study-or-seconded', 'maternity', 'hard-circumstances', 'other')),
        CONSTRAINT staff_conditions_span_check CHECK (ends_on > starts_on)
      );
      CREATE INDEX staff_conditions_staff_id_idx ON staff_conditions (province_code, staff_id);

      CREATE TABLE wishes (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        staff_id bigint NOT NULL,
        campaign text NOT NULL,
        kind text NOT NULL,
        communes text[] NOT NULL DEFAULT '{}',
        accepted boolean NOT NULL DEFAULT false,
        note text,
        CONSTRAINT wishes_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT wishes_staff_id_fkey FOREIGN KEY (province_code, staff_id) REFERENCES staff (province_code, id) ON DELETE CASCADE,
        CONSTRAINT wishes_staff_campaign_key UNIQUE (province_code, staff_id, campaign),
        CONSTRAINT wishes_kind_check CHECK (kind IN ('stay', 'move', 'retire-early', 'leave')),
        CONSTRAINT wishes_communes_check CHECK (cardinality(communes) <= 3)
      );

      CREATE TABLE postings (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        staff_id bigint NOT NULL,
        unit_id bigint NOT NULL,
        position_id bigint NOT NULL,
        kind text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        seated boolean NOT NULL,
        fit text,
        failed_tests text[] NOT NULL DEFAULT '{}',
        absent boolean NOT NULL DEFAULT false,
        title_text text,
        proposed_unit_text text,
        proposed_position_text text,
        source_kind text NOT NULL,
        source_id bigint,
        CONSTRAINT postings_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT postings_staff_id_fkey FOREIGN KEY (province_code, staff_id) REFERENCES staff (province_code, id),
        CONSTRAINT postings_unit_id_fkey FOREIGN KEY (province_code, unit_id) REFERENCES units (province_code, id),
        CONSTRAINT postings_position_id_fkey FOREIGN KEY (province_code, position_id) REFERENCES positions (province_code, id),
        CONSTRAINT postings_main_excl EXCLUDE USING gist
          (province_code WITH =, staff_id WITH =, daterange(starts_on, ends_on) WITH &&) WHERE (kind = 'main'),
        CONSTRAINT postings_span_check CHECK (ends_on > starts_on),
        CONSTRAINT postings_kind_check CHECK (kind IN ('main', 'concurrent', 'seconded')),
        CONSTRAINT postings_fit_check CHECK (fit IN ('exact', 'related', 'after-training', 'out-of-field')),
        CONSTRAINT postings_source_kind_check CHECK (source_kind IN ('roster', 'scenario', 'decision'))
      );
      CREATE INDEX postings_unit_position_idx ON postings (province_code, unit_id, position_id);
      CREATE INDEX postings_staff_id_idx ON postings (province_code, staff_id);
      CREATE INDEX postings_source_idx ON postings (province_code, source_kind, source_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE postings, wishes, staff_conditions, staff_languages, staff_ratings, staff, aliases, norms,
        establishments, position_successions, positions, unit_successions, units;
    `);
  }
}
