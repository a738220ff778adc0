import { readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { forecastOf } from '../src/forecast/forecast.plan.js';
import { changedPeople } from '../src/effect/affected.plan.js';
import { provinceLimitsOf, rankPlacements, unitLimitsOf } from '../src/limits/limits.plan.js';
import { payoutLaw, personPayouts } from '../src/payout/payouts.plan.js';
import { fitContext, fitOf } from '../src/rules/fit.rules.js';
import { keptAllowance, keptAllowanceContext } from '../src/rules/kept-allowance.rules.js';
import { noGoContext, noGoOn } from '../src/rules/no-go.rules.js';
import { readParameterPack } from '../src/rules/parameter-pack.js';
import { parametersOn, scopesOf } from '../src/rules/parameters.js';
import { coefficientOnLadder } from '../src/rules/rank-ladder.rules.js';
import { retirementContext, retirementOf } from '../src/rules/retirement.rules.js';
import { dataPath } from '../src/shared/project-root.js';
import { rulesWorld, STEPS, type RulesWorld } from './rules/world.js';

/**
 * Every rule about people, and the forecast, for the demo's 3,567 people and for the nation's 220,000, by processor time.
 * `npm run bench -- rules`; `--smoke` takes 500 people once.
 */
const DAY = '2026-06-01';
const ROUNDS = 5;

interface Row {
  readonly name: string;
  /** Whether it runs once a person. */
  readonly each: boolean;
  readonly milliseconds: number;
}

function lawOf(day: string) {
  const rows = readdirSync(dataPath('rules')).flatMap(
    (file) =>
      readParameterPack(JSON.parse(readFileSync(join(dataPath('rules'), file), 'utf8')) as unknown)
        .parameters,
  );
  return parametersOn(rows, day, scopesOf('11')).values;
}

/** The median of the rounds, user and system time of this process. */
function timed(work: () => unknown, rounds: number): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

function measured(world: RulesWorld, rounds: number): Row[] {
  const law = lawOf(DAY);
  const retirement = retirementContext(law);
  const fit = fitContext(world.relatedMajors, world.ranks, law);
  const noGo = noGoContext(law);
  const { people, facts, holders, cells, position } = world;
  const own = payoutLaw(law, law);
  const kept = keptAllowanceContext(law, 'transfer');
  const leaving = { leavingOn: DAY, reorganisedOn: '2025-07-01', appendix: 'I' as const };
  const limits = { province: law, of: () => law };
  const reference = { relatedMajors: world.relatedMajors, ranks: world.ranks };
  const works: readonly (readonly [string, boolean, () => unknown])[] = [
    [
      'retirement, appendix I',
      true,
      () => people.map((each) => retirementOf(each, 'I', retirement)),
    ],
    ['fit to the position', true, () => people.map((each) => fitOf(each, position, fit))],
    ['cases against moving', true, () => people.map((each) => noGoOn(each.conditions, DAY, noGo))],
    ['kept allowance', true, () => people.map((each) => keptAllowance(each.move, kept))],
    [
      'coefficient on the ladder',
      true,
      () => people.map((each) => coefficientOnLadder(each.pay, STEPS, law)),
    ],
    ['placing in rank', true, () => rankPlacements(people, law)],
    ['pay-outs, six schemes', true, () => people.map((each) => personPayouts(each, leaving, own))],
    [
      'who is affected, four rules, two laws',
      true,
      () => changedPeople(people, { day: DAY, reference }, { now: law, then: law }),
    ],
    ['limits of units', false, () => unitLimitsOf(facts, limits)],
    ['limits of the province', false, () => provinceLimitsOf(facts, limits)],
    [
      'forecast to the end of 2031',
      false,
      () => forecastOf({ from: DAY, until: '2032-01-01', holders, cells }, retirement),
    ],
  ];
  return works.map(([name, each, work]) => ({ name, each, milliseconds: timed(work, rounds) }));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const smoke = process.argv.includes('--smoke');
const sizes = smoke ? [500] : [3_567, 220_000];
print(
  `Node ${process.version}, ${cpus().length} cores; processor time, median of ${smoke ? 1 : ROUNDS}`,
);
for (const size of sizes) {
  const world = rulesWorld(size);
  print(`\n${size} people`);
  for (const { name, each, milliseconds } of measured(world, smoke ? 1 : ROUNDS)) {
    const unit = each ? `${((1000 * milliseconds) / size).toFixed(2)} µs a person` : '';
    print(`${name.padEnd(40)} ${milliseconds.toFixed(1).padStart(9)} ms  ${unit}`);
  }
}
