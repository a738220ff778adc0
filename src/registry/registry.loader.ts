import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { refreshStatistics } from '../database/statistics.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { Conflict } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { type Alias, AliasStore } from './alias.store.js';
import type { PositionRow, PositionSuccessionRow } from './position-sheet.js';
import { PositionStore } from './position.store.js';
import { SpellingLoader } from './spelling.loader.js';
import type { UnitRow } from './unit-sheet.js';
import { UnitStore } from './unit.store.js';

/** A province before anything happens: its units, the catalogues old and new, other spellings. */
export interface ProvinceData {
  readonly name: string;
  /** The first day on which the list of units is known to hold. */
  readonly knownFrom: Day;
  readonly units: readonly UnitRow[];
  readonly positions: readonly PositionRow[];
  readonly positionSuccessions: readonly PositionSuccessionRow[];
  readonly aliases: readonly Alias[];
}

/** Loads a province from sheets that were read and found without errors. */
@Injectable()
export class RegistryLoader {
  constructor(
    private readonly transactions: Transactions,
    private readonly units: UnitStore,
    private readonly positions: PositionStore,
    private readonly aliases: AliasStore,
    private readonly spellings: SpellingLoader,
    private readonly trail: Trail,
  ) {}

  /** @throws Conflict `registry.province-loaded` when the province has units already. */
  load(actor: Actor, data: ProvinceData): Promise<void> {
    return this.transactions.run(actor, async (manager) => {
      await manager.query(
        `INSERT INTO provinces (code, name) VALUES ($1, $2) ON CONFLICT (code) DO NOTHING`,
        [actor.provinceCode, data.name],
      );
      await this.mustBeEmpty(manager, actor);
      await this.loadUnits(manager, actor, data);
      await this.positions.add(manager, actor, data.positions);
      await this.positions.addSuccessions(manager, actor, data.positionSuccessions);
      await this.aliases.add(manager, actor, data.aliases);
      const known = await this.spellings.add(manager, actor);
      await refreshStatistics(manager, ['units', 'positions', 'position_successions']);
      await this.trail.record(manager, actor, {
        action: 'registry.loaded',
        subject: `province/${actor.provinceCode}`,
        before: { units: 0 },
        after: { units: data.units.length, positions: data.positions.length },
        details: {
          positionSuccessions: data.positionSuccessions.length,
          aliases: data.aliases.length + known,
        },
      });
    });
  }

  private async mustBeEmpty(manager: EntityManager, actor: Actor): Promise<void> {
    const [units] = await manager.query<{ count: number }[]>(
      `SELECT count(*) AS count FROM units WHERE province_code = $1`,
      [actor.provinceCode],
    );
    if (units?.count === 0) return;
    throw new Conflict(
      'registry.province-loaded',
      'Tỉnh này đã có danh sách đơn vị; không nạp đè. Mọi thay đổi sau đó là một phương án sắp xếp.',
    );
  }

  private async loadUnits(manager: EntityManager, actor: Actor, data: ProvinceData): Promise<void> {
    const units = data.units.filter((unit) => unit.level !== 'province');
    await this.units.insert(
      manager,
      actor,
      [provinceUnit(actor.provinceCode, data.name), ...units].map((unit) => ({
        ...unit,
        startsOn: data.knownFrom,
        legalBasis: null,
      })),
    );
  }
}

function provinceUnit(code: string, name: string): UnitRow {
  return {
    code,
    name,
    kind: 'province',
    level: 'province',
    parentCode: null,
    zone: null,
    border: false,
    areaKm2: null,
    population: null,
    latitude: null,
    longitude: null,
  };
}
