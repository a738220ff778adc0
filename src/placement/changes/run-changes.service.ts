import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MergerFactsView, personFact } from '../../merger/merger-facts.view.js';
import type { PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { mapMarkOf, pinsOnlyOf } from '../../scenario/pin.store.js';
import { wishesOf } from '../../scenario/pins.plan.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { AskedRunView } from '../answers/asked-run.view.js';
import { PLACEMENT_VERSION } from '../place.js';
import { RunStore, type PlacementRun } from '../run.store.js';
import {
  type ChangedFacts,
  factsChangedSince,
  type FactsOfNow,
  pinsChangedSince,
} from './facts-since.rules.js';
import { RunFactsView } from './run-facts.view.js';

/** What is no longer as a run knew it, with names that the caller may read. */
export interface RunChange extends Pick<ChangedFacts, 'what'> {
  readonly count: number;
  /** The first ones, sorted; people who must not be named are counted only. */
  readonly names: readonly string[];
}

const MOST_NAMES = 20;

/** What reads runs and what they stand on. */
@Injectable()
export class RunReading {
  constructor(
    readonly runs: RunStore,
    readonly facts: RunFactsView,
    readonly asked: AskedRunView,
  ) {}
}

/** Whether a stored run still stands on the facts of now. Nothing is written: the answer is of the moment. */
@Injectable()
export class RunChangesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly mergerFacts: MergerFactsView,
    private readonly reading: RunReading,
  ) {}

  /** @throws NotFound `placement.no-run` */
  of(actor: Actor, runId: number): Promise<readonly RunChange[]> {
    return this.transactions.run(actor, async (manager) => {
      const run = await this.reading.runs.find(manager, actor, runId);
      if (run === null) {
        throw new NotFound('placement.no-run', `Không có lần chạy bố trí số ${runId}.`, {
          id: runId,
        });
      }
      const facts = await this.scenarios.facts(manager, actor, run.scenarioId);
      const changed = [
        ...(await this.factsChanged(manager, actor, run, facts)),
        ...(await this.pinsChanged(manager, actor, run, facts.pins)),
        ...(run.engineVersion === PLACEMENT_VERSION
          ? []
          : [{ what: 'engine' as const, keys: [run.engineVersion] }]),
      ];
      const closed = await this.reading.asked.closed(manager, runId);
      return changed.map((each) => shown(each, facts, closed));
    });
  }

  private async factsChanged(
    manager: EntityManager,
    actor: Actor,
    { scenarioId }: PlacementRun,
    frozen: ScenarioFacts,
  ): Promise<ChangedFacts[]> {
    const { state } = await this.scenarios.found(manager, actor, scenarioId);
    const now = await this.mergerFacts.on(manager, actor, frozen);
    const { wishes } = wishesOf(now.people, frozen);
    const people = now.people.map((person) => personFact(person, wishes.get(person.key) ?? null));
    const facts: FactsOfNow = { ...now, people, units: now.inForce };
    const seats =
      state === 'applied'
        ? await this.reading.facts.seatsOn(manager, actor, frozen.effectiveOn)
        : null;
    return factsChangedSince(frozen, facts, seats);
  }

  private async pinsChanged(
    manager: EntityManager,
    actor: Actor,
    { id, pinsMark, pinsChanged }: PlacementRun,
    now: readonly PinFact[],
  ): Promise<ChangedFacts[]> {
    if (pinsMark !== null && !pinsChanged) return [];
    const then = await this.reading.facts.pins(manager, actor, id);
    const mark = (await this.reading.asked.find(manager, actor, id))?.pinsMark ?? '';
    const isOtherMap = mapMarkOf(mark) !== mapMarkOf(pinsMark ?? '');
    const sameWords = pinsMark !== null && pinsOnlyOf(mark) === pinsOnlyOf(pinsMark);
    const changed = pinsChangedSince(then, now, sameWords);
    return [
      ...(isOtherMap ? [{ what: 'map' as const, keys: [] }] : []),
      // A run of before says nothing of reasons.
      ...(pinsMark === null ? changed.filter(({ what }) => what !== 'pins-reason') : changed),
    ];
  }
}

function shown(
  { what, keys }: ChangedFacts,
  { people, units }: ScenarioFacts,
  closed: ReadonlySet<number>,
): RunChange {
  const count = keys.length;
  const wanted = new Set(keys);
  if (what === 'people-added') return { what, count, names: [] };
  const names =
    what.startsWith('people') || what.startsWith('pins')
      ? people
          .filter(({ key, staffId }) => wanted.has(key) && !closed.has(staffId))
          .map(({ fullName }) => fullName)
      : what === 'units'
        ? units.filter(({ code, isNew }) => !isNew && wanted.has(code)).map(({ name }) => name)
        : [...keys];
  return { what, count, names: names.slice(0, MOST_NAMES) };
}
