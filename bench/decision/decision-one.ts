import { ComparisonService } from '../../src/comparison/comparison.service.js';
import { ApplicationService } from '../../src/decision/application.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import { openPlace, type Place } from '../letters/place.js';
import { median } from '../median.js';
import { ACTOR } from '../sheet/server-database.js';
import { sessionOver } from '../sheet/session-over.js';

/**
 * Takes the applied plan back and applies it again, and compares the runs of both plans of the demo; prints seconds. The
 * first of each is warm-up and left out.
 */
const [engine, name, scenario = '', rounds = ''] = process.argv.slice(2);
const session = await sessionOver(await openPlace([engine, name] as unknown as Place));
const { app } = session;
const scenarioId = Number(scenario);
const applied: number[] = [];
const takenBack: number[] = [];
const compared: number[] = [];

const runs = await app.get(PlacementService).list(ACTOR);
const own = runs.find((run) => run.scenarioId === scenarioId);
const other = runs.find((run) => run.scenarioId !== scenarioId && run.kind === 'best');
if (!own || !other) throw new Error('The demo has no two plans with runs');

for (let round = 0; round <= Number(rounds); round++) {
  takenBack.push(await timed(() => application('takeBack')));
  applied.push(await timed(() => application('apply')));
  compared.push(await timed(() => app.get(ComparisonService).overview(ACTOR, [own.id, other.id])));
}
const placements = await app
  .get(PlacementService)
  .proposals(ACTOR, own.id, { offset: 0, limit: 1 });
await session.close();
process.stdout.write(
  JSON.stringify({
    people: placements.total,
    apply: median(applied.slice(1)),
    takeBack: median(takenBack.slice(1)),
    compare: median(compared.slice(1)),
  }),
);

async function application(act: 'apply' | 'takeBack'): Promise<void> {
  const { version } = await app.get(ScenarioService).get(ACTOR, scenarioId);
  const service = app.get(ApplicationService);
  const request = { scenarioId, version };
  const { scenario: after } =
    act === 'apply' ? await service.apply(ACTOR, request) : await service.takeBack(ACTOR, request);
  const wanted = act === 'apply' ? 'applied' : 'approved';
  if (after.state !== wanted) throw new Error(`the plan is ${after.state}, not ${wanted}`);
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await act();
  return (performance.now() - from) / 1000;
}
