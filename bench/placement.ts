import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childJson } from './child.js';
import { median } from './median.js';
import { type Size, SIZES } from './placement/instance.js';
import { installedPeers, type Peer, type PeerRun } from './placement/peers.js';
import type { Goal, Measured } from './placement/solve-one.js';

/**
 * Seeded placements solved by our engines and by peers, on the same files, in turns, each in a process of
 * its own; seconds are of the processor. Objectives must be equal, else it fails.
 *
 * Arguments: names of sizes (default all but country), `--rounds=3`, `--smoke` (S and Sh, one round),
 * `--write=FOLDER` (only writes the instances as DIMACS files). Country needs 2 GB for LEMON.
 */
const SMOKE = process.argv.includes('--smoke');
const argument = (name: string): string | undefined =>
  new RegExp(`--${name}=(\\S+)`).exec(process.argv.join(' '))?.[1];
const ROUNDS = SMOKE ? 1 : Number(argument('rounds') ?? 3);
const WARM_UP = 5;
const RUNS = 6;
const script = (name: string): string =>
  fileURLToPath(new URL(`./placement/${name}.js`, import.meta.url));

function chosen(): Size[] {
  const named = process.argv.slice(2).filter((each) => !each.startsWith('--'));
  const wanted = SMOKE ? ['S', 'Sh'] : named;
  return SIZES.filter(({ name }) =>
    wanted.length > 0 ? wanted.includes(name) : name !== 'country',
  );
}

function ours(size: Size, goal: Goal): Measured {
  const runs = size.people > 100_000 ? 1 : WARM_UP + RUNS;
  return childJson<Measured>(process.execPath, [
    script('solve-one'),
    size.name,
    goal,
    String(runs),
  ]);
}

/** The first solves of a process are compiled while they run; what is left is the median of the others. */
function warm(seconds: readonly number[]): number {
  return median(seconds.length > WARM_UP ? seconds.slice(WARM_UP) : seconds);
}

interface Round {
  readonly weighted: Measured;
  readonly levels: Measured;
  readonly general: Measured | null;
  readonly peers: ReadonlyMap<string, PeerRun>;
}

function round(size: Size, path: string, peers: readonly Peer[]): Round {
  const runs = size.people > 100_000 ? 1 : 3;
  return {
    weighted: ours(size, 'weighted'),
    levels: ours(size, 'levels'),
    general: size.people > 100_000 ? null : ours(size, 'general'),
    peers: new Map(
      peers
        .filter(({ mostPeople }) => size.people <= mostPeople)
        .map((peer) => [peer.name, peer.run(path, runs)]),
    ),
  };
}

const seconds = (value: number): string => `${value.toFixed(3).padStart(9)} s`;

function ownLine(
  name: string,
  rounds: readonly Round[],
  of: (each: Round) => Measured | null,
): string {
  const all = rounds.map(of).filter((each) => each !== null);
  if (all.length === 0) return `${name.padEnd(30)} not run`;
  const cold = median(all.map((each) => each.seconds[0] ?? 0));
  const memory = Math.max(...all.map((each) => each.peakMemoryMb));
  const warmed = median(all.map((each) => warm(each.seconds)));
  return `${name.padEnd(30)} ${seconds(warmed)}  ${String(memory).padStart(5)} MB   cold ${cold.toFixed(3)} s, ${all[0]?.pivots} pivots`;
}

function peerLine(name: string, rounds: readonly Round[]): string {
  const runs = rounds.map(({ peers }) => peers.get(name)).filter((each) => each !== undefined);
  if (runs.length === 0) return `${name.padEnd(30)} not run at this size`;
  const ratio = (of: (each: Round) => Measured | null): string => {
    const pairs = rounds.map((each) => {
      const peer = each.peers.get(name);
      const own = of(each);
      return peer && own ? warm(own.seconds) / median([...peer.seconds]) : NaN;
    });
    return median(pairs).toFixed(2);
  };
  const memory = Math.max(...runs.map((each) => each.peakMemoryMb));
  const took = median(runs.map((each) => median([...each.seconds])));
  return (
    `${name.padEnd(30)} ${seconds(took)}  ${String(memory).padStart(5)} MB   ours / it: ` +
    `one cost ${ratio(({ weighted }) => weighted)}, six levels ${ratio(({ levels }) => levels)}, general ${ratio(({ general }) => general)}`
  );
}

/** What is not as it must be: an objective that differs, an answer that its checker refuses. */
function faults(size: Size, rounds: readonly Round[]): string[] {
  return rounds.flatMap(({ weighted, levels, general, peers }) => {
    const objective = weighted.objectives[0];
    const others = [...peers].map(([name, run]): [string, number] => [name, run.objective]);
    if (general) others.push(['general engine', general.objectives[0] ?? NaN]);
    return [
      ...others
        .filter(([, value]) => value !== objective)
        .map(([name, value]) => `NOT EQUAL: ${size.name}: ours ${objective}, ${name} ${value}`),
      ...[...weighted.violations, ...levels.violations].map(
        (each) => `REFUSED: ${size.name}: ${each}`,
      ),
    ];
  });
}

function report(size: Size, rounds: readonly Round[], peers: readonly Peer[]): string[] {
  const { weighted, levels } = rounds[0]!;
  const share = median(
    rounds.map(({ levels: each }) => warm(each.certificateSeconds) / warm(each.seconds)),
  );
  return [
    '',
    `${size.name}: ${size.people} people, ${weighted.arcs} arcs of people, drawn in ${levels.generateSeconds.toFixed(2)} s`,
    `objective ${weighted.objectives[0]}, levels (${levels.objectives.join(', ')})`,
    ownLine('ours, one cost', rounds, (each) => each.weighted),
    ownLine('ours, six levels', rounds, (each) => each.levels),
    ownLine('ours, general engine, one cost', rounds, (each) => each.general),
    `certificate of six levels       ${(100 * share).toFixed(1)} % of the solve`,
    ...peers.map(({ name }) => peerLine(name, rounds)),
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'bo-tri-placement-'));
const target = argument('write');
const { peers, missing } =
  target === undefined ? installedPeers(folder) : { peers: [], missing: [] };
const say = (lines: readonly string[]): boolean => process.stdout.write(`${lines.join('\n')}\n`);
say([
  `Node ${process.version}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, ${ROUNDS} round(s), medians`,
  ...missing,
]);
const wrong: string[] = [];
for (const size of chosen()) {
  if (target !== undefined) {
    childJson(process.execPath, [
      script('write-one'),
      size.name,
      join(target, `${size.name}.min`),
      'dimacs',
    ]);
    continue;
  }
  const path = join(folder, `${size.name}.bin`);
  childJson(process.execPath, [script('write-one'), size.name, path, 'binary']);
  const rounds = Array.from({ length: ROUNDS }, () => round(size, path, peers));
  say(report(size, rounds, peers));
  wrong.push(...faults(size, rounds));
  rmSync(path);
}
rmSync(folder, { recursive: true });
if (wrong.length > 0) {
  say(['', ...wrong]);
  process.exitCode = 1;
}
