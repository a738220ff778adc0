// A program of its own over the installation's database: says what stands there, promotes a staged batch and is killed.
// With `prepare` it only makes the province and stages the batches; `through` promotes one batch after another.
import 'reflect-metadata';
import { performance } from 'node:perf_hooks';
import { readFile } from 'node:fs/promises';
import { Installation } from '../../dist/src/access/installation.js';
import { PromotionService } from '../../dist/src/roster/promotion.service.js';
import { RosterService } from '../../dist/src/roster/roster.service.js';
import { ProvinceService } from '../../dist/src/registry/province.service.js';
import { Transactions } from '../../dist/src/shared/transactions.js';
import { withInstalled } from '../../dist/src/terminal/installed.js';
import { REGISTRY_STATE } from './registry-state.mjs';

const [command, path, last] = process.argv.slice(2);
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
    if (sources !== undefined)
      await app.get(ProvinceService, { strict: false }).load(actor, sources);
    for (const { asOf, file, kind = 'roster' } of batches) {
      const files = [{ name: 'danh-sach.xlsx', bytes: Buffer.from(file, 'base64') }];
      const upload = { sender: 'UBND huyện', asOf, files, kind };
      const roster = app.get(RosterService, { strict: false });
      const { id, errors } = await roster.stage(actor, upload);
      const page = { batchId: id, severity: 'error', offset: 0, limit: 9 };
      if (errors > 0) throw new Error(JSON.stringify(await roster.issues(actor, page)));
      say({ id });
    }
    return;
  }
  const promotion = app.get(PromotionService, { strict: false });
  const asked = (sql) =>
    app.get(Transactions).run(actor, async (manager) => (await manager.query(sql))[0].state);
  if (command === 'through') {
    const ids = path.split(',').map(Number);
    const found = await asked(REGISTRY_STATE);
    say({ found });
    const isPromoted = (id) => found.batches[id - 1]?.[1] === true;
    for (const id of ids.filter(isPromoted).reverse()) await promotion.undo(actor, id);
    if (last === 'look') return;
    const states = [await asked(REGISTRY_STATE)];
    say({ begins: true });
    let took = 0;
    for (const id of ids) {
      const began = performance.now();
      await promotion.promote(actor, id);
      took += performance.now() - began;
      if (last === 'all') states.push(await asked(REGISTRY_STATE));
    }
    say({ took, states });
    return;
  }
  const id = Number(path);
  const state = () => asked(STATE);
  const found = await state();
  say({ found });
  if (found.batch.at(-1) === 'promoted') await promotion.undo(actor, id);
  if (command === 'look') return;
  say({ begins: true });
  const began = performance.now();
  await promotion.promote(actor, id);
  say({ took: performance.now() - began });
});
