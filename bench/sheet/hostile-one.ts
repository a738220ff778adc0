import { AppError } from '../../src/shared/errors.js';
import { readRosterFiles } from '../../src/roster/reading/read-files.js';
import { HOSTILE_FILES } from '../../test/support/hostile-files.js';
import { readFileSync } from 'node:fs';

/** Reads one hostile file as an upload is read, in its thread, and prints what came of it as JSON. */
const [index = '', path = ''] = process.argv.slice(2);
const file = HOSTILE_FILES[Number(index)];
if (file === undefined) throw new Error(`no hostile file ${index}`);
const bytes = readFileSync(path);
const from = performance.now();
let said = 'read';
try {
  await readRosterFiles([{ name: 'a.xlsx', bytes }]);
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  said = error.code;
}
const seconds = (performance.now() - from) / 1000;
const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ seconds, said, peakMemoryMb }));
