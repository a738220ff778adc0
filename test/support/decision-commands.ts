import { expect } from '@jest/globals';
import fc from 'fast-check';
import { invariantsHold } from './decision-invariants.js';
import { type DecisionModel, type Step } from './decision-step.js';
import {
  absentIn,
  correct,
  handOver,
  hear,
  move,
  pin,
  PINS,
  undo,
  unpin,
} from './decision-steps-of-people.js';
import {
  answer,
  ANSWERS,
  apply,
  approve,
  close,
  rebase,
  run,
  step,
  takeBack,
} from './decision-steps-of-plan.js';
import { type DecisionWorld, outcomeOf } from './decision-world.js';
import { SMALL_ACTOR } from './demo-sources-app.js';

class StepCommand implements fc.AsyncCommand<DecisionModel, DecisionWorld> {
  constructor(
    private readonly name: string,
    private readonly step: (model: DecisionModel, world: DecisionWorld) => Promise<Step>,
    private readonly seen: Map<string, number>,
  ) {}

  check = (): boolean => true;
  toString = (): string => this.name;

  async run(model: DecisionModel, world: DecisionWorld): Promise<void> {
    const step = await this.step(model, world);
    const allowed = await step.outcomes(model, world);
    if (allowed === undefined) return;
    const before = await snapshot(world);
    const then: { do?: () => void } = {};
    const outcome = await outcomeOf(async () => {
      const change = await step.act(world, model);
      if (change) then.do = change;
    });
    expect({ act: step.name, outcome, allowed }).toEqual({
      act: step.name,
      outcome,
      allowed: expect.arrayContaining([outcome]),
    });
    if (outcome === null) then.do?.();
    else expect(await snapshot(world)).toEqual(before);
    const label = `${step.name.split(' ')[0]}: ${outcome ?? 'done'}`;
    this.seen.set(label, (this.seen.get(label) ?? 0) + 1);
    expect((await world.plan()).state).toBe(model.state);
    await invariantsHold(world);
    await stagesAgree(world);
  }
}

const TABLES = [
  'units',
  'unit_successions',
  'establishments',
  'norms',
  'staff',
  'staff_conditions',
  'postings',
];

/** The plan, and a mark of every row of the registry. */
async function snapshot(world: DecisionWorld): Promise<unknown> {
  const marks = TABLES.map(
    (table) =>
      `(SELECT md5(coalesce(string_agg(t::text, ';' ORDER BY t::text), '')) FROM ${table} t)`,
  );
  const [registry] = await world.database.query<object[]>(
    `SELECT jsonb_build_array(${marks.join(', ')}) AS marks`,
  );
  return { plan: await world.plan(), registry };
}

/** Everybody of the plan stands in exactly one stage. */
async function stagesAgree(world: DecisionWorld): Promise<void> {
  const all = { offset: 0, limit: 100 };
  const { stages, total, exits } = await world.states().list(SMALL_ACTOR, world.planId, all);
  const [facts] = await world.database.query<{ people: number }[]>(
    `SELECT count(*)::int AS people FROM scenario_facts WHERE scenario_id = $1 AND kind = 'person'`,
    [world.planId],
  );
  const sum = (counts: Readonly<Record<string, number>>): number =>
    Object.values(counts).reduce((a, b) => a + b, 0);
  expect([sum(stages), total]).toEqual([facts!.people, facts!.people]);
  expect(sum(exits)).toBeLessThanOrEqual(total);
}

/** What brings the plan one state further: left to chance alone, few plans would be approved. */
async function forward(model: DecisionModel, world: DecisionWorld): Promise<Step> {
  switch (model.state) {
    case 'draft':
      return model.run === null || model.pinsTouched ? run('best') : step('submitted', 0);
    case 'submitted': {
      const { units } = await world.agreements().of(SMALL_ACTOR, world.planId);
      const agreed = units.every(
        ({ side, unitCode }) => model.answers.get(`${side} ${unitCode}`) === 'agreed',
      );
      return agreed ? close : answer('agreed', true);
    }
    case 'agreed': {
      const open = !model.handedOver && (await absentIn(world)).length > 0;
      return open ? handOver : approve(model.submittedBy === 0 ? 1 : 0);
    }
    case 'approved':
      return apply;
    case 'applied':
      return afterwards(world);
    case 'withdrawn':
      return step('draft', 0);
  }
}

/** Life goes on on the new units, and all of it goes back again. */
function afterwards(world: DecisionWorld): Step {
  const last = world.done.at(-1)!;
  if (last.what !== 'plan') return undo(last.what);
  return world.turn++ % 2 === 0 ? move(world.turn, 'transfer', '2025-08-01') : takeBack;
}

/** The way of a plan from the draft to the registry and back, once; chance need not find it. */
export function decisionTour(seen: Map<string, number>): StepCommand[] {
  return Array.from({ length: TOUR }, () => new StepCommand('forward', forward, seen));
}

/** Somebody is decided to leave after the day of a plan that is applied only then. */
export function leavingFirst(seen: Map<string, number>): StepCommand[] {
  const leaving = move(0, 'leaving', '2025-08-01');
  return [
    new StepCommand(leaving.name, () => Promise.resolve(leaving), seen),
    ...decisionTour(seen).slice(0, TO_APPLY),
  ];
}

const TO_APPLY = 8;
const TOUR = 14;
const FORWARD = 8;

/** Acts in any order; `seen` counts what came of each. */
export function decisionCommands(
  seen: Map<string, number>,
): fc.Arbitrary<Iterable<fc.AsyncCommand<DecisionModel, DecisionWorld>>> {
  const person = fc.nat({ max: 7 });
  const officer = fc.nat({ max: 1 });
  const day = fc.constantFrom('2025-07-01', '2025-08-01');
  const steps: fc.Arbitrary<Step>[] = [
    fc.constantFrom<'best' | 'baseline'>('best', 'baseline').map(run),
    officer.map((who) => step('submitted', who)),
    fc.constantFrom<'draft' | 'withdrawn'>('draft', 'withdrawn').map((to) => step(to, 0)),
    fc.tuple(fc.constantFrom(...ANSWERS), fc.boolean()).map(([said, all]) => answer(said, all)),
    fc.constant(answer('agreed', true)),
    fc.constant(close),
    officer.map(approve),
    fc.constant(handOver),
    person.map(hear),
    fc.constant(apply),
    fc.constant(takeBack),
    fc.constant(takeBack),
    fc.constant(rebase),
    fc.tuple(person, fc.constantFrom(...PINS)).map(([who, wish]) => pin(who, wish)),
    fc.constant(unpin),
    ...(['transfer', 'secondment', 'leaving'] as const).map((kind) =>
      fc.tuple(person, day).map(([who, on]) => move(who, kind, on)),
    ),
    fc.constant(rebase),
    fc.constantFrom('move' as const, 'event' as const).map(undo),
    fc.tuple(person, fc.constantFrom('master', 'college')).map(([who, to]) => correct(who, to)),
  ];
  return fc.commands(
    [
      ...steps.map((each) =>
        each.map((made) => new StepCommand(made.name, () => Promise.resolve(made), seen)),
      ),
      ...Array.from({ length: FORWARD }, () =>
        fc.constant(null).map(() => new StepCommand('forward', forward, seen)),
      ),
    ],
    { maxCommands: 40, size: 'max' },
  );
}
