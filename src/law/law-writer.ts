import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { unitScope, type ParameterRow } from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import { LawKeyStore } from './law-key.store.js';
import {
  mustBeOfKind,
  notByUnit,
  spanReversed,
  unknownParameter,
  unknownUnit,
} from './law-version.js';
import { LawStore } from './law.store.js';
import { isSame, planVersion, planVersions } from './versions.plan.js';

/** What the province sets: for all of it, or for one unit. What holds for the nation is not one province's to change. */
export interface WantedParameter extends Omit<ParameterRow, 'scope'> {
  /** Code; null = the whole province. */
  readonly unit: string | null;
}

/** What a batch has made of one key and scope, by ids of rows. */
export interface WrittenVersions {
  readonly key: string;
  readonly scope: string;
  readonly added: readonly number[];
  readonly superseded: readonly number[];
}

/** Writes versions of parameters, inside the transaction of whoever edits. */
@Injectable()
export class LawWriter {
  constructor(
    private readonly law: LawStore,
    private readonly keys: LawKeyStore,
    private readonly trail: Trail,
  ) {}

  /**
   * The row that a wish makes.
   *
   * @throws NotFound `law.unknown-parameter`, `law.unknown-unit`; BadInput `law.other-kind`, `law.span-reversed`,
   * `law.not-by-unit`
   */
  async rowOf(
    manager: EntityManager,
    actor: Actor,
    wanted: WantedParameter,
  ): Promise<ParameterRow> {
    const { unit, ...row } = wanted;
    if (row.endsOn !== null && row.endsOn <= row.startsOn) throw spanReversed();
    const known = await this.keys.find(manager, row.key);
    if (!known) throw unknownParameter(row.key);
    const [version] = await this.law.versions(manager, row.key);
    mustBeOfKind(row.key, known.kind, row.value, version?.value);
    const { provinceCode } = actor;
    if (unit === null) return { ...row, scope: `province:${provinceCode}` };
    if (!known.byUnit) throw notByUnit(row.key);
    const at = { code: unit, on: row.startsOn };
    if (!(await this.keys.hasUnit(manager, provinceCode, at))) throw unknownUnit(unit);
    return { ...row, scope: unitScope(provinceCode, unit) };
  }

  /**
   * Versions of one key and scope that come together.
   *
   * @param batch by which they came
   */
  async writeTogether(
    manager: EntityManager,
    actor: Actor,
    {
      rows,
      batch,
    }: { readonly rows: readonly [ParameterRow, ...ParameterRow[]]; readonly batch: number },
  ): Promise<WrittenVersions> {
    const [{ key, scope }] = rows;
    const plan = planVersions(await this.law.standing(manager, key, scope), rows);
    const added = await this.law.apply(manager, plan, actor.id);
    await this.trail.record(manager, actor, {
      action: 'law.parameter-set',
      subject: `law/${key}`,
      before: { rows: plan.supersede.map(shown) },
      after: { rows: plan.add.map(shown) },
      details: { scope, batch },
    });
    return { key, scope, added, superseded: plan.supersede.map(({ id }) => id) };
  }

  /** The keys whose versions have been changed since they were written. */
  async changedSince(
    manager: EntityManager,
    written: readonly WrittenVersions[],
  ): Promise<readonly string[]> {
    const ids = written.flatMap(({ added }) => added);
    const gone = await this.law.supersededOf(manager, ids);
    return [...new Set(gone.map(({ key }) => key))];
  }

  /** What stood before is said again, as newer versions: nothing is ever taken out. */
  async takeBack(
    manager: EntityManager,
    actor: Actor,
    { key, scope, added, superseded }: WrittenVersions,
  ): Promise<void> {
    const before = await this.law.standing(manager, key, scope);
    await this.law.supersede(manager, added);
    await this.law.sayAgain(manager, superseded, actor.id);
    const after = await this.law.standing(manager, key, scope);
    await this.trail.record(manager, actor, {
      action: 'law.parameter-set',
      subject: `law/${key}`,
      before: { rows: before.map(shown) },
      after: { rows: after.map(shown) },
      details: { scope },
    });
  }

  /** Does nothing where it is said already. */
  async write(manager: EntityManager, actor: Actor, row: ParameterRow): Promise<void> {
    const standing = await this.law.standing(manager, row.key, row.scope);
    if (standing.some((each) => isSame(each, row))) return;
    const plan = planVersion(standing, row);
    await this.law.apply(manager, plan, actor.id);
    await this.trail.record(manager, actor, {
      action: 'law.parameter-set',
      subject: `law/${row.key}`,
      before: { rows: plan.supersede.map(shown) },
      after: { rows: plan.add.map(shown) },
      details: { scope: row.scope },
    });
  }
}

/** What the trail keeps of a row. */
export function shown({ value, startsOn, endsOn, evidence }: ParameterRow): object {
  return { value, startsOn, endsOn, evidence };
}
