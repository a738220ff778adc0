import { LetterCheckService } from '../../src/letter/letter-check.service.js';
import { LetterIssueService } from '../../src/letter/letter-issue.service.js';
import { LetterService } from '../../src/letter/letter.service.js';
import { ACTOR } from '../sheet/server-database.js';
import { sessionOver } from '../sheet/session-over.js';
import { openPlace, type Place } from './place.js';

/**
 * Issues the letters of an applied plan (each is read back before it is stored), reads all of them back out of the database
 * and puts them into one file; prints seconds and the highest memory of this process, the embedded engine in it.
 */
const [engine, name, scenario = '', unit = ''] = process.argv.slice(2);
const session = await sessionOver(await openPlace([engine, name] as unknown as Place));
const { app } = session;
const scenarioId = Number(scenario);
const beforeMb = memoryMb();
let peakMb = beforeMb;
const sampled = setInterval(() => (peakMb = Math.max(peakMb, memoryMb())), 20);

const issuer = {
  ...{ superior: 'UBND TỈNH ĐIỆN BIÊN', body: 'SỞ NỘI VỤ', place: 'Điện Biên' },
  ...{ authority: 'GIÁM ĐỐC SỞ NỘI VỤ', signerTitle: 'GIÁM ĐỐC', signerName: '' },
};
const span = { year: 2025, symbol: 'QĐ-SNV', first: 1, last: 9_999 };
const blockId = await app.get(LetterService).openBlock(ACTOR, { ...span, issuer });
const asked = {
  ...{ scenarioId, blockId, issuedOn: '2025-07-01', staffIds: null },
  unitCode: unit === '' ? null : unit,
};
const from = performance.now();
let issued = 0;
for (;;) {
  const part = await app.get(LetterIssueService).ofPlan(ACTOR, asked);
  issued += part.issued;
  if (part.left === 0) break;
}
const written = performance.now();
const scope = { scenarioId, movementId: null };
const { letters, faults } = await app.get(LetterCheckService).check(ACTOR, scope);
const checked = performance.now();
const issuedPeakMb = peakMb;
const filter = { ...scope, all: false, search: '' };
const zip = await app.get(LetterService).zip(ACTOR, filter, 'Đo thời gian');
const zipped = performance.now();
clearInterval(sampled);
const [block] = await app.get(LetterService).numberBlocks(ACTOR);
await session.close();
process.stdout.write(
  JSON.stringify({
    ...{ issued, letters, faults: faults.length, numbers: (block?.next ?? 1) - 1 },
    issue: (written - from) / 1000,
    check: (checked - written) / 1000,
    zip: (zipped - checked) / 1000,
    zipMb: zip.bytes.length / 1_048_576,
    ...{ beforeMb, issuedPeakMb, peakMb },
  }),
);

function memoryMb(): number {
  return Math.round(process.memoryUsage().rss / 1_048_576);
}
