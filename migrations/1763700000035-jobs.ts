import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Background work: the queue of pg-boss, and what the program knows of each job.
 *
 * The queue is pg-boss' own schema of version 24 (pg-boss 10), made here by the owner; the application has rights on rows
 * only. Where pg-boss would make a partition for each queue at run time, one partition holds them all.
 */
export class Jobs1763700000035 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const sql of [...QUEUE, JOBS]) await queryRunner.query(sql);
    for (const [act, condition] of Object.entries(POLICIES))
      await queryRunner.query(policyOf(act, condition));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE jobs; DROP SCHEMA pgboss CASCADE;`);
  }
}

const QUEUE = [
  `CREATE SCHEMA pgboss;
   CREATE TYPE pgboss.job_state AS ENUM ('created', 'retry', 'active', 'completed', 'cancelled', 'failed');`,
  `CREATE TABLE pgboss.version (
     version integer NOT NULL,
     maintained_on timestamptz,
     cron_on timestamptz,
     monitored_on timestamptz,
     CONSTRAINT version_pkey PRIMARY KEY (version)
   );
   INSERT INTO pgboss.version (version) VALUES (24);`,
  `CREATE TABLE pgboss.queue (
     name text NOT NULL,
     policy text,
     retry_limit integer,
     retry_delay integer,
     retry_backoff boolean,
     expire_seconds integer,
     retention_minutes integer,
     dead_letter text,
     partition_name text,
     created_on timestamptz NOT NULL DEFAULT now(),
     updated_on timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT queue_pkey PRIMARY KEY (name),
     CONSTRAINT queue_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name)
   );
   CREATE TABLE pgboss.schedule (
     name text NOT NULL,
     cron text NOT NULL,
     timezone text,
     data jsonb,
     options jsonb,
     created_on timestamptz NOT NULL DEFAULT now(),
     updated_on timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT schedule_pkey PRIMARY KEY (name),
     CONSTRAINT schedule_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE CASCADE
   );
   CREATE TABLE pgboss.subscription (
     event text NOT NULL,
     name text NOT NULL,
     created_on timestamptz NOT NULL DEFAULT now(),
     updated_on timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT subscription_pkey PRIMARY KEY (event, name),
     CONSTRAINT subscription_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) ON DELETE CASCADE
   );`,
  `CREATE TABLE pgboss.job (
     id uuid NOT NULL DEFAULT gen_random_uuid(),
     name text NOT NULL,
     priority integer NOT NULL DEFAULT 0,
     data jsonb,
     state pgboss.job_state NOT NULL DEFAULT 'created',
     retry_limit integer NOT NULL DEFAULT 2,
     retry_count integer NOT NULL DEFAULT 0,
     retry_delay integer NOT NULL DEFAULT 0,
     retry_backoff boolean NOT NULL DEFAULT false,
     start_after timestamptz NOT NULL DEFAULT now(),
     started_on timestamptz,
     singleton_key text,
     singleton_on timestamp,
     expire_in interval NOT NULL DEFAULT interval '15 minutes',
     created_on timestamptz NOT NULL DEFAULT now(),
     completed_on timestamptz,
     keep_until timestamptz NOT NULL DEFAULT now() + interval '14 days',
     output jsonb,
     dead_letter text,
     policy text,
     CONSTRAINT job_pkey PRIMARY KEY (name, id),
     CONSTRAINT job_name_fkey FOREIGN KEY (name) REFERENCES pgboss.queue (name) DEFERRABLE INITIALLY DEFERRED,
     CONSTRAINT job_dead_letter_fkey FOREIGN KEY (dead_letter) REFERENCES pgboss.queue (name) DEFERRABLE INITIALLY DEFERRED
   ) PARTITION BY LIST (name);
   CREATE TABLE pgboss.job_all PARTITION OF pgboss.job DEFAULT;
   CREATE UNIQUE INDEX job_all_i1 ON pgboss.job_all (name, coalesce(singleton_key, '')) WHERE state = 'created' AND policy = 'short';
   CREATE UNIQUE INDEX job_all_i2 ON pgboss.job_all (name, coalesce(singleton_key, '')) WHERE state = 'active' AND policy = 'singleton';
   CREATE UNIQUE INDEX job_all_i3 ON pgboss.job_all (name, state, coalesce(singleton_key, '')) WHERE state <= 'active' AND policy = 'stately';
   CREATE UNIQUE INDEX job_all_i4 ON pgboss.job_all (name, singleton_on, coalesce(singleton_key, '')) WHERE state <> 'cancelled' AND singleton_on IS NOT NULL;
   CREATE INDEX job_all_i5 ON pgboss.job_all (name, start_after) INCLUDE (priority, created_on, id) WHERE state < 'active';`,
  `CREATE TABLE pgboss.archive (LIKE pgboss.job);
   ALTER TABLE pgboss.archive ADD CONSTRAINT archive_pkey PRIMARY KEY (name, id),
     ADD archived_on timestamptz NOT NULL DEFAULT now();
   CREATE INDEX archive_i1 ON pgboss.archive (archived_on);`,
  // A queue is a row: the application may make one, and no table.
  `CREATE FUNCTION pgboss.create_queue(queue_name text, options json) RETURNS void LANGUAGE sql
     AS $$ INSERT INTO pgboss.queue (name, policy, partition_name) VALUES (queue_name, options->>'policy', 'job_all')
           ON CONFLICT DO NOTHING $$;
   REVOKE EXECUTE ON FUNCTION pgboss.create_queue(text, json) FROM PUBLIC;
   GRANT USAGE ON SCHEMA pgboss TO bo_tri_app;
   GRANT EXECUTE ON FUNCTION pgboss.create_queue(text, json) TO bo_tri_app;
   GRANT SELECT ON pgboss.version TO bo_tri_app;
   GRANT SELECT, INSERT ON pgboss.queue TO bo_tri_app;
   GRANT SELECT, INSERT, UPDATE, DELETE ON pgboss.job TO bo_tri_app;`,
];

const JOBS = `
  CREATE TABLE jobs (
    province_code text NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL,
    state text NOT NULL DEFAULT 'queued',
    asked_by text NOT NULL,
    asked_by_name text NOT NULL,
    scenario_id bigint,
    input jsonb NOT NULL,
    time_limit_seconds integer NOT NULL,
    phase text,
    fraction double precision NOT NULL DEFAULT '0',
    -- Grows with every start: whoever worked an earlier one may write no more.
    attempt integer NOT NULL DEFAULT 0,
    -- How often whoever worked it was gone without a word.
    lost integer NOT NULL DEFAULT 0,
    cancel_asked boolean NOT NULL DEFAULT false,
    result_id bigint,
    error_code text,
    error text,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    -- The last sign of life of whoever works it.
    beat_at timestamptz,
    finished_at timestamptz,
    CONSTRAINT jobs_pkey PRIMARY KEY (province_code, id),
    CONSTRAINT jobs_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
    CONSTRAINT jobs_scenario_id_fkey FOREIGN KEY (province_code, scenario_id) REFERENCES scenarios (province_code, id) ON DELETE CASCADE,
    CONSTRAINT jobs_kind_check CHECK (kind IN ('placement')),
    CONSTRAINT jobs_state_check CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    CONSTRAINT jobs_fraction_check CHECK (fraction BETWEEN 0 AND 1),
    CONSTRAINT jobs_time_limit_seconds_check CHECK (time_limit_seconds > 0),
    CONSTRAINT jobs_finished_at_check CHECK ((finished_at IS NOT NULL) = (state IN ('done', 'failed', 'cancelled'))),
    CONSTRAINT jobs_error_check CHECK ((error IS NOT NULL) = (state = 'failed'))
  );
  CREATE INDEX jobs_scenario_id_idx ON jobs (province_code, scenario_id);
  CREATE INDEX jobs_unfinished_idx ON jobs (province_code, id) WHERE finished_at IS NULL;
  ALTER TABLE jobs ENABLE ROW LEVEL SECURITY;
`;

const setting = (name: string): string => `(SELECT current_setting('bo_tri.${name}', true))`;
const WIDE = `${setting('wide')} = 'on'`;
const OWN = `asked_by = ${setting('actor')}`;

/** Who sees the whole province sees its jobs; everybody else their own. */
const POLICIES: Readonly<Record<string, string>> = {
  select: `${WIDE} OR ${OWN}`,
  insert: `${WIDE} OR (${OWN} AND ${setting('role')} IN ('officer', 'manager'))`,
  update: `${WIDE} OR ${OWN}`,
  delete: WIDE,
};

function policyOf(act: string, condition: string): string {
  const whole = `(province_code = ${setting('province')} AND (${condition}))`;
  const clause = {
    select: `USING ${whole}`,
    insert: `WITH CHECK ${whole}`,
    update: `USING ${whole} WITH CHECK ${whole}`,
    delete: `USING ${whole}`,
  }[act];
  return `CREATE POLICY jobs_${act} ON jobs FOR ${act.toUpperCase()} TO bo_tri_app ${clause}`;
}
