import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseDimacs } from '../placement/flow/dimacs.js';
import { solveLexicographic } from '../placement/flow/lexicographic.js';
import { BadInput } from '../shared/errors.js';
import type { Output } from './output.js';
import type { Finish } from './program.js';

const INFEASIBLE = 3;
const UNBOUNDED = 4;

/** `bo-tri flow FILE.min` */
export function addFlow(flow: Command, output: Output, finish: Finish): void {
  flow.action(async (path: string) => {
    finish(await flowCommand(path, output));
  });
}

/** Solves a DIMACS minimum-cost-flow file and prints `s <cost>`. @returns the exit code. */
async function flowCommand(path: string, output: Output): Promise<number> {
  const { network, costs } = parseDimacs(await textOf(path));
  const { status, objectives } = solveLexicographic(network, [costs]);
  switch (status) {
    case 'optimal':
      output.out(`s ${objectives[0] ?? 0}`);
      return 0;
    case 'infeasible':
      output.err('infeasible');
      return INFEASIBLE;
    case 'unbounded':
      output.err('unbounded');
      return UNBOUNDED;
  }
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new BadInput('terminal.file-missing', `Không đọc được tệp "${path}".`, { path });
  }
}
