import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { LawStore } from '../../src/law/law.store.js';
import type { WantedMovement } from '../../src/movement/movement.js';
import { readParameterPack } from '../../src/rules/parameter-pack.js';
import { operatorOf, type Actor } from '../../src/shared/actor.js';
import { dataPath } from '../../src/shared/project-root.js';
import { openApp } from './demo-sources-app.js';
import type { FreshDatabase } from './fresh-database.js';
import { RosterBuilder } from './roster-builder.js';
import { storeInRegistry } from './store-roster.js';

/** Two communes from 2025-07-01; all law is loaded. */
export const WORLD: Actor = operatorOf('12', 'test');
/** Qualified, seated in C0.VP as P0. */
export const MAI = '011000000901';
/** Qualified, seated in C0.VP as P0 beside her. */
export const NAM = '011000000902';
/** After training, without a seat, in C1.VP as P2. */
export const BA = '011000000903';

export interface MovementWorld {
  readonly app: INestApplicationContext;
  idOf(key: string): Promise<number>;
}

/** C0.VP has two seats of P0, C1.VP one of P0 that is vacant and one of P2. */
export async function movementWorld(database: FreshDatabase): Promise<MovementWorld> {
  const roster = new RosterBuilder()
    .withSeats('C0.VP', 'P0', 2)
    .withSeats('C1.VP', 'P0', 1)
    .withSeats('C1.VP', 'P2', 1)
    .withNorm('C0', 'government', 2)
    .withNorm('C1', 'government', 3)
    .withPerson({ key: MAI, unitCode: 'C0.VP', positionCode: 'P0', fit: 'exact' })
    .withPerson({ key: NAM, unitCode: 'C0.VP', positionCode: 'P0', fit: 'exact' })
    .withPerson({
      key: BA,
      unitCode: 'C1.VP',
      positionCode: 'P2',
      fit: 'after-training',
      seated: false,
    });
  await database.transactions.run(WORLD, async (manager) => {
    for (const file of readdirSync(dataPath('rules'))) {
      const json: unknown = JSON.parse(readFileSync(join(dataPath('rules'), file), 'utf8'));
      await new LawStore().addPack(manager, readParameterPack(json));
    }
    await storeInRegistry(manager, WORLD, roster);
    await manager.query(`DELETE FROM staff_conditions WHERE province_code = '12'`);
    await manager.query(
      `UPDATE staff SET degree = 'university', sex = 'male', born_on = '1980-05-12', position_allowance = 0.5
       WHERE province_code = '12'`,
    );
  });
  const app = await openApp(database);
  return {
    app,
    idOf: async (key) => {
      const [row] = await database.query<{ id: number }[]>(`SELECT id FROM staff WHERE key = $1`, [
        key,
      ]);
      if (!row) throw new Error(`nobody has the key ${key}`);
      return Number(row.id);
    },
  };
}

/** A transfer to the vacant seat in C1, unless said otherwise. */
export function aMove(staffId: number, change: Partial<WantedMovement> = {}): WantedMovement {
  return {
    staffId,
    kind: 'transfer',
    startsOn: '2026-02-01',
    endsOn: null,
    unitCode: 'C1.VP',
    positionCode: 'P0',
    reason: 'task',
    newAllowance: null,
    ofMovement: null,
    ...change,
  };
}
