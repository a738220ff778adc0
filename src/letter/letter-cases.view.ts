import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Classification, markOf } from '../scenario/classification.js';
import type { Sex, UnitLevel, WishKind } from '../rules/vocabulary.js';
import type { Actor } from '../shared/actor.js';
import { addDays, dayBefore, dayText, type Day, type PartialDay } from '../shared/day.js';
import { type LetterCase, type LetterKind, PAPERS_OF_MOVEMENTS } from './letter.js';
import type { MovementKind } from '../movement/movement.js';

/** The plan that papers are issued for. */
export interface LetterPlan {
  readonly scenarioId: number;
  readonly runId: number;
  readonly factsHash: string;
  readonly effectiveOn: Day;
  readonly classification: Classification;
}

/** A decided movement, as its paper needs it. */
export interface DecidedMovement {
  readonly id: number;
  readonly kind: MovementKind;
  readonly state: string;
  readonly decisionNumber: string | null;
  readonly decidedOn: Day | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

interface PersonRow {
  readonly staffId: number;
  readonly fullName: string;
  readonly sex: Sex | null;
  readonly bornOn: PartialDay | null;
  readonly fromUnit: string | null;
  readonly fromPosition: string | null;
  readonly toUnit: string | null;
  readonly toPosition: string | null;
}

interface PlanRow extends PersonRow {
  readonly outcome: 'seated' | 'surplus' | 'leaving';
  readonly wish: WishKind | null;
  readonly led: boolean;
  readonly sameTitle: boolean;
}

/** Read-only: what the database says of each decision, in the order in which numbers are given. */
@Injectable()
export class LetterCasesView {
  /** Of a plan: by commune, unit, position, then personal key; people whom nothing moves have no paper. */
  async ofPlan(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, runId, effectiveOn, classification }: LetterPlan,
    {
      staffIds,
      unitCode,
    }: { readonly staffIds: readonly number[] | null; readonly unitCode: string | null },
  ): Promise<LetterCase[]> {
    const rows = await manager.query<PlanRow[]>(PLAN, [
      ...[actor.provinceCode, scenarioId, runId, effectiveOn, dayBefore(effectiveOn)],
      ...[staffIds, unitCode],
    ]);
    const bases = await planBases(manager, actor, scenarioId);
    return rows.map((row) => ({
      facts: {
        ...personFacts(row),
        ...decisionOf(row),
        startsOn: dayText(effectiveOn),
        lastDay: '',
        mark: markOf({ classification }) ?? '',
      },
      source: { scenarioId, movementId: null },
      ...{ ownNumber: null, ownDay: null, bases },
    }));
  }

  async movement(
    manager: EntityManager,
    actor: Actor,
    id: number,
  ): Promise<DecidedMovement | null> {
    const [found] = await manager.query<DecidedMovement[]>(
      `SELECT id, kind, state, decision_number AS "decisionNumber", decided_on::text AS "decidedOn",
         starts_on::text AS "startsOn", ends_on::text AS "endsOn"
       FROM movements WHERE province_code = $1 AND id = $2 FOR UPDATE`,
      [actor.provinceCode, id],
    );
    return found ?? null;
  }

  /** Null where the kind of movement has no paper. */
  async ofMovement(
    manager: EntityManager,
    actor: Actor,
    movement: DecidedMovement,
  ): Promise<LetterCase | null> {
    const paper = PAPERS_OF_MOVEMENTS[movement.kind];
    const [row] = await manager.query<PersonRow[]>(MOVEMENT, [actor.provinceCode, movement.id]);
    if (paper === undefined || row === undefined) return null;
    const { startsOn, endsOn } = movement;
    return {
      facts: {
        ...personFacts(row),
        ...paper,
        startsOn: dayText(startsOn),
        lastDay: endsOn === null ? '' : dayText(addDays(endsOn, -1)),
        remark: '',
        mark: '',
      },
      source: { scenarioId: null, movementId: movement.id },
      ownNumber: movement.decisionNumber,
      ownDay: movement.decidedOn,
      bases: [],
    };
  }
}

const SALUTATIONS: Readonly<Record<Sex, string>> = { male: 'ông', female: 'bà' };

function personFacts(row: PersonRow) {
  return {
    staffId: row.staffId,
    salutation: row.sex === null ? 'ông (bà)' : SALUTATIONS[row.sex],
    fullName: row.fullName,
    bornOn: row.bornOn === null ? '' : dayText(row.bornOn),
    fromUnit: row.fromUnit ?? '',
    fromPosition: row.fromPosition ?? '',
    toUnit: row.toUnit ?? '',
    toPosition: row.toPosition ?? '',
  };
}

const LEAVING: Readonly<Partial<Record<WishKind, string>>> = {
  'retire-early': 'nghỉ hưu trước tuổi',
  leave: 'thôi việc',
};

function decisionOf({ outcome, wish, led, sameTitle }: PlanRow): {
  readonly kind: LetterKind;
  readonly act: string;
  readonly remark: string;
} {
  if (outcome === 'leaving')
    return { kind: 'leaving', act: (wish && LEAVING[wish]) ?? 'nghỉ công tác', remark: '' };
  const remark =
    outcome === 'surplus'
      ? 'Người có tên tại Điều 1 chưa có vị trí theo chỉ tiêu được giao, được bố trí công việc trong thời gian sắp xếp theo lộ trình.'
      : '';
  if (led && !sameTitle) return { kind: 'appointment', act: 'bổ nhiệm', remark };
  return { kind: 'transfer', act: 'bố trí công tác', remark };
}

/** The resolutions that the plan's units stand on. */
async function planBases(
  manager: EntityManager,
  actor: Actor,
  scenarioId: number,
): Promise<string[]> {
  const rows = await manager.query<{ basis: string }[]>(
    `SELECT DISTINCT fact->>'basis' AS basis FROM scenario_facts
     WHERE province_code = $1 AND scenario_id = $2 AND kind = 'succession' AND coalesce(fact->>'basis', '') <> ''
     ORDER BY 1`,
    [actor.provinceCode, scenarioId],
  );
  return rows.map(({ basis }) => basis);
}

const DIVISION: UnitLevel = 'division';

/** A unit as a letter names it: a division with the unit that it belongs to. */
const named = (unit: string, parent: string): string =>
  `CASE WHEN ${unit}->>'level' = '${DIVISION}' AND ${parent} IS NOT NULL
     THEN concat(${unit}->>'name', ', ', ${parent}->>'name') ELSE ${unit}->>'name' END`;

/**
 * Names and places of the plan are its frozen facts, names and birthdays of people the registry's: a correction there makes
 * another paper.
 */
const PLAN = `
  WITH unit AS (
    SELECT fact, fact->>'code' AS code, (fact->>'isNew')::boolean AS is_new FROM scenario_facts
    WHERE province_code = $1 AND scenario_id = $2 AND kind = 'unit'
  ), post AS (
    SELECT fact, fact->>'code' AS code, (fact->>'startsOn')::date AS starts_on, (fact->>'endsOn')::date AS ends_on
    FROM scenario_facts WHERE province_code = $1 AND scenario_id = $2 AND kind = 'position'
  ), before AS (
    SELECT code, fact FROM unit WHERE NOT is_new
  ), after AS (
    SELECT DISTINCT ON (code) code, fact FROM unit ORDER BY code, is_new DESC
  )
  SELECT line.staff_id AS "staffId", s.full_name AS "fullName", s.sex, s.born_on AS "bornOn", line.outcome,
    person.fact->'wish'->>'kind' AS wish, coalesce(tp.fact->>'group' = 'leader', false) AS led,
    coalesce(fu.fact = tu.fact AND fp.fact = tp.fact, false) AS "sameTitle",
    ${named('fu.fact', 'fpar.fact')} AS "fromUnit", fp.fact->>'name' AS "fromPosition",
    ${named('tu.fact', 'tpar.fact')} AS "toUnit", tp.fact->>'name' AS "toPosition"
  FROM proposals line
  JOIN staff s ON s.province_code = line.province_code AND s.id = line.staff_id
  JOIN scenario_facts person ON person.province_code = line.province_code AND person.scenario_id = $2
    AND person.kind = 'person' AND person.key = line.person_key
  LEFT JOIN before fu ON fu.code = person.fact->>'unitCode'
  LEFT JOIN before fpar ON fpar.code = fu.fact->>'parentCode'
  LEFT JOIN after tu ON tu.code = line.unit_code
  LEFT JOIN after tpar ON tpar.code = tu.fact->>'parentCode'
  LEFT JOIN post fp ON fp.code = person.fact->>'positionCode' AND fp.starts_on <= $5
    AND (fp.ends_on IS NULL OR fp.ends_on > $5)
  LEFT JOIN post tp ON tp.code = line.position_code AND tp.starts_on <= $4 AND (tp.ends_on IS NULL OR tp.ends_on > $4)
  WHERE line.province_code = $1 AND line.run_id = $3 AND line.staff_id NOT IN (SELECT closed_people($3))
    AND ($6::bigint[] IS NULL OR line.staff_id = ANY ($6))
    AND ($7::text IS NULL OR line.unit_code = $7 OR tu.fact->>'parentCode' = $7)
    AND NOT coalesce(line.unit_code = person.fact->>'unitCode' AND line.position_code = person.fact->>'positionCode'
      AND tu.fact = fu.fact AND line.outcome = 'seated', false)
  ORDER BY (line.outcome = 'leaving'), coalesce(tu.fact->>'parentCode', line.unit_code) COLLATE "C",
    line.unit_code COLLATE "C", line.position_code COLLATE "C", line.outcome, line.person_key COLLATE "C"`;

const place = (unit: string, parent: string): string =>
  `CASE WHEN ${unit}.level = '${DIVISION}' AND ${parent}.name IS NOT NULL
     THEN concat(${unit}.name, ', ', ${parent}.name) ELSE ${unit}.name END`;

const MOVEMENT = `
  SELECT m.staff_id AS "staffId", s.full_name AS "fullName", s.sex, s.born_on AS "bornOn",
    ${place('fu', 'fpar')} AS "fromUnit", fp.name AS "fromPosition",
    ${place('tu', 'tpar')} AS "toUnit", tp.name AS "toPosition"
  FROM movements m
  JOIN staff s ON s.province_code = m.province_code AND s.id = m.staff_id
  LEFT JOIN units fu ON fu.province_code = m.province_code AND fu.id = m.from_unit_id
  LEFT JOIN units fpar ON fpar.province_code = m.province_code AND fpar.id = fu.parent_id
  LEFT JOIN units tu ON tu.province_code = m.province_code AND tu.id = m.to_unit_id
  LEFT JOIN units tpar ON tpar.province_code = m.province_code AND tpar.id = tu.parent_id
  LEFT JOIN positions fp ON fp.province_code = m.province_code AND fp.id = m.from_position_id
  LEFT JOIN positions tp ON tp.province_code = m.province_code AND tp.id = m.to_position_id
  WHERE m.province_code = $1 AND m.id = $2`;
