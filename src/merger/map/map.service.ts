import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../../access/trail.js';
import { Redrawing } from '../../scenario/redrawing.js';
import { ScenarioService } from '../../scenario/scenario.service.js';
import { STATE_NAMES, type Scenario } from '../../scenario/scenario.js';
import type { Actor } from '../../shared/actor.js';
import { BadInput, RuleBroken } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import { isApplicable } from '../merger.plan.js';
import { breachesStand, planOfFacts } from '../merger.service.js';
import { assessedMap, type AssessedMap } from './assessed-map.plan.js';
import { MapFactsView } from './map-facts.view.js';
import type { DrawnMap, MapFacts, MapRow } from './map-rows.js';
import { pastedMap, type PastedMap } from './pasted-map.plan.js';
import { changedUnits, redrawn } from './redraw.plan.js';

/** The map of a plan as it stands, with what it is drawn on. */
export interface StandingMap {
  readonly scenario: Scenario;
  readonly facts: MapFacts;
  readonly assessed: AssessedMap;
}

export interface MapToSave {
  readonly scenarioId: number;
  /** The version that the caller saw. */
  readonly version: number;
  readonly map: DrawnMap;
}

const NAMED_UNITS = 3;

/** Which old commune becomes which new one, drawn by hand while a plan is a draft. */
@Injectable()
export class MapService {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: ScenarioService,
    private readonly view: MapFactsView,
    private readonly redrawing: Redrawing,
    private readonly trail: Trail,
  ) {}

  /** @throws NotFound `scenario.unknown` */
  get(actor: Actor, scenarioId: number): Promise<StandingMap> {
    return this.transactions.run(actor, (manager) => this.standing(manager, actor, scenarioId));
  }

  /** The same for other stages, inside their transaction. */
  async standing(manager: EntityManager, actor: Actor, scenarioId: number): Promise<StandingMap> {
    const scenario = await this.scenarios.found(manager, actor, scenarioId);
    const facts = await this.view.of(manager, actor, scenario);
    return { scenario, facts, assessed: assessedMap(facts, planOfFacts(facts)) };
  }

  /**
   * What the plan would be under another map; writes nothing.
   *
   * @throws NotFound `scenario.unknown`; BadInput `merger.map-line-twice`
   */
  assess(actor: Actor, scenarioId: number, map: DrawnMap): Promise<AssessedMap> {
    return this.transactions.run(actor, async (manager) => {
      mustBeOnce(map.rows);
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      const before = await this.view.of(manager, actor, scenario);
      const facts = { ...before, ...redrawn(before, map) };
      return assessedMap(facts, planOfFacts(facts));
    });
  }

  /** What was pasted, line by line; writes nothing. @throws NotFound `scenario.unknown` */
  read(actor: Actor, scenarioId: number, text: string): Promise<PastedMap> {
    return this.transactions.run(actor, async (manager) => {
      const scenario = await this.scenarios.found(manager, actor, scenarioId);
      return pastedMap(text, (await this.view.of(manager, actor, scenario)).units);
    });
  }

  /**
   * Puts a map in the place of the one that stands. Runs made before are of the old one from then on.
   *
   * @throws NotFound `scenario.unknown`; Conflict `scenario.changed-meanwhile`; RuleBroken `merger.plan-is-closed`,
   *   `merger.breaches`; BadInput `merger.map-line-twice`. Nothing is written then.
   */
  save(actor: Actor, { scenarioId, version, map }: MapToSave): Promise<StandingMap> {
    return this.transactions.run(actor, async (manager) => {
      mustBeOnce(map.rows);
      mustBeDraft(await this.scenarios.locked(manager, actor, { id: scenarioId, version }));
      const before = await this.scenarios.facts(manager, actor, scenarioId);
      const facts = { ...before, ...redrawn(before, map) };
      const plan = planOfFacts(facts);
      if (!isApplicable(plan)) throw breachesStand(plan);
      const changed = changedUnits(before.units, before.successions, facts.successions);
      await this.redrawing.write(manager, actor, {
        ...{ id: scenarioId, facts },
        what: `sửa bản đồ sáp nhập${namesOf(before.units, changed)}`,
      });
      await this.trail.record(manager, actor, {
        action: 'scenario.redrawn',
        subject: `scenario/${scenarioId}`,
        before: { rows: wordsOf(before.successions, changed) },
        after: { rows: wordsOf(facts.successions, changed) },
        details: { units: changed.length, typedAreas: map.areas.length },
      });
      return this.standing(manager, actor, scenarioId);
    });
  }
}

/** Of which old units, so that a colleague knows where to look. */
function namesOf(units: MapFacts['units'], codes: readonly string[]): string {
  const names = units.filter(({ isNew, code }) => !isNew && codes.includes(code));
  const shown = names.slice(0, NAMED_UNITS).map(({ name }) => name);
  if (shown.length === 0) return '';
  const more = names.length - shown.length;
  return ` (${shown.join(', ')}${more > 0 ? ` và ${more} đơn vị khác` : ''})`;
}

function wordsOf(rows: readonly MapRow[], codes: readonly string[]): string[] {
  return rows
    .filter(({ oldCode }) => codes.includes(oldCode))
    .map(({ oldCode, newCode, share }) => `${oldCode} → ${newCode} (${share ?? '?'})`);
}

function mustBeDraft({ state, name }: Scenario): void {
  if (state === 'draft') return;
  throw new RuleBroken(
    'merger.plan-is-closed',
    `Phương án "${name}" ${STATE_NAMES[state]} nên không sửa bản đồ sáp nhập được. Hãy đưa về dự thảo hoặc sao chép thành phương án mới.`,
    { state },
  );
}

function mustBeOnce(rows: readonly MapRow[]): void {
  const seen = new Set<string>();
  for (const { oldCode, newCode } of rows) {
    const key = `${oldCode}/${newCode}`;
    if (seen.has(key))
      throw new BadInput(
        'merger.map-line-twice',
        `Đơn vị cũ ${oldCode} có hai dòng nhập vào ${newCode}. Gộp lại thành một dòng.`,
        { oldCode, newCode },
      );
    seen.add(key);
  }
}
