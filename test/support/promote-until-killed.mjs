// A program of its own over the installation's database: says what stands there, promotes a staged batch and is killed.
// Without `promote` it only makes the province and stages the batch.
import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { readFile } from 'node:fs/promises';
import { Installation } from '../../dist/src/access/installation.js';
import { PromotionService } from '../../dist/src/roster/promotion.service.js';
import { RosterService } from '../../dist/src/roster/roster.service.js';
import { ProvinceService } from '../../dist/src/registry/province.service.js';
import { Transactions } from '../../dist/src/shared/transactions.js';
import { withInstalled } from '../../dist/src/terminal/installed.js';

const [command, path] = process.argv.slice(2);
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

/** Everything that a promotion writes, without ids: of two promotions of one batch they differ. */
const STATE = `
  SELECT json_build_object(
    'batch', (SELECT array_agg(state ORDER BY id) FROM import_batches),
    'rows', (SELECT json_object_agg(state, rows) FROM (
       SELECT state, count(*) AS rows FROM import_rows GROUP BY state ORDER BY state) r),
    'written', (SELECT count(*) FROM import_rows WHERE staff_id IS NOT NULL AND after_hashes IS NOT NULL),
    'people', (SELECT md5(coalesce(string_agg((to_jsonb(s) - '{id,created_in}'::text[])::text, '|' ORDER BY s.key), ''))
       FROM staff s),
    'details', (SELECT md5(coalesce(string_agg(s.key || (to_jsonb(w) - '{id,staff_id}'::text[])::text, '|'
       ORDER BY s.key), '')) FROM wishes w JOIN staff s ON s.id = w.staff_id),
    'postings', (SELECT md5(coalesce(string_agg(s.key || (to_jsonb(p) - '{id,staff_id}'::text[])::text, '|'
       ORDER BY s.key, p.starts_on), '')) FROM postings p JOIN staff s ON s.id = p.staff_id),
    'promotions', (SELECT count(*) FILTER (WHERE action = 'roster.promoted')
       - count(*) FILTER (WHERE action = 'roster.undone') FROM audit_entries)) AS state`;

await withInstalled(async (app) => {
  const actor = app.get(Installation).operator('terminal');
  if (command === 'prepare') {
    const { sources, batches } = JSON.parse(await readFile(path, 'utf8'));
    await app.get(ProvinceService, { strict: false }).load(actor, sources);
    for (const { asOf, file } of batches) {
      const files = [{ name: 'danh-sach.xlsx', bytes: Buffer.from(file, 'base64') }];
      const upload = { sender: 'UBND huyện', asOf, files };
      const { id } = await app.get(RosterService, { strict: false }).stage(actor, upload);
      say({ id });
    }
    return;
  }
  const promotion = app.get(PromotionService, { strict: false });
  const id = Number(path);
  const state = () =>
    app.get(Transactions).run(actor, async (manager) => (await manager.query(STATE))[0].state);
  const found = await state();
  say({ found });
  if (found.batch.at(-1) === 'promoted') await promotion.undo(actor, id);
  if (command === 'look') return;
  say({ begins: true });
  const began = performance.now();
  await promotion.promote(actor, id);
  say({ took: performance.now() - began });
});
