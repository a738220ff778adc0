import type { Command } from 'commander';
import type { Output } from './output.js';
import { type Finish, under } from './program.js';
import { addRosterCheck } from './roster-check/roster-check.command.js';
import { addRosterPromote } from './roster-promote/roster-promote.command.js';

/** `bo-tri roster check|promote`. */
export function addRoster(roster: Command, output: Output, finish: Finish): void {
  addRosterCheck(under(roster)('check'), output, finish);
  addRosterPromote(under(roster)('promote'), output, finish);
}
