import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The gap, once for all screens and files: who holds which seat, and what is surplus, vacant, misfit and short.
 *
 * Each function takes the province and exactly one of `run` (inside a scenario: its frozen facts and the run's proposals)
 * and `on_day` (the registry on that day, spans half-open). Both ways share every line that counts.
 *
 * They run with the rights of the caller. The set path makes them safe to call from anywhere and keeps them from being
 * inlined, so that the row estimates hold; no nested loops, because the embedded engine has no statistics and would take
 * three thousand rows for one.
 */
export class Gap1763700000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [signature, body] of FUNCTIONS) {
      await queryRunner.query(`CREATE FUNCTION ${signature} ${OPTIONS} AS $$ ${body} $$`);
      const name = nameOf(signature);
      await queryRunner.query(`REVOKE ALL ON FUNCTION ${name} FROM PUBLIC`);
      await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${name} TO bo_tri_app`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [signature] of [...FUNCTIONS].reverse()) {
      await queryRunner.query(`DROP FUNCTION ${nameOf(signature)}`);
    }
  }
}

const OPTIONS = `LANGUAGE sql STABLE SECURITY INVOKER ROWS 3000
  SET search_path = public, pg_temp SET enable_nestloop = off`;

const ARGUMENTS = '(province text, run bigint, on_day date)';

function nameOf(signature: string): string {
  return `${signature.slice(0, signature.indexOf('('))}(text, bigint, date)`;
}

/**
 * The units that stand, each with the commune it counts to: the nearest that is no division, itself included. Inside a
 * scenario these are the created units, and the old ones that neither have a successor nor lie under one that has.
 */
const UNITS = [
  `gap_units${ARGUMENTS} RETURNS TABLE
    (code text, name text, level text, commune_code text, commune_name text, zone text, border boolean)`,
  `WITH RECURSIVE fact AS MATERIALIZED (
    SELECT f.kind, f.fact
    FROM scenario_facts f
    JOIN placement_runs r ON r.province_code = f.province_code AND r.scenario_id = f.scenario_id
    WHERE r.province_code = province AND r.id = run AND f.kind IN ('unit', 'succession')
  ), known AS MATERIALIZED (
    SELECT fact->>'code' AS code, fact->>'name' AS name, fact->>'level' AS level,
      fact->>'parentCode' AS parent_code, fact->>'zone' AS zone,
      coalesce((fact->>'border')::boolean, false) AS border, (fact->>'isNew')::boolean AS is_new
    FROM fact WHERE kind = 'unit'
  ), closed AS (
    SELECT fact->>'oldCode' AS code FROM fact WHERE kind = 'succession'
    UNION
    SELECT k.code FROM known k JOIN closed c ON c.code = k.parent_code WHERE NOT k.is_new
  ), standing AS MATERIALIZED (
    SELECT code, name, level, parent_code, zone, border FROM known WHERE is_new
    UNION ALL
    SELECT code, name, level, parent_code, zone, border FROM known
    WHERE NOT is_new AND code NOT IN (SELECT c.code FROM closed c)
      AND code NOT IN (SELECT k.code FROM known k WHERE k.is_new)
    UNION ALL
    SELECT u.code, u.name, u.level, p.code, u.zone, u.border
    FROM units u
    LEFT JOIN units p ON p.province_code = u.province_code AND p.id = u.parent_id
      AND p.starts_on <= on_day AND (p.ends_on IS NULL OR on_day < p.ends_on)
    WHERE u.province_code = province AND u.starts_on <= on_day AND (u.ends_on IS NULL OR on_day < u.ends_on)
  ), climb AS (
    SELECT code, code AS at_code, level, parent_code, 0 AS depth FROM standing
    UNION ALL
    SELECT c.code, s.code, s.level, s.parent_code, c.depth + 1
    FROM climb c JOIN standing s ON s.code = c.parent_code
    WHERE c.level = 'division' AND c.depth < 16
  ), counted AS (
    SELECT DISTINCT ON (code) code, at_code FROM climb ORDER BY code, depth DESC
  )
  SELECT s.code, s.name, s.level, top.code, top.name, top.zone, top.border
  FROM standing s
  JOIN counted c ON c.code = s.code
  JOIN standing top ON top.code = c.at_code`,
] as const;

/** The catalogue by code: the version in force, else the one that started last. */
const POSITIONS = [
  `gap_positions${ARGUMENTS} RETURNS TABLE
    (code text, name text, block text, field_code text, position_group text)`,
  `WITH version AS (
    SELECT p.code, p.name, p.block, p.field_code, p.position_group, p.starts_on, p.ends_on, on_day AS day
    FROM positions p WHERE p.province_code = province AND on_day IS NOT NULL
    UNION ALL
    SELECT f.fact->>'code', f.fact->>'name', f.fact->>'block', f.fact->>'field', f.fact->>'group',
      (f.fact->>'startsOn')::date, (f.fact->>'endsOn')::date, s.effective_on
    FROM scenario_facts f
    JOIN placement_runs r ON r.province_code = f.province_code AND r.scenario_id = f.scenario_id
    JOIN scenarios s ON s.province_code = r.province_code AND s.id = r.scenario_id
    WHERE r.province_code = province AND r.id = run AND f.kind = 'position'
  )
  SELECT DISTINCT ON (v.code) v.code, v.name, v.block, v.field_code, v.position_group
  FROM version v
  ORDER BY v.code, (v.starts_on <= v.day AND (v.ends_on IS NULL OR v.day < v.ends_on)) DESC, v.starts_on DESC`,
] as const;

/** Seats by the lowest unit and position; rows listed twice count together. */
const SEATS = [
  `gap_seats${ARGUMENTS} RETURNS TABLE
    (unit_code text, commune_code text, position_code text, seats integer, required integer)`,
  `WITH given AS (
    SELECT u.code AS unit_code, p.code AS position_code, e.seats, e.required
    FROM establishments e
    JOIN units u ON u.province_code = e.province_code AND u.id = e.unit_id
      AND u.starts_on <= on_day AND (u.ends_on IS NULL OR on_day < u.ends_on)
    JOIN positions p ON p.province_code = e.province_code AND p.id = e.position_id
    WHERE e.province_code = province AND e.starts_on <= on_day AND (e.ends_on IS NULL OR on_day < e.ends_on)
    UNION ALL
    SELECT f.fact->>'unitCode', f.fact->>'positionCode', (f.fact->>'seats')::integer, (f.fact->>'required')::integer
    FROM scenario_facts f
    JOIN placement_runs r ON r.province_code = f.province_code AND r.scenario_id = f.scenario_id
    WHERE r.province_code = province AND r.id = run AND f.kind = 'seat'
  )
  SELECT g.unit_code, u.commune_code, g.position_code, sum(g.seats)::integer, sum(g.required)::integer
  FROM given g JOIN gap_units(province, run, on_day) u ON u.code = g.unit_code
  GROUP BY g.unit_code, u.commune_code, g.position_code`,
] as const;

/**
 * The people, one row a posting: `main` ones are counted, `concurrent` and `seconded` ones may cover.
 *
 * - `seated`: given a seat, and a seat is there; where more are given one than there are, qualified people first, then by
 *   length of service. In a commune that was never given seats it is as recorded, and `counted` is false.
 * - `absent`: so recorded, or away for study or secondment by a condition in force on the day. A case of maternity also
 *   stands for a small child, so it alone is no absence.
 * - `covers`: qualified, there, and not at the same time the main holder of the same position.
 */
const HOLDERS = [
  `gap_holders${ARGUMENTS} RETURNS TABLE
    (staff_id bigint, person_key text, unit_code text, commune_code text, position_code text, block text, kind text,
     seated boolean, fit text, failed_tests text[], qualified boolean, absent boolean, covers boolean, counted boolean)`,
  `WITH away AS (
    SELECT DISTINCT c.staff_id FROM staff_conditions c
    WHERE c.province_code = province AND c.condition_case = 'study-or-seconded'
      AND c.starts_on <= on_day AND (c.ends_on IS NULL OR on_day < c.ends_on)
  ), scenario AS MATERIALIZED (
    SELECT s.id, s.effective_on
    FROM placement_runs r JOIN scenarios s ON s.province_code = r.province_code AND s.id = r.scenario_id
    WHERE r.province_code = province AND r.id = run
  ), person AS MATERIALIZED (
    SELECT f.fact->>'key' AS key, f.fact->>'recruitedOn' AS recruited_on, f.fact->>'block' AS block, EXISTS (
      SELECT FROM jsonb_to_recordset(f.fact->'conditions') c ("case" text, "startsOn" date, "endsOn" date)
      WHERE c."case" = 'study-or-seconded' AND c."startsOn" <= s.effective_on
        AND (c."endsOn" IS NULL OR s.effective_on < c."endsOn")) AS away
    FROM scenario_facts f JOIN scenario s ON s.id = f.scenario_id
    WHERE f.province_code = province AND f.kind = 'person'
  ), placed AS (
    SELECT h.staff_id, s.key AS person_key, s.recruited_on, u.code AS unit_code, p.code AS position_code, p.block, h.kind,
      h.seated, h.fit, h.failed_tests, h.absent OR (h.kind = 'main' AND a.staff_id IS NOT NULL) AS absent
    FROM postings h
    JOIN staff s ON s.province_code = h.province_code AND s.id = h.staff_id
    JOIN units u ON u.province_code = h.province_code AND u.id = h.unit_id
      AND u.starts_on <= on_day AND (u.ends_on IS NULL OR on_day < u.ends_on)
    JOIN positions p ON p.province_code = h.province_code AND p.id = h.position_id
    LEFT JOIN away a ON a.staff_id = h.staff_id
    WHERE h.province_code = province AND h.starts_on <= on_day AND (h.ends_on IS NULL OR on_day < h.ends_on)
    UNION ALL
    SELECT h.staff_id, h.person_key, f.recruited_on, h.unit_code, h.position_code, coalesce(p.block, f.block), 'main',
      h.outcome = 'seated', h.fit, h.failed_tests, coalesce(f.away, false)
    FROM proposals h
    LEFT JOIN person f ON f.key = h.person_key
    LEFT JOIN gap_positions(province, run, on_day) p ON p.code = h.position_code
    WHERE h.province_code = province AND h.run_id = run AND h.outcome <> 'leaving'
  ), judged AS MATERIALIZED (
    SELECT p.*, coalesce(p.fit IN ('exact', 'related'), false) AS qualified FROM placed p
  ), queued AS (
    SELECT j.*, j.unit_code = m.unit_code AND j.position_code = m.position_code AS holds_it, row_number() OVER (
      PARTITION BY j.unit_code, j.position_code, j.kind = 'main' AND j.seated
      ORDER BY j.qualified DESC, rpad(coalesce(j.recruited_on, '~'), 10, '~') COLLATE "C", j.person_key COLLATE "C") AS place
    FROM judged j LEFT JOIN judged m ON m.staff_id = j.staff_id AND m.kind = 'main'
  ), seat AS MATERIALIZED (
    SELECT * FROM gap_seats(province, run, on_day)
  ), given AS (
    SELECT DISTINCT commune_code FROM seat
  )
  SELECT q.staff_id, q.person_key, q.unit_code, u.commune_code, q.position_code, q.block, q.kind,
    q.kind = 'main' AND q.seated AND (g.commune_code IS NULL OR q.place <= coalesce(s.seats, 0)),
    q.fit, q.failed_tests, q.qualified, q.absent,
    q.kind <> 'main' AND q.qualified AND NOT q.absent AND q.holds_it IS NOT TRUE,
    g.commune_code IS NOT NULL
  FROM queued q
  JOIN gap_units(province, run, on_day) u ON u.code = q.unit_code
  LEFT JOIN given g ON g.commune_code = u.commune_code
  LEFT JOIN seat s ON s.unit_code = q.unit_code AND s.position_code = q.position_code`,
] as const;

/**
 * The figures of each unit and position. Communes without any seats given have none, so that nobody is called surplus for
 * lack of data. Always: surplus - vacant = people - seats.
 */
const CELLS = [
  `gap_cells${ARGUMENTS} RETURNS TABLE
    (unit_code text, commune_code text, zone text, position_code text, block text, field_code text, seats integer,
     required integer, people integer, seated integer, surplus integer, vacant integer, misfit integer, absent integer,
     cover integer, shortage integer)`,
  `WITH held AS (
    SELECT h.unit_code, h.position_code, min(h.block) AS block,
      count(*) FILTER (WHERE h.kind = 'main') AS people,
      count(*) FILTER (WHERE h.seated) AS seated,
      count(*) FILTER (WHERE h.seated AND (h.absent OR NOT h.qualified)) AS misfit,
      count(*) FILTER (WHERE h.seated AND h.absent) AS absent,
      count(DISTINCT h.staff_id) FILTER (WHERE h.covers) AS cover
    FROM gap_holders(province, run, on_day) h
    WHERE h.counted
    GROUP BY h.unit_code, h.position_code
  ), cell AS (
    SELECT coalesce(s.unit_code, h.unit_code) AS unit_code, coalesce(s.position_code, h.position_code) AS position_code,
      h.block, coalesce(s.seats, 0) AS seats, coalesce(s.required, 0) AS required, coalesce(h.people, 0) AS people,
      coalesce(h.seated, 0) AS seated, coalesce(h.misfit, 0) AS misfit, coalesce(h.absent, 0) AS absent,
      coalesce(h.cover, 0) AS cover
    FROM gap_seats(province, run, on_day) s
    FULL JOIN held h ON h.unit_code = s.unit_code AND h.position_code = s.position_code
  )
  SELECT c.unit_code, u.commune_code, u.zone, c.position_code, coalesce(c.block, p.block), p.field_code, c.seats,
    c.required, c.people::integer, c.seated::integer, (c.people - c.seated)::integer, (c.seats - c.seated)::integer,
    c.misfit::integer, c.absent::integer, c.cover::integer,
    greatest(0, c.seats - c.seated + c.misfit - c.cover)::integer
  FROM cell c
  JOIN gap_units(province, run, on_day) u ON u.code = c.unit_code
  LEFT JOIN gap_positions(province, run, on_day) p ON p.code = c.position_code`,
] as const;

/**
 * People against the norm, by commune and block, signed: people of all units, with or without seats given. A block without
 * norm has none to be over.
 */
const BLOCKS = [
  `gap_blocks${ARGUMENTS} RETURNS TABLE
    (commune_code text, block text, headcount integer, norm integer, over_norm integer)`,
  `WITH given AS (
    SELECT u.code AS unit_code, n.block, n.headcount
    FROM norms n JOIN units u ON u.province_code = n.province_code AND u.id = n.unit_id
      AND u.starts_on <= on_day AND (u.ends_on IS NULL OR on_day < u.ends_on)
    WHERE n.province_code = province AND n.starts_on <= on_day AND (n.ends_on IS NULL OR on_day < n.ends_on)
    UNION ALL
    SELECT f.fact->>'unitCode', f.fact->>'block', (f.fact->>'headcount')::integer
    FROM scenario_facts f
    JOIN placement_runs r ON r.province_code = f.province_code AND r.scenario_id = f.scenario_id
    WHERE r.province_code = province AND r.id = run AND f.kind = 'norm'
  ), norm AS (
    SELECT u.commune_code, g.block, sum(g.headcount)::integer AS headcount
    FROM given g JOIN gap_units(province, run, on_day) u ON u.code = g.unit_code
    GROUP BY u.commune_code, g.block
  ), held AS (
    SELECT h.commune_code, h.block, count(*)::integer AS headcount
    FROM gap_holders(province, run, on_day) h WHERE h.kind = 'main'
    GROUP BY h.commune_code, h.block
  )
  SELECT coalesce(n.commune_code, h.commune_code), coalesce(n.block, h.block), coalesce(h.headcount, 0), n.headcount,
    coalesce(h.headcount, 0) - n.headcount
  FROM norm n FULL JOIN held h ON h.commune_code = n.commune_code AND h.block = n.block`,
] as const;

const FUNCTIONS = [UNITS, POSITIONS, SEATS, HOLDERS, CELLS, BLOCKS] as const;
