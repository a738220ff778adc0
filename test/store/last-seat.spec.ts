import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MovementService } from '../../src/movement/movement.service.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { aMove, movementWorld, WORLD, type MovementWorld } from '../support/movement-world.js';

const CLIENTS = 200;
const TARGET = { unitCode: 'C1.VP', positionCode: 'P0' };

let database: FreshDatabase;
let world: MovementWorld;

beforeAll(async () => {
  database = await freshDatabase();
  world = await movementWorld(database);
  await database.query(ADD_PEOPLE, ['12', CLIENTS]);
}, 120_000);

afterAll(async () => {
  await world?.app.close();
  await database?.close();
});

/** People of the registry beside those of the world, all in C0.VP without a seat. */
const ADD_PEOPLE = `
  WITH added AS (
    INSERT INTO staff (province_code, key, full_name, sex, born_on, degree)
    SELECT $1, lpad((12000000000 + n)::text, 12, '0'), 'Người ' || n, 'male', '1980-05-12', 'university'
    FROM generate_series(1, $2::integer) n RETURNING id)
  INSERT INTO postings (province_code, staff_id, unit_id, position_id, kind, starts_on, seated, failed_tests,
    source_kind, source_id)
  SELECT $1, added.id, units.id, positions.id, 'main', '2025-07-01', false, '{}', 'scenario', 0
  FROM added
  JOIN units ON units.province_code = $1 AND units.code = 'C0.VP' AND units.ends_on IS NULL
  JOIN positions ON positions.province_code = $1 AND positions.code = 'P0'`;

describe(`the last seat, for which ${CLIENTS} people are decided at once`, () => {
  it('goes to one; all others are told that none is left, and count as surplus', async () => {
    const moves = world.app.get(MovementService);
    const staff = await database.query<{ id: number }[]>(
      `SELECT id FROM staff WHERE key LIKE '012%' ORDER BY key`,
    );
    expect(staff).toHaveLength(CLIENTS);
    const planned = await Promise.all(
      staff.map(({ id }) => moves.add(WORLD, aMove(Number(id), TARGET))),
    );
    const decided = await Promise.all(
      planned.map(({ id }) =>
        moves.decide(WORLD, { id, number: `${id}/QĐ-UBND`, decidedOn: '2026-01-20' }),
      ),
    );
    const told = decided.filter(({ findings }) =>
      findings.some(({ code }) => code === 'movement.no-seat'),
    );
    const [seats] = await database.query<{ seated: number; all: number }[]>(
      `SELECT count(*) FILTER (WHERE seated)::int AS seated, count(*)::int AS all FROM postings
       JOIN units ON units.id = postings.unit_id JOIN positions ON positions.id = postings.position_id
       WHERE units.code = $1 AND positions.code = $2 AND postings.starts_on = '2026-02-01'`,
      [TARGET.unitCode, TARGET.positionCode],
    );
    expect({ ...seats, told: told.length }).toEqual({ seated: 1, all: CLIENTS, told: CLIENTS - 1 });
  });
});
