import { readFile } from 'node:fs/promises';
import { parseDimacs } from '../placement/flow/dimacs.js';
import { solveLexicographic } from '../placement/flow/lexicographic.js';
import { BadInput } from '../shared/errors.js';
import type { Output } from './output.js';

const INFEASIBLE = 3;
const UNBOUNDED = 4;

/** Solves a DIMACS minimum-cost-flow file and prints `s <cost>`. @returns the exit code. */
export async function flowCommand(path: string, output: Output): Promise<number> {
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
