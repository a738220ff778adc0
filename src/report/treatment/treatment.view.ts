import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { TreatedPerson } from './treatment.plan.js';

/** What a run does with each person whom it may name to the actor. */
export function findTreated(
  manager: EntityManager,
  actor: Actor,
  runId: number,
): Promise<TreatedPerson[]> {
  return manager.query<TreatedPerson[]>(
    `SELECT s.sex, s.ethnicity, s.born_on AS "bornOn", coalesce(unit.fact->>'name', person.fact->>'unitCode') AS "oldUnit",
       line.outcome, coalesce(line.terms->>'moved', '0') = '1' AS moved,
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
}
