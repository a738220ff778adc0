import type { EntityManager } from 'typeorm';
import { Factories } from './factories.js';
import type { OpenPlace } from './backup-places.js';
import { randomRoster } from './random-roster.js';
import { storeBoth } from './store-roster.js';
import { TEST_ACTOR, TEST_PROVINCE } from './test-actor.js';

/** A text that every careless way of writing rows breaks. */
export const ODD_TEXT = 'a\nb\tc\\n"d\',{e}\u2028\u00a0👩‍🌾 Nà Tòng';
/** More than the embedded engine's socket takes in one message without pain. */
const LARGE_BYTES = 3 * 1024 * 1024;

/** A province with a roster, a scenario that points at its own run, an upload, and values at the edges of their types. */
export async function fillPlace({ transactions }: OpenPlace): Promise<void> {
  const factories = new Factories(transactions);
  await factories.aProvince();
  await transactions.run(TEST_ACTOR, async (manager) => {
    const run = await storeBoth(manager, { provinceCode: TEST_PROVINCE }, randomRoster(7));
    await manager.query('UPDATE scenarios SET chosen_run_id = $1', [run]);
    await storeUpload(manager);
  });
  await factories.aUnit({ name: 'Nà Tòng'.normalize('NFD'), areaKm2: 0.1 + 0.2, latitude: 5e-324 });
  await factories.aUnit({ name: '', areaKm2: 1.7976931348623157e308, longitude: -0 });
  await factories.aStaffMember({ fullName: ODD_TEXT });
  await deleteNewest(transactions);
}

async function storeUpload(manager: EntityManager): Promise<void> {
  const [batch] = await manager.query<{ id: number }[]>(
    `INSERT INTO import_batches (province_code, sender, as_of, state, created_at, created_by)
     VALUES ($1, $2, '2025-06-30', 'promoted', '2025-06-30T23:59:59.123456+07:00', 'canbo') RETURNING id`,
    [TEST_PROVINCE, ODD_TEXT],
  );
  for (const content of [Buffer.alloc(0), noise()])
    await manager.query(
      `INSERT INTO import_files (province_code, batch_id, name, sha256, content) VALUES ($1, $2, $3, 'x', $4)`,
      [TEST_PROVINCE, batch?.id, `tệp ${content.length}`, content],
    );
  await manager.query(
    `INSERT INTO import_rows (province_code, batch_id, file, sheet, row_number, record, state)
     VALUES ($1, $2, 'null', '', 2147483647, $3, 'staged')`,
    [TEST_PROVINCE, batch?.id, `{"n": 12345678901234567890.10, "t": ${JSON.stringify(ODD_TEXT)}}`],
  );
}

/** Bytes that do not get smaller: Lehmer's generator. */
function noise(): Buffer {
  const bytes = Buffer.alloc(LARGE_BYTES);
  let state = 1;
  for (let at = 0; at < LARGE_BYTES; at++) {
    state = (state * 48_271) % 2_147_483_647;
    bytes[at] = state >> 16;
  }
  return bytes;
}

/** So that a sequence stands further on than any row. */
async function deleteNewest(transactions: OpenPlace['transactions']): Promise<void> {
  const factories = new Factories(transactions);
  const { id } = await factories.aUnit({ code: 'GONE' });
  await transactions.run(TEST_ACTOR, (manager) =>
    manager.query('DELETE FROM units WHERE province_code = $1 AND id = $2', [TEST_PROVINCE, id]),
  );
}
