// A program of its own: its placement thread is killed while a run waits, and it ends although a second thread is idle.
import 'reflect-metadata';
import { facts, seats } from '../../dist/src/placement/spec-world.js';
import { PlacementThread } from '../../dist/src/placement/worker/placement-thread.js';

const workers = [];
process.on('worker', (worker) => workers.push(worker));

const world = facts({ seats: [seats('A', 'LAW', 1)] });
const thread = new PlacementThread();
const said = (error) => `${error.name}: ${error.message}`;

await thread.place(world, { kind: 'best' });
// Deaf from here on: an order that reached the thread could be answered before it is killed.
workers[0].postMessage = () => {};
const lost = [thread.place(world, { kind: 'best' }), thread.place(world, { kind: 'baseline' })];
const refusals = Promise.all(lost.map((run) => run.then(() => 'placed', said)));
await workers[0].terminate();
const answers = await refusals;
const { violations } = await thread.place(world, { kind: 'best' });
process.stdout.write(`${JSON.stringify({ answers, violations, threads: workers.length })}\n`);
