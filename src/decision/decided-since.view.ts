import type { EntityManager } from 'typeorm';
import { planOfFacts } from '../merger/merger.service.js';
import type { ScenarioFacts } from '../scenario/facts.js';
import type { Actor } from '../shared/actor.js';

/**
 * People for whom the registry already holds something from the day of a plan on, so that applying would write over it: a
 * later post, an end of their post, or work in a unit that the plan closes. Where the units were merged by another plan
 * nobody is counted: that is refused for itself.
 */
export async function countDecidedSince(
  manager: EntityManager,
  { provinceCode }: Actor,
  facts: ScenarioFacts,
): Promise<number> {
  const codes = planOfFacts(facts).closeUnits.map(({ code }) => code);
  const staffIds = facts.people.map(({ staffId }) => staffId);
  const [row] = await manager.query<{ people: number }[]>(
    `WITH closing AS MATERIALIZED (
       SELECT id, ends_on FROM units
       WHERE province_code = $1 AND code = ANY ($2) AND starts_on < $3 AND (ends_on IS NULL OR ends_on >= $3))
     SELECT count(DISTINCT post.staff_id)::integer AS people FROM postings post
     WHERE post.province_code = $1 AND NOT EXISTS (SELECT FROM closing WHERE ends_on IS NOT NULL)
       AND (post.starts_on >= $3 OR post.ends_on >= $3)
       AND ((post.kind = 'main' AND post.staff_id = ANY ($4))
         OR (post.unit_id IN (SELECT id FROM closing) AND (post.starts_on >= $3 OR post.ends_on > $3)))`,
    [provinceCode, codes, facts.effectiveOn, staffIds],
  );
  return row?.people ?? 0;
}
