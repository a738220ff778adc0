/** The peers that are installed here, each as a run over a binary instance. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../../src/shared/project-root.js';
import { childJson } from '../child.js';

export interface PeerRun {
  /** Of the processor. */
  readonly seconds: readonly number[];
  readonly optimal: boolean;
  readonly objective: number;
  readonly peakMemoryMb: number;
}

export interface Peer {
  readonly name: string;
  /** Larger instances would take it minutes or more memory than there is. */
  readonly mostPeople: number;
  readonly run: (path: string, runs: number) => PeerRun;
}

const SOURCES = join(projectRoot(), 'bench', 'peers');
const LEMON_HEADER = '/usr/include/lemon/network_simplex.h';

/** Builds the driver into `folder`; none without g++ and liblemon-dev. */
function lemon(folder: string): Peer[] {
  const program = join(folder, 'lemon');
  const source = join(SOURCES, 'lemon.cpp');
  if (!existsSync(LEMON_HEADER)) return [];
  if (spawnSync('g++', ['-O3', '-w', '-o', program, source]).status !== 0) return [];
  const run = (algorithm: string) => (path: string, runs: number) =>
    childJson<PeerRun>(program, [path, algorithm, String(runs)]);
  return [
    { name: 'LEMON NetworkSimplex', mostPeople: Infinity, run: run('simplex') },
    { name: 'LEMON CostScaling', mostPeople: Infinity, run: run('scaling') },
  ];
}

function scipy(): Peer[] {
  const python = ['/usr/bin/python3', 'python3'].find(
    (each) => spawnSync(each, ['-c', 'import scipy.optimize']).status === 0,
  );
  if (python === undefined) return [];
  const script = join(SOURCES, 'scipy_linprog.py');
  const run = (path: string): PeerRun => childJson<PeerRun>(python, [script, path]);
  return [{ name: 'SciPy (HiGHS, dual simplex)', mostPeople: 3_000, run }];
}

/** A dependency of the project, so always there. */
function highs(): Peer[] {
  const script = fileURLToPath(new URL('./highs-one.js', import.meta.url));
  const run = (path: string): PeerRun => childJson<PeerRun>(process.execPath, [script, path]);
  return [{ name: 'HiGHS WASM (LP)', mostPeople: 3_000, run }];
}

/** @returns the peers, and a line for each that is left out. */
export function installedPeers(folder: string): { peers: Peer[]; missing: string[] } {
  const ofLemon = lemon(folder);
  const ofScipy = scipy();
  const missing = [
    ...(ofLemon.length > 0 ? [] : ['LEMON: left out (apt-get install liblemon-dev g++)']),
    ...(ofScipy.length > 0 ? [] : ['SciPy: left out (pip install scipy)']),
  ];
  return { peers: [...ofLemon, ...highs(), ...ofScipy], missing };
}
