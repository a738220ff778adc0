import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts with their scope, sessions, and the one function by which a transaction learns who acts. */
export class Accounts1763700000008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE accounts (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        login text NOT NULL,
        name text NOT NULL,
        role text NOT NULL,
        block text,
        closed_scope boolean NOT NULL DEFAULT false,
        demo boolean NOT NULL DEFAULT false,
        password_hash text NOT NULL,
        password_is_one_time boolean NOT NULL,
        totp_secret text,
        totp_confirmed_at timestamptz,
        totp_last_step bigint,
        oidc_subject text,
        created_at timestamptz NOT NULL DEFAULT now(),
        disabled_at timestamptz,
        CONSTRAINT accounts_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT accounts_login_key UNIQUE (province_code, login),
        CONSTRAINT accounts_oidc_subject_key UNIQUE (province_code, oidc_subject),
        CONSTRAINT accounts_login_check CHECK (login ~ '^[a-z0-9][a-z0-9._-]{2,59}$'),
        CONSTRAINT accounts_role_check CHECK (role IN ('officer', 'manager', 'leader', 'auditor', 'administrator')),
        CONSTRAINT accounts_block_check CHECK (block IS NULL OR (block IN ('government', 'party') AND role = 'officer'))
      );

      CREATE TABLE account_scopes (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        account_id bigint NOT NULL,
        unit_code text NOT NULL,
        starts_on date NOT NULL,
        ends_on date,
        CONSTRAINT account_scopes_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT account_scopes_account_id_fkey FOREIGN KEY (province_code, account_id) REFERENCES accounts (province_code, id),
        CONSTRAINT account_scopes_span_check CHECK (ends_on > starts_on)
      );
      CREATE INDEX account_scopes_account_id_idx ON account_scopes (province_code, account_id);

      CREATE TABLE sessions (
        key text NOT NULL,
        province_code text NOT NULL,
        account_id bigint NOT NULL,
        stage text NOT NULL,
        csrf_token text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        idle_until timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        address text NOT NULL,
        agent text NOT NULL,
        CONSTRAINT sessions_pkey PRIMARY KEY (key),
        CONSTRAINT sessions_account_id_fkey FOREIGN KEY (province_code, account_id) REFERENCES accounts (province_code, id),
        CONSTRAINT sessions_stage_check CHECK (stage IN ('full', 'second-factor', 'new-password', 'enrol-second-factor'))
      );
      CREATE INDEX sessions_account_id_idx ON sessions (province_code, account_id);

      CREATE TABLE sign_in_failures (
        province_code text NOT NULL,
        login text NOT NULL,
        failures integer NOT NULL,
        failed_at timestamptz NOT NULL,
        locked_until timestamptz,
        CONSTRAINT sign_in_failures_pkey PRIMARY KEY (province_code, login)
      );

      CREATE TABLE access_settings (
        province_code text NOT NULL,
        second_factor_required boolean NOT NULL,
        CONSTRAINT access_settings_pkey PRIMARY KEY (province_code)
      );
    `);
    await queryRunner.query(ACT_AS);
    await queryRunner.query(`
      REVOKE EXECUTE ON FUNCTION act_as(text, text, text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION act_as(text, text, text, text) TO bo_tri_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION act_as(text, text, text, text);
      DROP TABLE access_settings, sign_in_failures, sessions, account_scopes, accounts;
    `);
  }
}

/**
 * Tells the transaction who acts. Of an account only the session's key is believed: role, block and scope are looked up
 * here, so the program cannot claim more than the account has. `bo_tri.units` holds the ids of the units in scope.
 */
const ACT_AS = `
  CREATE FUNCTION act_as(province text, actor text, unsigned_role text, session text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    AS $$
    DECLARE
      acting record;
      units text := '{}';
    BEGIN
      IF session IS NULL THEN
        IF unsigned_role NOT IN ('operator', 'gate') THEN
          RAISE EXCEPTION 'a % acts in a session only', unsigned_role USING ERRCODE = 'insufficient_privilege';
        END IF;
        SELECT actor AS login, unsigned_role AS role, NULL::text AS block, unsigned_role = 'operator' AS closed_scope
          INTO acting;
      ELSE
        SELECT a.id, a.login, a.role, a.block, a.closed_scope INTO acting
        FROM sessions s
        JOIN accounts a ON a.province_code = s.province_code AND a.id = s.account_id
        WHERE s.key = session AND s.province_code = province AND s.stage = 'full' AND a.login = actor
          AND s.idle_until > now() AND s.expires_at > now() AND a.disabled_at IS NULL;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'the session has ended' USING ERRCODE = 'invalid_authorization_specification';
        END IF;
        IF acting.role IN ('manager', 'leader') THEN
          WITH RECURSIVE scope AS (
            SELECT u.id
            FROM account_scopes g
            JOIN units u ON u.province_code = g.province_code AND u.code = g.unit_code
              AND daterange(u.starts_on, u.ends_on) && daterange(g.starts_on, g.ends_on)
            WHERE g.province_code = province AND g.account_id = acting.id
              AND daterange(g.starts_on, g.ends_on) @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
            UNION
            SELECT u.id FROM units u JOIN scope ON u.province_code = province AND u.parent_id = scope.id
          )
          SELECT coalesce(array_agg(id), '{}')::text INTO units FROM scope;
        END IF;
      END IF;
      PERFORM set_config('bo_tri.province', province, true),
        set_config('bo_tri.actor', acting.login, true),
        set_config('bo_tri.role', acting.role, true),
        set_config('bo_tri.block', coalesce(acting.block, ''), true),
        set_config('bo_tri.wide', CASE WHEN acting.role = 'operator' OR (acting.role = 'officer' AND acting.block IS NULL)
          THEN 'on' ELSE 'off' END, true),
        set_config('bo_tri.closed', CASE WHEN acting.closed_scope THEN 'on' ELSE 'off' END, true),
        set_config('bo_tri.units', units, true),
        set_config('bo_tri.transaction', gen_random_uuid()::text, true);
    END $$;`;
