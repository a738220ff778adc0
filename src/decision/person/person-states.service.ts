import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { LawService } from '../../law/law.service.js';
import { benchEndsOn } from '../../placement/bench-deadline.rules.js';
import { findRunNames, type RunNames } from '../../placement/run-names.js';
import type { Scenario } from '../../scenario/scenario.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import { folded } from '../../shared/text.js';
import { Transactions } from '../../shared/transactions.js';
import { DecidedRun } from '../decided-run.js';
import { type Exit, EXITS, exitOf, type Stage, stageOf, STAGES } from './person-state.rules.js';
import { type PersonInPlan, PersonStatesView } from './person-states.view.js';

/** A person of a plan, with how far they have come. */
export interface PersonState extends PersonInPlan {
  readonly stage: Stage;
  readonly exit: Exit | null;
}

export interface StatesFilter {
  readonly stage?: Stage | undefined;
  readonly exit?: Exit | undefined;
  /** Only those whose work is to be handed over. */
  readonly absent?: boolean | undefined;
  /** Only those with an objection or complaint that nobody answered. */
  readonly open?: boolean | undefined;
  /** A part of the name, without regard to marks. */
  readonly name?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export interface PersonStates {
  readonly scenario: Scenario;
  readonly runId: number | null;
  readonly names: RunNames | null;
  /** The last day on which surplus may stand over the norm; null = the law names none. */
  readonly surplusUntil: Day | null;
  readonly stages: Readonly<Record<Stage, number>>;
  readonly exits: Readonly<Record<Exit, number>>;
  readonly absent: number;
  readonly handedOver: number;
  readonly open: number;
  readonly total: number;
  readonly items: readonly PersonState[];
}

/** How far each person of a plan has come: derived from the run, the plan's state, letters and postings. */
@Injectable()
export class PersonStatesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly decided: DecidedRun,
    private readonly view: PersonStatesView,
    private readonly law: LawService,
  ) {}

  /** @throws NotFound `scenario.unknown` */
  list(actor: Actor, scenarioId: number, filter: StatesFilter): Promise<PersonStates> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      const { run, people } = await this.peopleOf(manager, actor, scenario);
      const shown = people.filter((person) => matches(person, filter));
      const { values } = await this.law.parametersOn(manager, actor.provinceCode, scenario.rulesOn);
      const absent = people.filter((person) => person.absent);
      return {
        ...{ scenario, runId: run?.id ?? null, surplusUntil: benchEndsOn(values) },
        names: run && (await findRunNames(manager, actor.provinceCode, run.id)),
        stages: countBy(STAGES, people, ({ stage }) => stage),
        exits: countBy(EXITS, people, ({ exit }) => exit),
        absent: absent.length,
        handedOver: absent.filter(({ handedOverOn }) => handedOverOn !== null).length,
        open: people.filter(({ open }) => open > 0).length,
        total: shown.length,
        items: shown.slice(filter.offset, filter.offset + filter.limit),
      };
    });
  }

  /** All people of a plan whom the actor sees, or one of them; for other services, inside their transaction. */
  async peopleOf(
    manager: EntityManager,
    actor: Actor,
    scenario: Scenario,
    staffId: number | null = null,
  ): Promise<{
    readonly run: { readonly id: number } | null;
    readonly people: readonly PersonState[];
  }> {
    const run = await this.decided.orBest(manager, actor, scenario);
    const { id: scenarioId, effectiveOn } = scenario;
    const asked = { scenarioId, runId: run?.id ?? null, effectiveOn };
    const people = await this.view.find(manager, actor, asked, staffId);
    return { run, people: people.map((person) => withState(person, scenario)) };
  }
}

function withState(person: PersonInPlan, { state }: Scenario): PersonState {
  const stage = stageOf({
    planState: state,
    proposed: person.outcome !== null,
    heard: person.heardOn !== null,
    hasLetter: person.letterNumber !== null,
    carriedOut: person.hasCome && (person.hasPosting || person.outcome === 'leaving'),
  });
  return { ...person, stage, exit: exitOf(person.outcome, person.wish) };
}

function matches(person: PersonState, { stage, exit, absent, open, name }: StatesFilter): boolean {
  return (
    (stage === undefined || person.stage === stage) &&
    (exit === undefined || person.exit === exit) &&
    (absent !== true || person.absent) &&
    (open !== true || person.open > 0) &&
    (name === undefined || folded(person.fullName).includes(folded(name)))
  );
}

function countBy<Key extends string>(
  keys: readonly Key[],
  people: readonly PersonState[],
  keyOf: (person: PersonState) => Key | null,
): Readonly<Record<Key, number>> {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>;
  for (const person of people) {
    const key = keyOf(person);
    if (key !== null) counts[key] += 1;
  }
  return counts;
}
