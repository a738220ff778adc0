import { cpus, loadavg } from 'node:os';
import { cellKey } from '../src/placement/cells.js';
import { personProblem } from '../src/placement/flow/people/person-network.js';
import { solvePeople } from '../src/placement/flow/people/solve-people.js';
import { solvePlacement, type SolvedPlacement } from '../src/placement/place.js';
import { pricedRun, type PricedRun } from '../src/placement/price/priced-run.js';
import type { Change } from '../src/placement/price/question.js';
import { Replan } from '../src/placement/price/replan.js';
import { whatIf } from '../src/placement/price/what-if.js';
import { whyCell } from '../src/placement/price/why-cell.js';
import { whyPerson } from '../src/placement/price/why-person.js';
import { randomFrom } from './flow/random-network.js';
import { median } from './median.js';
import { provinceFacts, SHAPES } from './what-if/province.js';

/**
 * Questions about a run: what a change would really do, the next best places of a person, who could take a seat. Times are
 * of the processor, from the question to the answer in words, as the thread of prices gives it; on a run that is loaded but
 * has answered nothing yet, and again when it has.
 *
 * Arguments: names of shapes (default L), `--questions=200`, `--smoke`.
 */
const SMOKE = process.argv.includes('--smoke');
const asked = process.argv.slice(2).filter((each) => each in SHAPES);
const QUESTIONS = SMOKE
  ? 20
  : Number(/--questions=(\d+)/.exec(process.argv.join(' '))?.[1] ?? '200');
const OPTIONS = { kind: 'best' as const };

function processorMs(work: () => void): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e3;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

type Asker = (run: PricedRun, below: (limit: number) => number) => () => unknown;

/** A person who is not pinned, and one of the places that are open to them. */
function openPlace(run: PricedRun, below: (limit: number) => number) {
  const { graph } = run.state;
  for (;;) {
    const person = below(run.world.candidates.length);
    const first = graph.firstArc[person]!;
    const place = graph.arcPlace[first + below(graph.firstArc[person + 1]! - first)]!;
    const cell = run.world.cells.all[place];
    const { staffId } = run.world.candidates[person]!.person;
    if (cell) return { person, staffId, unitCode: cell.unitCode, positionCode: cell.position.code };
  }
}

const asks =
  (change: (at: ReturnType<typeof openPlace>) => Change): Asker =>
  (run, below) => {
    const question = change(openPlace(run, below));
    return () => whatIf(run, question);
  };

const QUESTIONS_OF: Readonly<Record<string, Asker>> = {
  'pin in an open place': asks(({ staffId, unitCode, positionCode }) => ({
    kind: 'pin',
    staffId,
    unitCode,
    positionCode,
  })),
  'forbid the present unit': (run, below) => {
    const { staffId, person } = openPlace(run, below);
    const { unitCode } = run.proposals[person]!;
    const forbid = { kind: 'forbid', staffId, unitCode: unitCode ?? 'N000', positionCode: null };
    return () => whatIf(run, forbid as Change);
  },
  'leave the service': asks(({ staffId }) => ({ kind: 'leave', staffId })),
  'one seat more': asks(({ unitCode, positionCode }) => ({
    kind: 'seats',
    unitCode,
    positionCode,
    seats: 1,
    required: 1,
  })),
  'the next ten places of a person': (run, below) => {
    const { staffId } = openPlace(run, below);
    return () => whyPerson(run, { staffId, most: 10, commune: null });
  },
  'who could take a seat': (run, below) => {
    const { unitCode, positionCode } = openPlace(run, below);
    return () => whyCell(run, unitCode, positionCode, 10);
  },
};

function loaded(solved: SolvedPlacement): PricedRun {
  const { proposals, potentials } = solved.result;
  return pricedRun({ facts: solved.world.facts, options: OPTIONS, proposals, potentials });
}

/** The 95th of a hundred. */
function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(0.95 * values.length) - 1] ?? NaN;
}

function shown(times: readonly number[]): string {
  return `${median(times).toFixed(2).padStart(8)} ${p95(times).toFixed(2).padStart(8)}`;
}

function measure(name: string, asker: Asker, run: PricedRun): string {
  const random = randomFrom(7);
  const below = (limit: number): number => Math.floor(random() * limit);
  const work = Array.from({ length: QUESTIONS }, () => asker(run, below));
  const first = work.map((each) => processorMs(each));
  const again = work.map((each) => processorMs(each));
  return `${name.padEnd(32)} ${shown(first)}   ${shown(again)}`;
}

/** A pin made and the optimum found again, beside the engine's cold solve of the same network. */
function againstCold(run: PricedRun): string {
  const random = randomFrom(11);
  const below = (limit: number): number => Math.floor(random() * limit);
  const { network, levels, free } = run.net;
  const problem = personProblem(network, levels, free.length);
  const cold = Array.from({ length: SMOKE ? 2 : 8 }, () => processorMs(() => solvePeople(problem)));
  const warm = Array.from({ length: SMOKE ? 5 : 60 }, () => {
    const { person, unitCode, positionCode } = openPlace(run, below);
    const cell = run.world.cells.byKey.get(cellKey(unitCode, positionCode))!;
    return processorMs(() => new Replan(run.state).pin(person, cell.index));
  });
  const ratio = median(warm) / median(cold.slice(cold.length / 2));
  return `${'a pin made, solved again'.padEnd(32)} ${shown(warm)}   ${ratio.toFixed(4)} of a cold solve`;
}

print(`Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`);
for (const name of SMOKE ? ['smoke'] : asked.length > 0 ? asked : ['L']) {
  const facts = provinceFacts(SHAPES[name]!);
  const solved = solvePlacement(facts, OPTIONS);
  if (!solved.result.proven) throw new Error('the run is not proven');
  const solve = processorMs(() => solvePlacement(facts, OPTIONS));
  const load = processorMs(() => loaded(solved));
  const run = loaded(solved);
  print('');
  print(`${name}: ${facts.people.length} people, ${run.state.graph.arcPerson.length} arcs`);
  print(`facts → checked proposals ${(solve / 1e3).toFixed(2)} s, loading ${load.toFixed(0)} ms`);
  print(`${'milliseconds'.padEnd(32)}   median      p95   again: median   p95`);
  for (const [kind, asker] of Object.entries(QUESTIONS_OF)) print(measure(kind, asker, run));
  print(againstCold(run));
}
