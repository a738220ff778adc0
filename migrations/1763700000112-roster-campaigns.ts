import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Campaigns that ask units for their rosters by a day, and what a unit's manager signed: the hash of its people as they
 * stood. Signatures are only added; a unit's own are seen and made by its manager, all by whoever sees the province.
 */
export class RosterCampaigns1763700000112 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE roster_campaigns (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        name text NOT NULL,
        as_of date NOT NULL,
        due_on date NOT NULL,
        unit_codes text[] NOT NULL,
        created_by text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT roster_campaigns_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT roster_campaigns_province_code_fkey FOREIGN KEY (province_code) REFERENCES provinces (code),
        CONSTRAINT roster_campaigns_units_check CHECK (cardinality(unit_codes) > 0)
      );
      CREATE TABLE roster_signatures (
        province_code text NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        campaign_id bigint NOT NULL,
        unit_code text NOT NULL,
        people integer NOT NULL,
        score integer NOT NULL,
        hash text NOT NULL,
        on_behalf boolean NOT NULL,
        signed_by text NOT NULL,
        signed_name text NOT NULL,
        signed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
        CONSTRAINT roster_signatures_pkey PRIMARY KEY (province_code, id),
        CONSTRAINT roster_signatures_campaign_id_fkey FOREIGN KEY (province_code, campaign_id)
          REFERENCES roster_campaigns (province_code, id) ON DELETE CASCADE
      );
      CREATE INDEX roster_signatures_campaign_id_idx ON roster_signatures (province_code, campaign_id, unit_code);
      ALTER TABLE roster_campaigns ENABLE ROW LEVEL SECURITY;
      ALTER TABLE roster_signatures ENABLE ROW LEVEL SECURITY;
      CREATE POLICY roster_campaigns_select ON roster_campaigns FOR SELECT TO bo_tri_app
        USING (${PROVINCE} AND (${WIDE} OR ${MANAGER}));
      CREATE POLICY roster_campaigns_insert ON roster_campaigns FOR INSERT TO bo_tri_app WITH CHECK (${PROVINCE} AND ${WIDE});
      CREATE POLICY roster_signatures_select ON roster_signatures FOR SELECT TO bo_tri_app
        USING (${PROVINCE} AND (${WIDE} OR (${MANAGER} AND ${OWN})));
      CREATE POLICY roster_signatures_insert ON roster_signatures FOR INSERT TO bo_tri_app
        WITH CHECK (${PROVINCE} AND (${WIDE} OR (${MANAGER} AND NOT on_behalf AND ${OWN})));
      REVOKE UPDATE, DELETE, TRUNCATE ON roster_campaigns, roster_signatures FROM bo_tri_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE roster_signatures, roster_campaigns;');
  }
}

const setting = (name: string): string => `current_setting('bo_tri.${name}', true)`;
const PROVINCE = `province_code = (SELECT ${setting('province')})`;
const WIDE = `(SELECT ${setting('wide')} = 'on')`;
const MANAGER = `(SELECT ${setting('role')} = 'manager')`;
const OWN = `unit_code IN (SELECT code FROM units WHERE id = ANY ((SELECT acting_units())::bigint[]))`;
