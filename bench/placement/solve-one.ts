/**
 * One process: draws a placement and solves it `runs` times. Prints JSON. Arguments: name, goal, runs.
 * Seconds are of the processor, collector and compiler included, so that other work falls out of them.
 */
import type { PersonProblem } from '../../src/placement/flow/people/person-network.js';
import { solvePeople } from '../../src/placement/flow/people/solve-people.js';
import { solveLexicographic } from '../../src/placement/flow/lexicographic.js';
import { personCertificateViolations } from '../../src/placement/person-certificate.js';
import { generate, SIZES } from './instance.js';
import { realUnits } from './real-units.js';
import { asFlowNetwork, weightedCosts, weightedProblem } from './weighted.js';

export type Goal = 'weighted' | 'levels' | 'general';

export interface Measured {
  readonly arcs: number;
  readonly generateSeconds: number;
  readonly seconds: readonly number[];
  readonly certificateSeconds: readonly number[];
  readonly objectives: readonly number[];
  readonly pivots: number;
  readonly violations: readonly string[];
  readonly peakMemoryMb: number;
}

function timed<T>(work: () => T): { value: T; seconds: number } {
  const from = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(from);
  return { value, seconds: (user + system) / 1e6 };
}

function solveGeneral(problem: PersonProblem, runs: number) {
  const network = asFlowNetwork(problem);
  const costs = weightedCosts(problem);
  const solved = Array.from({ length: runs }, () =>
    timed(() => solveLexicographic(network, [costs])),
  );
  const { objectives, pivots } = solved[0]!.value;
  const seconds = solved.map((each) => each.seconds);
  return { seconds, certificateSeconds: [], objectives, pivots, violations: [] };
}

function solveSpecial(problem: PersonProblem, runs: number) {
  const seconds: number[] = [];
  const certificateSeconds: number[] = [];
  let last = null;
  for (let run = 0; run < runs; run++) {
    const solved = timed(() => solvePeople(problem));
    const checked = timed(() => personCertificateViolations(problem, solved.value));
    seconds.push(solved.seconds);
    certificateSeconds.push(checked.seconds);
    last = { ...solved.value, violations: checked.value };
  }
  if (!last) throw new Error('no run');
  const { objectives, pivots, violations } = last;
  return { seconds, certificateSeconds, objectives, pivots, violations };
}

const [name = '', goal = '', runs = '1'] = process.argv.slice(2);
const size = SIZES.find((each) => each.name === name);
if (!size) throw new Error(`no size ${name}`);
const units = realUnits();
const drawn = timed(() => generate(size, units).problem);
const problem = goal === 'weighted' ? weightedProblem(drawn.value) : drawn.value;
const solved =
  goal === 'general' ? solveGeneral(problem, Number(runs)) : solveSpecial(problem, Number(runs));
const measured: Measured = {
  arcs: problem.network.place.length,
  generateSeconds: drawn.seconds,
  ...solved,
  peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(`${JSON.stringify(measured)}\n`);
