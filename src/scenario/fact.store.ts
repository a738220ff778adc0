import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { inParts, WRITTEN_AT_ONCE } from '../shared/in-parts.js';
import type { PinFact, ScenarioFacts } from './facts.js';

/** One frozen fact. */
interface StoredFact {
  readonly kind: FactKind;
  readonly key: string;
  readonly fact: unknown;
}

type FactKind =
  | 'unit'
  | 'succession'
  | 'position'
  | 'position-succession'
  | 'seat'
  | 'norm'
  | 'person'
  | 'pool'
  | 'related-major'
  | 'rank'
  | 'parameter';

type FrozenFacts = Omit<ScenarioFacts, 'provinceCode' | 'effectiveOn' | 'rulesOn' | 'pins'>;

/** Tables `scenario_facts` and `pins`: what a scenario stands on. */
@Injectable()
export class FactStore {
  async insert(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, facts }: { readonly scenarioId: number; readonly facts: ScenarioFacts },
  ): Promise<void> {
    await this.write(manager, actor, { scenarioId, rows: storedFacts(facts) });
    await manager.query(
      `INSERT INTO pins (province_code, scenario_id, person_key, kind, unit_code, position_code, reason)
       SELECT $1, $2, "personKey", kind, "unitCode", "positionCode", reason
       FROM jsonb_to_recordset($3) AS row ("personKey" text, kind text, "unitCode" text, "positionCode" text,
              reason text)`,
      [actor.provinceCode, scenarioId, JSON.stringify(facts.pins)],
    );
  }

  /** Successions and new units in the place of those that are there; all other facts stay. */
  async redraw(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, facts }: { readonly scenarioId: number; readonly facts: ScenarioFacts },
  ): Promise<void> {
    await manager.query(
      `DELETE FROM scenario_facts WHERE province_code = $1 AND scenario_id = $2
         AND (kind = 'succession' OR (kind = 'unit' AND starts_with(key, 'new/')))`,
      [actor.provinceCode, scenarioId],
    );
    const rows = storedFacts(facts).filter(
      ({ kind, key }) => kind === 'succession' || (kind === 'unit' && key.startsWith('new/')),
    );
    await this.write(manager, actor, { scenarioId, rows });
  }

  private async write(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, rows }: { readonly scenarioId: number; readonly rows: readonly StoredFact[] },
  ): Promise<void> {
    const hashed = rows.map((row) => ({ ...row, hash: hashOf(row.fact) }));
    for (const part of inParts(hashed, WRITTEN_AT_ONCE))
      await manager.query(
        `INSERT INTO scenario_facts (province_code, scenario_id, kind, key, fact, hash)
         SELECT $1, $2, row.kind, row.key, row.fact, row.hash
         FROM jsonb_to_recordset($3) AS row (kind text, key text, fact jsonb, hash text)`,
        [actor.provinceCode, scenarioId, JSON.stringify(part)],
      );
  }

  /** The facts and pins of one scenario for another that has none yet, without leaving the database. */
  async copy(
    manager: EntityManager,
    actor: Actor,
    { from, to }: { readonly from: number; readonly to: number },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO scenario_facts (province_code, scenario_id, kind, key, fact, hash)
       SELECT province_code, $3, kind, key, fact, hash FROM scenario_facts
       WHERE province_code = $1 AND scenario_id = $2`,
      [actor.provinceCode, from, to],
    );
    await manager.query(
      `INSERT INTO pins (province_code, scenario_id, person_key, kind, unit_code, position_code, reason, set_by)
       SELECT province_code, $3, person_key, kind, unit_code, position_code, reason, set_by FROM pins
       WHERE province_code = $1 AND scenario_id = $2 ORDER BY id`,
      [actor.provinceCode, from, to],
    );
  }

  async facts(manager: EntityManager, actor: Actor, scenarioId: number): Promise<FrozenFacts> {
    const rows = await manager.query<StoredFact[]>(
      `SELECT kind, key, fact FROM scenario_facts WHERE province_code = $1 AND scenario_id = $2
       ORDER BY kind COLLATE "C", key COLLATE "C"`,
      [actor.provinceCode, scenarioId],
    );
    return frozenFacts(rows);
  }

  async pins(manager: EntityManager, actor: Actor, scenarioId: number): Promise<PinFact[]> {
    const rows = await manager.query<Record<string, string | null>[]>(
      `SELECT person_key AS "personKey", kind, unit_code AS "unitCode", position_code AS "positionCode", reason
       FROM pins WHERE province_code = $1 AND scenario_id = $2 ORDER BY person_key COLLATE "C"`,
      [actor.provinceCode, scenarioId],
    );
    return rows.map(({ unitCode, positionCode, ...pin }) =>
      pin['kind'] === 'leave' ? pin : { ...pin, unitCode, positionCode },
    ) as unknown as PinFact[];
  }
}

function storedFacts(facts: ScenarioFacts): StoredFact[] {
  const rows = (kind: FactKind, list: readonly unknown[], keys: readonly string[]): StoredFact[] =>
    list.map((fact, index) => ({ kind, key: keys[index] ?? '', fact }));
  const keyed = <T>(kind: FactKind, list: readonly T[], keyOf: (fact: T) => string): StoredFact[] =>
    rows(kind, list, list.map(keyOf));
  return [
    ...keyed('unit', facts.units, (unit) => `${unit.isNew ? 'new' : 'old'}/${unit.code}`),
    ...keyed('succession', facts.successions, (row) => `${row.oldCode}/${row.newCode}`),
    ...keyed('position', facts.positions, (row) => `${row.code}/${row.startsOn}`),
    ...keyed('position-succession', facts.positionSuccessions, (row) =>
      [row.oldCode, row.newCode, row.preference].join('/'),
    ),
    ...keyed('seat', facts.seats, (row) => `${row.unitCode}/${row.positionCode}`),
    ...keyed('norm', facts.norms, (row) => `${row.unitCode}/${row.block}`),
    ...keyed('person', facts.people, (person) => person.key),
    ...keyed('pool', facts.pools, (pool) => pool.code),
    ...keyed('related-major', facts.relatedMajors, (pair) => pair.join('/')),
    ...keyed('rank', facts.ranks, (rank) => rank.code),
    ...keyed('parameter', Object.entries(facts.parameters), ([key]) => key),
  ];
}

function frozenFacts(rows: readonly StoredFact[]): FrozenFacts {
  const of = <T>(kind: FactKind): T[] =>
    rows.filter((row) => row.kind === kind).map((row) => row.fact as T);
  return {
    units: of('unit'),
    successions: of('succession'),
    positions: of('position'),
    positionSuccessions: of('position-succession'),
    seats: of('seat'),
    norms: of('norm'),
    people: of('person'),
    pools: of('pool'),
    relatedMajors: of('related-major'),
    ranks: of('rank'),
    parameters: Object.fromEntries(of<[string, unknown]>('parameter')),
  };
}

function hashOf(fact: unknown): string {
  return createHash('sha256').update(JSON.stringify(fact)).digest('hex');
}
