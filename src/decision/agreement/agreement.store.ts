import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { Answer, AnswerReason, Side } from './agreement.rules.js';

/** A unit that a plan takes people from, or gives people to, outside its successors. */
export interface AskedUnit {
  readonly unitCode: string;
  readonly unitName: string;
  readonly side: Side;
  /** People who move; how many of them the actor sees. */
  readonly people: number;
}

/** What a unit said, as it stays on record. */
export interface StoredAnswer {
  readonly unitCode: string;
  readonly side: Side;
  readonly runId: number;
  readonly answer: Answer;
  readonly reason: AnswerReason | null;
  readonly note: string | null;
  readonly answeredBy: string;
  readonly answeredName: string;
  readonly onBehalf: boolean;
  readonly answeredAt: string;
  /** Said to the plan as it is submitted now; earlier ones are history. */
  readonly counts: boolean;
}

export type NewAnswer = Pick<
  StoredAnswer,
  'unitCode' | 'side' | 'runId' | 'answer' | 'reason' | 'note' | 'onBehalf'
> & { readonly scenarioId: number };

/** Table `scenario_agreements`, and whom a plan asks. */
@Injectable()
export class AgreementStore {
  /**
   * One answer after the other, and none beside the end of the hearing, which would not see it. Not the row of the plan:
   * a leader may not lock that.
   */
  async lock(manager: EntityManager, actor: Actor, scenarioId: number): Promise<void> {
    await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [
      `hearing ${actor.provinceCode} ${scenarioId}`,
    ]);
  }

  async insert(manager: EntityManager, actor: Actor, answer: NewAnswer): Promise<void> {
    await manager.query(
      `INSERT INTO scenario_agreements (province_code, scenario_id, run_id, unit_code, side, answer, reason, note,
         answered_by, answered_name, on_behalf)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[actor.provinceCode, answer.scenarioId, answer.runId, answer.unitCode, answer.side],
        ...[answer.answer, answer.reason, answer.note, actor.id, actor.name, answer.onBehalf],
      ],
    );
  }

  /** All that was ever said to a plan, the oldest first. */
  answers(manager: EntityManager, actor: Actor, scenarioId: number): Promise<StoredAnswer[]> {
    return manager.query(
      `SELECT given.unit_code AS "unitCode", given.side, given.run_id AS "runId", given.answer, given.reason, given.note,
         given.answered_by AS "answeredBy", given.answered_name AS "answeredName", given.on_behalf AS "onBehalf",
         to_json(given.answered_at)#>>'{}' AS "answeredAt",
         coalesce(given.answered_at >= plan.submitted_at, false) AS counts
       FROM scenario_agreements given
       JOIN scenarios plan ON plan.province_code = $1 AND plan.id = given.scenario_id
       WHERE given.province_code = $1 AND given.scenario_id = $2 ORDER BY given.id`,
      [actor.provinceCode, scenarioId],
    );
  }

  /** Units on either side of the transfers of a run; to a leader the own ones. */
  asked(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, runId }: { readonly scenarioId: number; readonly runId: number },
  ): Promise<AskedUnit[]> {
    return manager.query(ASKED, [actor.provinceCode, scenarioId, runId]);
  }

  /** Days as the clock of the province has them. */
  async days(
    manager: EntityManager,
    actor: Actor,
    scenarioId: number,
  ): Promise<{ readonly today: Day; readonly submittedOn: Day | null }> {
    const [row] = await manager.query<{ today: Day; submittedOn: Day | null }[]>(
      `SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS today,
         (submitted_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "submittedOn"
       FROM scenarios WHERE province_code = $1 AND id = $2`,
      [actor.provinceCode, scenarioId],
    );
    if (!row) throw new Error(`scenario ${scenarioId} is gone`);
    return row;
  }
}

const ASKED = `
  WITH unit AS (
    SELECT (fact->>'isNew')::boolean AS is_new, fact->>'code' AS code, fact->>'name' AS name, fact->>'level' AS level,
      fact->>'parentCode' AS parent
    FROM scenario_facts WHERE province_code = $1 AND scenario_id = $2 AND kind = 'unit'
  ), root AS (
    SELECT u.is_new, u.code, coalesce(p.code, u.code) AS root, coalesce(p.name, u.name) AS name
    FROM unit u LEFT JOIN unit p ON u.level = 'division' AND p.code = u.parent AND p.is_new = u.is_new
  ), line AS MATERIALIZED (
    SELECT person.fact->>'unitCode' AS old_code, l.unit_code AS new_code
    FROM proposals l
    JOIN scenario_facts person ON person.province_code = $1 AND person.scenario_id = $2 AND person.kind = 'person'
      AND person.key = l.person_key
    WHERE l.province_code = $1 AND l.run_id = $3 AND l.terms->>'moved' = '1'
  ), asked AS (
    SELECT 'sending' AS side, root.root AS code, root.name FROM line
    JOIN root ON NOT root.is_new AND root.code = line.old_code
    UNION ALL
    SELECT 'receiving', root.root, root.name FROM line
    JOIN root ON root.code = line.new_code
      AND (root.is_new OR NOT EXISTS (SELECT FROM root other WHERE other.code = line.new_code AND other.is_new))
  )
  SELECT code AS "unitCode", name AS "unitName", side, count(*)::integer AS people FROM asked
  WHERE (SELECT current_setting('bo_tri.wide', true) = 'on')
    OR ($2::bigint, code, side) IN (SELECT * FROM acting_plan_sides())
  GROUP BY code, name, side ORDER BY side DESC, code COLLATE "C"`;
