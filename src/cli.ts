#!/usr/bin/env node
const [, , group, command] = process.argv;

// Checking a roster needs no database, so it does not wait for what opens one to load.
if (group === 'roster' && command === 'check') {
  const { runRosterCheck } = await import('./terminal/roster-check/run-roster-check.js');
  process.exitCode = await runRosterCheck(process.argv);
} else {
  await import('reflect-metadata');
  const { runTerminal } = await import('./terminal/terminal.js');
  process.exitCode = await runTerminal(process.argv);
}
