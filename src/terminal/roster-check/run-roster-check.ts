import type { Command } from 'commander';
import { type Output, STANDARD_OUTPUT } from '../output.js';
import { runProgram, under, type Finish } from '../program.js';
import { addRosterCheck } from './roster-check.command.js';

/** `bo-tri roster …` that needs no database. */
export function addRoster(program: Command, output: Output, finish: Finish): Command {
  const roster = under(program)('roster').description('Danh sách cán bộ: kiểm tra, nhập vào sổ');
  addRosterCheck(under(roster)('check'), output, finish);
  return roster;
}

/** `bo-tri roster check` alone: it loads none of what the other commands need, so it answers sooner. */
export function runRosterCheck(
  argv: readonly string[],
  output: Output = STANDARD_OUTPUT,
): Promise<number> {
  return runProgram(argv, output, (program, finish) => addRoster(program, output, finish));
}
