import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ProvinceService } from '../../src/registry/province.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { operatorOf } from '../../src/shared/actor.js';
import { openApp } from '../support/demo-sources-app.js';
import { smallRoster } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const levels = (province: string) =>
  database.query<{ level: string; units: number; from: string }[]>(
    `SELECT level, count(*)::integer AS units, min(starts_on)::text AS "from" FROM units
     WHERE province_code = $1 GROUP BY level ORDER BY level`,
    [province],
  );

describe('a province of the public lists', () => {
  it('takes no roster before it has units', async () => {
    const files = [
      await smallRoster([{ number: '020085000077', unit: 'Xã A', position: 'CT UBND' }]),
    ];
    const upload = { sender: 'UBND huyện', asOf: '2025-06-30', files };
    await expect(app.get(RosterService).stage(operatorOf('20'), upload)).rejects.toMatchObject({
      code: 'roster.no-province',
    });
  });

  it('has its old communes and districts before 1 July 2025', async () => {
    // Tuyên Quang took in Hà Giang: the units of both.
    const loaded = await app.get(ProvinceService).loadKnown(operatorOf('08'), '2025-06-30');
    expect(await levels('08')).toEqual([
      { level: 'commune', units: 330, from: '2025-01-01' },
      { level: 'district', units: 18, from: '2025-01-01' },
      { level: 'province', units: 1, from: '2025-01-01' },
    ]);
    expect(loaded).toMatchObject({ units: 348 });
  });

  it('has its new communes since, its own name, and the catalogues', async () => {
    await app.get(ProvinceService).loadKnown(operatorOf('20'), '2025-07-01');
    expect(await levels('20')).toEqual([
      { level: 'commune', units: 65, from: '2025-07-01' },
      { level: 'province', units: 1, from: '2025-07-01' },
    ]);
    const [named] = await database.query<{ name: string }[]>(
      `SELECT name FROM provinces WHERE code = '20'`,
    );
    expect(named?.name).toBe('Tỉnh Lạng Sơn');
    const [seen] = await database.query<{ catalogues: number }[]>(
      `SELECT count(DISTINCT catalogue)::integer AS catalogues FROM positions WHERE province_code = '20'`,
    );
    expect(seen?.catalogues).toBe(2);
  });

  it('is loaded once', async () => {
    const again = app.get(ProvinceService).loadKnown(operatorOf('20'), '2025-06-30');
    await expect(again).rejects.toMatchObject({ code: 'registry.province-loaded' });
  });

  it('must be one of the country', async () => {
    const unknown = app.get(ProvinceService).loadKnown(operatorOf('99'), '2025-06-30');
    await expect(unknown).rejects.toMatchObject({ code: 'registry.province-unknown' });
  });
});
