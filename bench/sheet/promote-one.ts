import { readFileSync } from 'node:fs';
import { openDatabase, openInMemory } from '../../src/database/open-database.js';
import { ENTITIES } from '../../src/entities.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { ProvinceService } from '../../src/registry/province.service.js';
import { demoSources } from '../../src/terminal/job-sources.js';
import { ACTOR, onServer } from './server-database.js';
import { sessionOver } from './session-over.js';

/**
 * Checks a roster and, unless rows are wrong, promotes it; prints seconds, processor seconds of this process and memory as
 * JSON. On a server's database that holds the demo's province, or, where none is named, on an engine in memory, which is
 * then in the memory and the processor time too. `beforeMb` is the memory when the province was loaded.
 */
const [path = '', promote = '', name = ''] = process.argv.slice(2);
const databaseUrl = onServer(name);
const server = { databaseUrl, databaseOwnerUrl: null, dataDir: '' };
const session = await sessionOver(
  await (name === '' ? openInMemory(ENTITIES) : openDatabase(server, ENTITIES)),
);
const { app } = session;
if (name === '') await app.get(ProvinceService).load(ACTOR, await demoSources());
const beforeMb = memoryMb();
let peakMb = beforeMb;
const sampled = setInterval(() => (peakMb = Math.max(peakMb, memoryMb())), 20);

const cpu = process.cpuUsage();
const from = performance.now();
const batch = await app.get(RosterService).stage(ACTOR, {
  sender: 'bench',
  asOf: '2025-06-30',
  files: [{ name: 'bench.xlsx', bytes: readFileSync(path) }],
});
const checked = performance.now();
const checking = process.cpuUsage(cpu);
const checkPeakMb = peakMb;
const promoted =
  promote === 'promote' ? await app.get(PromotionService).promote(ACTOR, batch.id) : batch;
const done = performance.now();
const { user, system } = process.cpuUsage(cpu);
clearInterval(sampled);
await session.close();
process.stdout.write(
  JSON.stringify({
    check: (checked - from) / 1000,
    promote: (done - checked) / 1000,
    processor: (user + system) / 1_000_000,
    checkProcessor: (checking.user + checking.system) / 1_000_000,
    rows: batch.rows,
    errors: batch.errors,
    state: promoted.state,
    added: promoted.added,
    beforeMb,
    checkPeakMb,
    peakMb,
  }),
);

function memoryMb(): number {
  return Math.round(process.memoryUsage().rss / 1_048_576);
}
