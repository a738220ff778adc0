import { readFileSync } from 'node:fs';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { ProvinceService } from '../../src/registry/province.service.js';
import { operatorOf } from '../../src/shared/actor.js';
import { demoSources } from '../../src/terminal/job-sources.js';
import { openSession } from '../../src/terminal/session.js';

/**
 * Checks a roster and, unless rows are wrong, promotes it, on an engine in memory that holds the demo's province; prints
 * seconds and memory as JSON. Memory is the whole process with its database: `beforeMb` when the province was loaded.
 */
const PROVINCE = '11';
const [path = '', promote = ''] = process.argv.slice(2);
const actor = operatorOf(PROVINCE, 'bench');
const session = await openSession({ provinceCode: PROVINCE, demo: true });
const { app } = session;
await app.get(ProvinceService).load(actor, await demoSources());
const beforeMb = Math.round(process.memoryUsage().rss / 1_048_576);
let peakMb = beforeMb;
const sampled = setInterval(() => {
  peakMb = Math.max(peakMb, Math.round(process.memoryUsage().rss / 1_048_576));
}, 20);

const from = performance.now();
const batch = await app.get(RosterService).stage(actor, {
  sender: 'bench',
  asOf: '2025-06-30',
  files: [{ name: 'bench.xlsx', bytes: readFileSync(path) }],
});
const checked = performance.now();
const promoted =
  promote === 'promote' ? await app.get(PromotionService).promote(actor, batch.id) : batch;
const done = performance.now();
clearInterval(sampled);
await session.close();
process.stdout.write(
  JSON.stringify({
    check: (checked - from) / 1000,
    promote: (done - checked) / 1000,
    rows: batch.rows,
    errors: batch.errors,
    state: promoted.state,
    beforeMb,
    peakMb,
  }),
);
