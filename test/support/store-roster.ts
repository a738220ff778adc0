import type { EntityManager } from 'typeorm';
import type { CountedPerson, Roster } from './recount.js';

/** The day on which the new units begin. */
export const DAY = '2025-07-01';
export const EVE = '2025-06-30';

export interface Place {
  readonly provinceCode: string;
}

/** Stores a roster twice: in the registry as if a scenario had been applied, and as a scenario with a run. */
export async function storeBoth(
  manager: EntityManager,
  place: Place,
  roster: Roster,
): Promise<number> {
  await storeInRegistry(manager, place, roster);
  return storeAsRun(manager, place, roster);
}

/** Old communes with the codes of the new ones, the people in them until the eve, then everything of the roster. */
export async function storeInRegistry(
  manager: EntityManager,
  { provinceCode }: Place,
  roster: Roster,
): Promise<void> {
  const rows = JSON.stringify(roster);
  for (const sql of REGISTRY) await manager.query(sql, [provinceCode, rows, DAY]);
  await manager.query(CONDITIONS, [
    provinceCode,
    JSON.stringify(roster.people.flatMap(conditionsOf)),
    DAY,
  ]);
}

/** @returns the run's id; the staff must be in the registry already. */
export async function storeAsRun(
  manager: EntityManager,
  { provinceCode }: Place,
  roster: Roster,
): Promise<number> {
  const [scenario] = await manager.query<{ id: number }[]>(
    `INSERT INTO scenarios (province_code, name, state, effective_on, rules_on, facts_hash)
     VALUES ($1, 'test ' || (SELECT count(*) FROM scenarios), 'draft', $2, '2026-01-01', 'h') RETURNING id`,
    [provinceCode, DAY],
  );
  const [run] = await manager.query<{ id: number }[]>(
    `INSERT INTO placement_runs (province_code, scenario_id, kind, input_hash, engine_version, status, proven, levels,
       bound, breaches, potentials, seconds)
     VALUES ($1, $2, 'best', 'abcdef0123456789', '1', 'optimal', true, '{}', '{}', '[]', '', 1) RETURNING id`,
    [provinceCode, scenario?.id],
  );
  if (!scenario || !run) throw new Error('nothing was inserted');
  await manager.query(
    `INSERT INTO scenario_facts (province_code, scenario_id, kind, key, fact, hash)
     SELECT $1, $2, r.kind, r.key, r.fact, 'h' FROM jsonb_to_recordset($3::jsonb) r (kind text, key text, fact jsonb)`,
    [provinceCode, scenario.id, JSON.stringify(factsOf(roster))],
  );
  await manager.query(
    `INSERT INTO proposals (province_code, run_id, staff_id, person_key, outcome, unit_code, position_code, fit, movement,
       pinned, terms, reason)
     SELECT $1, $2, s.id, s.key, CASE WHEN r.seated THEN 'seated' ELSE 'surplus' END, r."unitCode", r."positionCode",
       r.fit, 'succession', false, '{"distanceKm": 12.5}', 'Vì vậy.'
     FROM jsonb_to_recordset($3::jsonb) r (key text, "unitCode" text, "positionCode" text, seated boolean, fit text)
     JOIN staff s ON s.province_code = $1 AND s.key = r.key`,
    [provinceCode, run.id, JSON.stringify(roster.people)],
  );
  return run.id;
}

const SPAN = `CASE WHEN u.level = 'department' OR u."parentCode" LIKE 'S%' THEN '2004-01-01' ELSE $3 END::date`;

const REGISTRY: readonly string[] = [
  `INSERT INTO provinces (code, name) SELECT $1, 'Tỉnh ' || $1 WHERE $2::text <> $3::text ON CONFLICT DO NOTHING`,
  `INSERT INTO fields (code, name_vi, name_en)
   SELECT DISTINCT p.field, p.field, p.field FROM jsonb_to_recordset($2::jsonb->'positions') p (field text)
   WHERE p.field IS NOT NULL AND $1::text <> $3::text ON CONFLICT DO NOTHING`,
  `INSERT INTO units (province_code, code, name, kind, level, starts_on, ends_on, zone)
   SELECT $1, u.code, 'Xã cũ ' || u.code, 'commune', 'commune', '2004-01-01', $3::date, 'I'
   FROM jsonb_to_recordset($2::jsonb->'units') u (code text, level text) WHERE u.level = 'commune'`,
  `INSERT INTO units (province_code, code, name, kind, level, starts_on, zone)
   SELECT $1, u.code, 'Đơn vị ' || u.code, 'commune', u.level, ${SPAN}, u.zone
   FROM jsonb_to_recordset($2::jsonb->'units') u (code text, level text, "parentCode" text, zone text)`,
  `UPDATE units c SET parent_id = p.id
   FROM jsonb_to_recordset($2::jsonb->'units') u (code text, "parentCode" text)
   JOIN units p ON p.province_code = $1 AND p.code = u."parentCode" AND p.ends_on IS NULL
   WHERE c.province_code = $1 AND c.code = u.code AND c.ends_on IS NULL AND $3::text IS NOT NULL`,
  `INSERT INTO positions (province_code, code, name, catalogue, starts_on, block, position_group, field_code, evidence, source)
   SELECT $1, p.code, 'Vị trí ' || p.code, 'test', $3::date, p.block, 'professional', p.field, 'found', 'test'
   FROM jsonb_to_recordset($2::jsonb->'positions') p (code text, block text, field text)`,
  `INSERT INTO positions (province_code, code, name, catalogue, starts_on, ends_on, block, position_group, evidence, source)
   VALUES ($1, 'X-' || left($2, 1), 'Chức danh cũ', 'test', '2004-01-01', $3::date, 'government', 'professional', 'found', 'test')`,
  `INSERT INTO establishments (province_code, unit_id, position_id, seats, required, starts_on, basis)
   SELECT $1, u.id, p.id, sum(e.seats), sum(e.required), $3::date, 'test'
   FROM jsonb_to_recordset($2::jsonb->'seats') e ("unitCode" text, "positionCode" text, seats integer, required integer)
   JOIN units u ON u.province_code = $1 AND u.code = e."unitCode" AND u.ends_on IS NULL
   JOIN positions p ON p.province_code = $1 AND p.code = e."positionCode"
   GROUP BY u.id, p.id`,
  `INSERT INTO norms (province_code, unit_id, block, headcount, starts_on, basis, evidence)
   SELECT $1, u.id, n.block, n.headcount, $3::date, 'test', 'found'
   FROM jsonb_to_recordset($2::jsonb->'norms') n ("unitCode" text, block text, headcount integer)
   JOIN units u ON u.province_code = $1 AND u.code = n."unitCode" AND u.ends_on IS NULL`,
  `INSERT INTO staff (province_code, key, personal_number, full_name, recruited_on)
   SELECT $1, r.key, r.key, 'Nguyễn Văn ' || r.key, r."recruitedOn"
   FROM jsonb_to_recordset($2::jsonb->'people') r (key text, "recruitedOn" text) WHERE $3::text IS NOT NULL`,
  `INSERT INTO postings (province_code, staff_id, unit_id, position_id, kind, starts_on, ends_on, seated, source_kind)
   SELECT $1, s.id, u.id, p.id, 'main', '2019-01-01', $3::date, true, 'roster'
   FROM staff s
   JOIN (SELECT min(id) AS id FROM units WHERE province_code = $1 AND ends_on = $3::date) u ON true
   JOIN positions p ON p.province_code = $1 AND p.code LIKE 'X-%'
   WHERE s.province_code = $1 AND u.id IS NOT NULL AND $2::text IS NOT NULL`,
  `INSERT INTO postings (province_code, staff_id, unit_id, position_id, kind, starts_on, seated, fit, source_kind)
   SELECT $1, s.id, u.id, p.id, 'main', $3::date, r.seated, r.fit, 'scenario'
   FROM jsonb_to_recordset($2::jsonb->'people') r (key text, "unitCode" text, "positionCode" text, seated boolean, fit text)
   JOIN staff s ON s.province_code = $1 AND s.key = r.key
   JOIN units u ON u.province_code = $1 AND u.code = r."unitCode" AND u.ends_on IS NULL
   JOIN positions p ON p.province_code = $1 AND p.code = r."positionCode"`,
  `INSERT INTO postings (province_code, staff_id, unit_id, position_id, kind, starts_on, seated, fit, absent, source_kind)
   SELECT $1, s.id, u.id, p.id, r.kind, $3::date, false, r.fit, r.away, 'decision'
   FROM jsonb_to_recordset($2::jsonb->'covers') r
     (key text, "unitCode" text, "positionCode" text, kind text, fit text, away boolean)
   JOIN staff s ON s.province_code = $1 AND s.key = r.key
   JOIN units u ON u.province_code = $1 AND u.code = r."unitCode" AND u.ends_on IS NULL
   JOIN positions p ON p.province_code = $1 AND p.code = r."positionCode"`,
];

const CONDITIONS = `
  INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on, ends_on)
  SELECT $1, s.id, c."case", c."startsOn", c."endsOn"
  FROM jsonb_to_recordset($2::jsonb) c (key text, "case" text, "startsOn" date, "endsOn" date)
  JOIN staff s ON s.province_code = $1 AND s.key = c.key
  WHERE $3::text IS NOT NULL`;

interface StoredCondition {
  readonly key: string;
  readonly case: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

/** Who is away studies on the day; the others have a case that is over on it, or one that is no absence. */
function conditionsOf(person: CountedPerson): StoredCondition[] {
  const { key } = person;
  if (person.away) return [{ key, case: 'study-or-seconded', startsOn: DAY, endsOn: null }];
  return [
    { key, case: 'study-or-seconded', startsOn: '2024-01-01', endsOn: DAY },
    { key, case: 'maternity', startsOn: '2024-01-01', endsOn: null },
  ];
}

interface Fact {
  readonly kind: string;
  readonly key: string;
  readonly fact: object;
}

function factsOf(roster: Roster): Fact[] {
  const positions = new Map(roster.positions.map((each) => [each.code, each]));
  const oldCommunes = roster.units.filter((unit) => unit.level === 'commune');
  return [
    ...roster.units.map((unit) =>
      unitFact(unit, unit.level !== 'department' && unit.parentCode !== 'S1'),
    ),
    ...oldCommunes.map((unit) => unitFact({ ...unit, zone: 'I' }, false)),
    ...oldCommunes.map(({ code }) => ({
      kind: 'succession',
      key: `${code}|${code}`,
      fact: { oldCode: code, newCode: code, kind: 'whole', share: 1, main: true, basis: 'test' },
    })),
    ...roster.positions.map(({ code, block, field }) => ({
      kind: 'position',
      key: code,
      fact: {
        code,
        name: `Vị trí ${code}`,
        startsOn: DAY,
        endsOn: null,
        block,
        field,
        group: 'professional',
      },
    })),
    ...roster.seats.map((fact, index) => ({ kind: 'seat', key: String(index), fact })),
    ...roster.norms.map((fact) => ({ kind: 'norm', key: `${fact.unitCode}|${fact.block}`, fact })),
    ...roster.people.map((person) => ({
      kind: 'person',
      key: person.key,
      fact: {
        key: person.key,
        fullName: `Nguyễn Văn ${person.key}`,
        recruitedOn: person.recruitedOn,
        unitCode: oldCommunes[0]?.code ?? 'S1',
        positionCode: 'X',
        block: positions.get(person.positionCode)?.block,
        conditions: conditionsOf(person),
      },
    })),
  ];
}

function unitFact(unit: Roster['units'][number], isNew: boolean): Fact {
  const name = isNew || unit.level !== 'commune' ? `Đơn vị ${unit.code}` : `Xã cũ ${unit.code}`;
  const fact = {
    ...unit,
    name,
    kind: 'commune',
    startsOn: isNew ? DAY : '2004-01-01',
    isNew,
    border: false,
  };
  return { kind: 'unit', key: `${unit.code}|${isNew}`, fact };
}
