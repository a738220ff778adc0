import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReferenceStore } from '../law/reference.store.js';
import { AliasStore, type Alias } from '../registry/alias.store.js';
import { formerProvinces } from '../registry/former-provinces.js';
import { PositionStore } from '../registry/position.store.js';
import { UnitStore } from '../registry/unit.store.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { ResolveContext } from './resolve.plan.js';

/** What the registry knows on the roster's day. */
@Injectable()
export class RosterContextView {
  constructor(
    private readonly units: UnitStore,
    private readonly positions: PositionStore,
    private readonly aliases: AliasStore,
    private readonly reference: ReferenceStore,
  ) {}

  async on(manager: EntityManager, actor: Actor, day: Day): Promise<ResolveContext> {
    const units = await this.units.inForceOn(manager, actor, day);
    const positions = await this.positions.inForceOn(manager, actor, day);
    const aliases = await this.aliases.inForceOn(manager, actor, day);
    const former = await formerProvinces(actor.provinceCode);
    return {
      formerProvinceNames: former.map(({ name }) => name),
      provinceName: units.find((unit) => unit.level === 'province')?.name ?? null,
      units: units
        .filter((unit) => unit.level !== 'province')
        .map(({ id, code, name, parentCode }) => ({
          id,
          code,
          name,
          parentCode,
          aliases: spellingsOf(aliases, 'unit', code),
        })),
      positions: positions.map(({ code, name }) => ({
        code,
        spellings: [name, ...spellingsOf(aliases, 'position', code)],
      })),
      majors: await this.reference.majors(manager),
      ranks: (await this.reference.ranks(manager)).map(({ code, name }) => ({
        code,
        name,
        aliases: spellingsOf(aliases, 'rank', code),
      })),
    };
  }
}

function spellingsOf(aliases: readonly Alias[], kind: string, code: string): string[] {
  return aliases
    .filter((alias) => alias.kind === kind && alias.targetCode === code)
    .map((alias) => alias.spelling);
}
