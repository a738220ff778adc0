import { demoSources } from '../../src/terminal/job-sources.js';
import { Stages } from '../../src/terminal/stages.js';
import { WholeJob } from '../../src/terminal/whole-job.js';
import { ACTOR } from '../sheet/server-database.js';
import { sessionOver } from '../sheet/session-over.js';
import { openPlace, type Place } from './place.js';

/** Loads the demo of Điện Biên, whose baseline is applied, and prints the applied scenario. */
const session = await sessionOver(await openPlace(process.argv.slice(2) as unknown as Place));
const { asItWas } = await session.app.get(WholeJob).run(ACTOR, await demoSources(), new Stages());
await session.close();
process.stdout.write(JSON.stringify({ scenarioId: asItWas.scenario.id }));
