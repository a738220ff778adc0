import { expect } from '@jest/globals';
import { SMALL_ACTOR } from './demo-sources-app.js';
import type { DecisionWorld } from './decision-world.js';

/** What must hold after every act, whatever came before it. Asked of the tables, not of the program. */
export async function invariantsHold(world: DecisionWorld): Promise<void> {
  const broken: Record<string, object[]> = {};
  await world.database.transactions.run(SMALL_ACTOR, async (manager) => {
    for (const [name, sql] of Object.entries(REGISTRY)) broken[name] = await manager.query(sql);
    for (const [name, sql] of Object.entries(OF_PLAN))
      broken[name] = await manager.query(sql, [world.planId]);
  });
  expect(broken).toEqual(Object.fromEntries(Object.keys(broken).map((name) => [name, []])));
}

const DAYS = `(SELECT DISTINCT day FROM (SELECT starts_on AS day FROM postings UNION SELECT ends_on FROM postings
  UNION SELECT effective_on FROM scenarios UNION SELECT effective_on - 1 FROM scenarios) each WHERE day IS NOT NULL)`;

const REGISTRY = {
  'nobody in two full seats': `
    SELECT DISTINCT day::text, h.staff_id FROM ${DAYS} d
    JOIN postings h ON h.kind = 'main' AND h.starts_on <= day AND (h.ends_on IS NULL OR h.ends_on > day)
    GROUP BY day, h.staff_id HAVING count(*) > 1`,
  'no closed unit with people after its date': `
    SELECT u.code, h.kind, h.starts_on::text, h.ends_on::text FROM postings h JOIN units u ON u.id = h.unit_id
    WHERE u.ends_on IS NOT NULL AND (h.ends_on IS NULL OR h.ends_on > u.ends_on)`,
  'no unit with people before it begins': `
    SELECT u.code, h.starts_on::text FROM postings h JOIN units u ON u.id = h.unit_id WHERE h.starts_on < u.starts_on`,
  'seats never over quota without a bench entry': `
    SELECT day::text, h.unit_id, h.position_id FROM ${DAYS} d
    JOIN postings h ON h.kind = 'main' AND h.seated AND h.starts_on <= day AND (h.ends_on IS NULL OR h.ends_on > day)
    JOIN establishments e ON e.unit_id = h.unit_id AND e.position_id = h.position_id AND e.starts_on <= day
      AND (e.ends_on IS NULL OR e.ends_on > day)
    GROUP BY day, h.unit_id, h.position_id, e.seats HAVING count(*) > e.seats`,
  'whoever has left comes back by an act only': `
    SELECT h.staff_id, h.starts_on::text FROM movements m
    JOIN postings h ON h.staff_id = m.staff_id AND (h.ends_on IS NULL OR h.ends_on > m.starts_on)
    WHERE m.state = 'decided' AND m.kind = 'leaving' AND NOT EXISTS (SELECT FROM movements later
      WHERE later.staff_id = m.staff_id AND later.state = 'decided' AND later.id > m.id)`,
} as const;

const OF_PLAN = {
  'people in = placed + pool + left, in every run': `
    SELECT run.id, placed.* FROM placement_runs run CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE outcome = 'seated') AS placed, count(*) FILTER (WHERE outcome = 'surplus') AS pool,
        count(*) FILTER (WHERE outcome = 'leaving') AS left_, count(*) AS lines, count(DISTINCT person_key) AS people
      FROM proposals WHERE run_id = run.id) placed
    WHERE run.scenario_id = $1 AND (placed + pool + left_ <> lines OR lines <> people OR people <>
      (SELECT count(*) FROM scenario_facts f WHERE f.scenario_id = $1 AND f.kind = 'person'))`,
  'no run over the seats of its plan': `
    SELECT line.run_id, line.unit_code, line.position_code FROM proposals line
    JOIN placement_runs run ON run.id = line.run_id AND run.scenario_id = $1
    LEFT JOIN scenario_facts seat ON seat.scenario_id = $1 AND seat.kind = 'seat'
      AND seat.fact->>'unitCode' = line.unit_code AND seat.fact->>'positionCode' = line.position_code
    WHERE line.outcome = 'seated' GROUP BY line.run_id, line.unit_code, line.position_code, seat.fact
    HAVING count(*) > coalesce((seat.fact->>'seats')::int, 0)`,
  'an applied plan: everybody where the run put them, or gone': `
    SELECT line.person_key, line.outcome FROM scenarios plan
    JOIN proposals line ON line.run_id = plan.chosen_run_id
    LEFT JOIN postings h ON h.staff_id = line.staff_id AND h.kind = 'main' AND h.starts_on <= plan.effective_on
      AND (h.ends_on IS NULL OR h.ends_on > plan.effective_on)
    LEFT JOIN units u ON u.id = h.unit_id
    WHERE plan.id = $1 AND plan.state = 'applied' AND CASE line.outcome WHEN 'leaving' THEN h.id IS NOT NULL
      ELSE h.id IS NULL OR u.code <> line.unit_code OR h.seated <> (line.outcome = 'seated') END`,
  'two people stand behind an approval': `
    SELECT id FROM scenarios WHERE id = $1 AND state IN ('approved', 'applied')
      AND (approved_by IS NULL OR approved_by = submitted_by)`,
} as const;
