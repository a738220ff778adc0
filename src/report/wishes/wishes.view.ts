import type { EntityManager } from 'typeorm';
import type { RunNames } from '../../placement/run-names.js';
import type { Actor } from '../../shared/actor.js';
import type { PeopleOfRun, WishedLine } from './wish-people.plan.js';

type Row = Omit<WishedLine, 'rootCode' | 'wish'> & { readonly wish: WishedLine['wish'] | null };

/** What a run gives each person whom it may name to the actor. */
export async function findWished(
  manager: EntityManager,
  actor: Actor,
  { runId, names }: { readonly runId: number; readonly names: RunNames },
): Promise<PeopleOfRun> {
  const rows = await manager.query<Row[]>(
    `SELECT line.person_key AS key, line.staff_id AS "staffId", s.full_name AS "fullName",
       nullif(person.fact->'wish', 'null') AS wish, line.outcome, line.unit_code AS "unitCode", line.position_code AS "positionCode",
       person.fact->>'unitCode' AS "oldUnitCode", person.fact->>'positionCode' AS "oldPositionCode",
       coalesce(line.terms->>'moved', '0') = '1' AS moved,
       CASE WHEN line.outcome = 'seated'
         AND coalesce(nullif(person.fact->'homePoint', 'null'), nullif(unit.fact->'point', 'null')) IS NOT NULL
         THEN (line.terms->>'distanceKm')::double precision END AS "distanceKm"
     FROM proposals line
     JOIN placement_runs r ON r.province_code = line.province_code AND r.id = line.run_id
     JOIN staff s ON s.province_code = line.province_code AND s.id = line.staff_id
     JOIN scenario_facts person ON person.province_code = line.province_code AND person.scenario_id = r.scenario_id
       AND person.kind = 'person' AND person.key = line.person_key
     LEFT JOIN scenario_facts unit ON unit.province_code = line.province_code AND unit.scenario_id = r.scenario_id
       AND unit.kind = 'unit' AND unit.key = 'old/' || (person.fact->>'unitCode')
     WHERE line.province_code = $1 AND line.run_id = $2 AND line.staff_id NOT IN (SELECT closed_people($2))`,
    [actor.provinceCode, runId],
  );
  const lines = rows.map((row) => ({
    ...row,
    rootCode: names.communeOf(row.unitCode)?.code ?? row.unitCode,
  }));
  return {
    people: lines.flatMap(({ wish, ...line }) => (wish === null ? [] : [{ ...line, wish }])),
    silent: lines.flatMap(({ wish, ...line }) => (wish === null ? [{ ...line, wish }] : [])),
  };
}
