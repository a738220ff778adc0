import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MergerDrafts, type MergerDraft, type MergerFinding } from '../registry/merger-drafts.js';
import { UnitStore } from '../registry/unit.store.js';
import { canonicalText } from '../scenario/canonical-facts.js';
import type { ScenarioFacts } from '../scenario/facts.js';
import { ScenarioService } from '../scenario/scenario.service.js';
import { ScenarioStore } from '../scenario/scenario.store.js';
import { STATE_NAMES } from '../scenario/scenario.js';
import type { Actor } from '../shared/actor.js';
import { dayBefore } from '../shared/day.js';
import { mergerOfRows, type MergerSheets } from './merger-sheets.js';
import { MergerService } from './merger.service.js';

/** Mergers of uploaded sheets as drafts of scenarios, by the same plan as all mergers. */
@Injectable()
export class ScenarioDrafts extends MergerDrafts {
  constructor(
    private readonly merger: MergerService,
    private readonly scenarios: ScenarioService,
    private readonly store: ScenarioStore,
    private readonly units: UnitStore,
  ) {
    super();
  }

  override async plan(
    manager: EntityManager,
    actor: Actor,
    draft: MergerDraft,
  ): Promise<{ findings: readonly MergerFinding[]; sameAs: number | null }> {
    const sheets = await this.sheets(manager, actor, draft);
    const { plan, frozen } = await this.merger.planned(manager, actor, { ...draft, sheets });
    const text = mergerText(frozen);
    const all = await this.store.list(manager, actor);
    for (const { id, state, effectiveOn, rulesOn } of all) {
      const isLike = effectiveOn === draft.effectiveOn && rulesOn === draft.rulesOn;
      if (!isLike || state === 'withdrawn') continue;
      const facts = await this.scenarios.facts(manager, actor, id);
      if (mergerText(facts) === text) return { findings: plan.breaches, sameAs: id };
    }
    const isTaken = all.some(({ name }) => name === draft.name);
    return { findings: [...plan.breaches, ...(isTaken ? [nameTaken(draft)] : [])], sameAs: null };
  }

  override async nameOf(
    manager: EntityManager,
    actor: Actor,
    scenarioId: number,
  ): Promise<string | null> {
    const found = await this.store.find(manager, actor, scenarioId);
    return found === null || found.state === 'withdrawn' ? null : found.name;
  }

  override async create(
    manager: EntityManager,
    actor: Actor,
    draft: MergerDraft,
  ): Promise<{ scenarioId: number; version: number }> {
    const sheets = await this.sheets(manager, actor, draft);
    const { scenario } = await this.merger.frozen(manager, actor, { ...draft, sheets });
    return { scenarioId: scenario.id, version: scenario.version };
  }

  override async obstacles(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, version }: { readonly scenarioId: number; readonly version: number },
  ): Promise<readonly string[]> {
    const scenario = await this.store.findLocked(manager, actor, scenarioId);
    if (scenario === null) return ['Phương án đã không còn.'];
    const [runs] = await manager.query<{ count: number }[]>(
      'SELECT count(*)::int AS count FROM placement_runs WHERE province_code = $1 AND scenario_id = $2',
      [actor.provinceCode, scenarioId],
    );
    const named = `Phương án "${scenario.name}"`;
    return [
      ...(scenario.state === 'draft' ? [] : [`${named} ${STATE_NAMES[scenario.state]}.`]),
      ...(runs?.count ? [`${named} đã có ${runs.count} lần bố trí.`] : []),
      ...(scenario.state === 'draft' && scenario.version !== version
        ? [`${named} đã được sửa sau đó.`]
        : []),
    ];
  }

  override remove(manager: EntityManager, actor: Actor, scenarioId: number): Promise<void> {
    return this.scenarios.remove(manager, actor, scenarioId);
  }

  private async sheets(
    manager: EntityManager,
    actor: Actor,
    { newUnits, map, seats, norms, effectiveOn, legalBasis }: MergerDraft,
  ): Promise<Omit<MergerSheets, 'issues'>> {
    const inForce = await this.units.inForceOn(manager, actor, dayBefore(effectiveOn));
    return mergerOfRows(
      { newUnits, maps: [map], seats, norms },
      {
        // every line of an uploaded map is meant: an unknown old unit is told, not left out
        oldCodes: new Set([...inForce.map(({ code }) => code), ...map.map((row) => row.oldCode)]),
        basis: legalBasis,
      },
    );
  }
}

function nameTaken({ name }: MergerDraft): MergerFinding {
  return {
    ...{ code: 'scenario.name-taken', severity: 'error', unitCode: '' },
    message: `Đã có phương án tên "${name}". Hãy đặt tên khác.`,
  };
}

/** What a merger's sheets say of the facts of a scenario; people and law come from elsewhere. */
function mergerText(facts: ScenarioFacts): string {
  return canonicalText({
    ...facts,
    units: facts.units.filter(({ isNew }) => isNew),
    ...{ people: [], pins: [], positions: [], positionSuccessions: [] },
    ...{ pools: [], relatedMajors: [], ranks: [], parameters: {} },
  });
}
