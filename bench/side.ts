import { cpus } from 'node:os';
import { HighsSolver } from '../src/placement/side/highs-solver.js';
import { improved } from '../src/placement/side/neighbourhood-search.js';
import { priceRows } from '../src/placement/side/prices.js';
import { repaired } from '../src/placement/side/repair.js';
import { valueOf, type SideProblem } from '../src/placement/side/side-problem.js';
import { sideInstance, type SideShape } from './side/instance.js';
import { lpBound } from './side/lp-bound.js';

/**
 * Placements under side constraints: our bound beside the bound of HiGHS' linear programme, and the gap of our placement to
 * it after 10 and 30 s. `npm run bench -- side [M] [L]`; `--smoke` takes a small one for three seconds.
 */
const SHAPES: Readonly<Record<string, SideShape>> = {
  smoke: { people: 150, units: 6, seed: 4 },
  S: { people: 1_500, units: 25, seed: 1 },
  M: { people: 3_000, units: 50, seed: 2 },
  L: { people: 8_000, units: 125, seed: 3 },
};
const SIZES = [
  { near: 1, threshold: 200 },
  { near: 2, threshold: 300 },
  { near: 4, threshold: 300 },
  { near: 5, threshold: 1_000 },
];
/** Part of the time in which prices are sought. */
const FOR_PRICES = 0.4;

interface Solved {
  readonly bound: number;
  readonly rounds: number;
  readonly total: number;
  readonly hardBroken: number;
  readonly seconds: number;
}

function solve(problem: SideProblem, solver: HighsSolver, seconds: number): Solved {
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const priced = priceRows(problem, {
    rounds: 400,
    patience: 40,
    progress: 20,
    firstStep: 2_000,
    isLate: () => elapsed() > FOR_PRICES * seconds,
  });
  const found = improved(problem, priced, repaired(problem, priced.seenPrices), {
    solver,
    limits: { rounds: 100_000, secondsEach: 3, isLate: () => elapsed() > seconds },
    sizes: SIZES,
  });
  const { total, hardBroken } = valueOf(problem, found.flow);
  return { bound: priced.bound, rounds: priced.rounds, total, hardBroken, seconds: elapsed() };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.abs(whole)).toFixed(5)} %`;
}

const smoke = process.argv.includes('--smoke');
const asked = process.argv.slice(2).filter((each) => each in SHAPES);
const names = smoke ? ['smoke'] : asked.length > 0 ? asked : ['M', 'L'];
const solver = await HighsSolver.load();
print(`Node ${process.version}, ${cpus().length} cores`);
for (const name of names) {
  const problem = sideInstance(SHAPES[name]!);
  const hard = problem.rows.filter(({ penalty }) => penalty === null).length;
  const { tail } = problem.network;
  print(`\n${name}: ${tail.length} arcs, ${problem.rows.length} rows, ${hard} of them hard`);
  const linear = await lpBound(problem);
  print(`HiGHS LP   bound ${linear.bound}, ${linear.seconds.toFixed(1)} s`);
  for (const seconds of smoke ? [3] : [10, 30]) {
    const ours = solve(problem, solver, seconds);
    const below = percent(linear.bound - ours.bound, linear.bound);
    print(`${seconds} s: bound ${ours.bound} (${below} below the LP), ${ours.rounds} rounds`);
    const gap = percent(ours.total - linear.bound, linear.bound);
    const took = ours.seconds.toFixed(1);
    print(`      total ${ours.total}, gap ${gap}, hard rows broken ${ours.hardBroken}, ${took} s`);
    if (ours.hardBroken > 0 || ours.bound > linear.bound + 1) throw new Error(`${name}: not sound`);
  }
}
