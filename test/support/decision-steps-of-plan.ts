import { expect } from '@jest/globals';
import type { ScenarioState } from '../../src/scenario/scenario.js';
import { absentIn } from './decision-steps-of-people.js';
import {
  by,
  DONE,
  newModel,
  only,
  versioned,
  type DecisionModel,
  type Outcomes,
  type Step,
} from './decision-step.js';
import { SMALL_ACTOR } from './demo-sources-app.js';
import type { DecisionWorld } from './decision-world.js';

export const run = (kind: 'best' | 'baseline'): Step => ({
  name: `run ${kind}`,
  outcomes: ({ state }) => (state === 'draft' ? DONE : only('placement.scenario-is-closed')),
  act: async (world, model) => {
    const { id } = await world.placement().run(SMALL_ACTOR, { scenarioId: world.planId, kind });
    return () => {
      model.run = id;
      model.pinsTouched = false;
    };
  },
});

const MAY: Readonly<Record<string, readonly ScenarioState[]>> = {
  submitted: ['draft'],
  draft: ['submitted', 'agreed', 'withdrawn'],
  withdrawn: ['draft', 'submitted', 'agreed', 'approved'],
};

export const step = (to: 'submitted' | 'draft' | 'withdrawn', officer: number): Step => ({
  name: `${to} by ${officer}`,
  outcomes: ({ state }) =>
    MAY[to]!.includes(state) ? DONE : only('scenario.state-may-not-follow'),
  act: async (world, model) => {
    const { id, version } = await world.plan();
    const runId = to === 'submitted' ? model.run : null;
    await world.scenarios().move(by(officer, world), { id, to, version, runId });
    return () => {
      model.state = to;
      if (to !== 'submitted') return;
      model.submittedBy = officer;
      model.answers.clear();
    };
  },
});

export const ANSWERS = ['agreed', 'objected', 'overruled'] as const;

export const answer = (said: (typeof ANSWERS)[number], all: boolean): Step => ({
  name: `answer ${said}${all ? ' by all' : ''}`,
  outcomes: async ({ state }, world) => {
    const { units } = await world.agreements().of(SMALL_ACTOR, world.planId);
    if (units.length === 0) return undefined;
    return state === 'submitted' ? DONE : only('agreement.not-submitted');
  },
  act: async (world, model) => {
    const asked = (await world.agreements().of(SMALL_ACTOR, world.planId)).units;
    const units = (all ? asked : asked.slice(0, 1)).map(({ unitCode, side }) => ({
      unitCode,
      side,
    }));
    const reason = said === 'agreed' ? {} : { reason: 'other' as const };
    await world
      .agreements()
      .answer(SMALL_ACTOR, { scenarioId: world.planId, units, answer: said, ...reason });
    return () => {
      for (const { unitCode, side } of units) model.answers.set(`${side} ${unitCode}`, said);
    };
  },
});

export const close: Step = {
  name: 'close',
  outcomes: async (model, world) => {
    if (model.state !== 'submitted') return only('agreement.not-submitted');
    if (model.run === null) return only('decision.no-run');
    const fit = await fitOf(model, world);
    if (fit !== null) return fit;
    const { units } = await world.agreements().of(SMALL_ACTOR, world.planId);
    const said = units.map(({ side, unitCode }) => model.answers.get(`${side} ${unitCode}`));
    const open = said.some((each) => each === undefined || each === 'objected');
    const left: Outcomes = open ? only('agreement.open') : DONE;
    return model.pinsTouched ? [...left, 'decision.run-stale'] : left;
  },
  act: async (world, model) => {
    await world.agreements().close(by(0, world), await versioned(world));
    return () => {
      model.state = 'agreed';
    };
  },
};

/** A run with a breach is decided on by nobody; null = it is fit. */
async function fitOf(model: DecisionModel, world: DecisionWorld): Promise<Outcomes | null> {
  const [row] = await world.database.query<{ errors: number }[]>(
    `SELECT (SELECT count(*)::int FROM jsonb_array_elements(breaches) b WHERE b->>'severity' = 'error') AS errors
     FROM placement_runs WHERE id = $1`,
    [model.run],
  );
  if (row!.errors === 0) return null;
  return model.pinsTouched
    ? ['decision.run-has-breaches', 'decision.run-stale']
    : only('decision.run-has-breaches');
}

export const approve = (officer: number): Step => ({
  name: `approve by ${officer}`,
  outcomes: async (model, world) => {
    if (model.state !== 'agreed') return only('approval.not-agreed');
    if (model.submittedBy === officer) return only('approval.second-person');
    const absent = await absentIn(world);
    return absent.length > 0 && !model.handedOver ? only('approval.hand-over-open') : DONE;
  },
  act: async (world, model) => {
    await world.approval().approve(by(officer, world), await versioned(world));
    return () => {
      model.state = 'approved';
    };
  },
});

export const apply: Step = {
  name: 'apply',
  outcomes: ({ state }, world) => {
    if (state === 'applied') return DONE;
    if (state !== 'approved') return only('decision.not-approved');
    const moved = world.done.length > 0;
    return moved ? [null, 'decision.facts-changed', 'decision.decided-since'] : DONE;
  },
  act: async (world, model) => {
    const { applied } = await world.application().apply(by(0, world), await versioned(world));
    expect(applied).toBe(model.state !== 'applied');
    return () => {
      if (applied) world.done.push({ what: 'plan', id: world.planId });
      model.state = 'applied';
    };
  },
};

export const takeBack: Step = {
  name: 'take-back',
  outcomes: ({ state }, world) => {
    if (state !== 'applied') return only('decision.not-applied');
    return world.done.at(-1)?.what === 'plan' ? DONE : [null, 'decision.stands-on'];
  },
  act: async (world, model) => {
    await world.application().takeBack(by(1, world), await versioned(world));
    return () => {
      world.forget({ what: 'plan', id: world.planId });
      model.state = 'approved';
    };
  },
};

export const rebase: Step = {
  name: 'rebase',
  outcomes: ({ state }, world) => {
    if (state === 'applied') return only('rebase.applied');
    return world.done.length > 0
      ? [null, 'rebase.nothing', 'rebase.breaches']
      : only('rebase.nothing');
  },
  act: async (world, model) => {
    const { mark, conflicts } = await world.rebase().of(SMALL_ACTOR, world.planId);
    const choices = conflicts.map(({ key, proposal: choice }) => ({ key, choice }));
    const wish = { ...(await versioned(world)), mark, name: world.name(), choices };
    const made = await world.rebase().make(by(0, world), wish);
    return () => {
      world.planId = made.id;
      Object.assign(model, { ...newModel(), answers: model.answers, heard: model.heard });
      model.answers.clear();
      model.heard.clear();
    };
  },
};
