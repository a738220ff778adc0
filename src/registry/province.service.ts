import { Injectable } from '@nestjs/common';
import { LawLoader } from '../law/law.loader.js';
import { formerProvinces } from './former-provinces.js';
import { knownProvince } from './known-province.js';
import { aliasesOf } from './known-spellings.js';
import { readPositionSheet, readPositionSuccessionSheet } from './position-sheet.js';
import type { ProvinceSheets } from './province-sheets.js';
import { RegistryLoader } from './registry.loader.js';
import { firstFault } from './sheet-faults.js';
import { readUnitSheet } from './unit-sheet.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { BadInput } from '../shared/errors.js';
import { hasErrors, type Issue } from '../shared/issue.js';

/** What was read from the sheets. */
export interface LoadedProvince {
  readonly units: number;
  readonly positions: number;
  readonly positionSuccessions: number;
  readonly aliases: number;
}

/** Law, reference data and the province as it stood: what a roster is read against. */
@Injectable()
export class ProvinceService {
  constructor(
    private readonly law: LawLoader,
    private readonly registry: RegistryLoader,
  ) {}

  /**
   * Loads what the public lists in `data/` say of the province on a day.
   *
   * @throws as `knownProvince` and `load`
   */
  async loadKnown(actor: Actor, on: Day): Promise<LoadedProvince> {
    return this.load(actor, await knownProvince(actor.provinceCode, on));
  }

  /** @throws BadInput `registry.sheets-have-errors` with the issues; nothing of the province is written then. */
  async load(actor: Actor, sources: ProvinceSheets): Promise<LoadedProvince> {
    const former = new Set((await formerProvinces(actor.provinceCode)).map(({ code }) => code));
    const units = readUnitSheet(sources.oldUnits, actor.provinceCode, former);
    const positions = readPositionSheet(sources.positions);
    const successions =
      sources.positionSuccessions === null
        ? { successions: [], issues: [] }
        : readPositionSuccessionSheet(sources.positionSuccessions);
    mustBeClean([...units.issues, ...positions.issues, ...successions.issues]);
    await this.law.load(actor);
    const aliases = sources.aliases === null ? [] : aliasesOf(sources.aliases);
    await this.registry.load(actor, {
      name: sources.provinceName,
      knownFrom: sources.knownFrom,
      units: units.units,
      positions: positions.positions,
      positionSuccessions: successions.successions,
      aliases,
    });
    return {
      units: units.units.length,
      positions: positions.positions.length,
      positionSuccessions: successions.successions.length,
      aliases: aliases.length,
    };
  }
}

function mustBeClean(issues: readonly Issue[]): void {
  if (!hasErrors(issues)) return;
  throw new BadInput(
    'registry.sheets-have-errors',
    `Các bảng có ${issues.length} lỗi; chưa ghi gì. Lỗi đầu tiên: ${firstFault(issues)}`,
    { issues },
  );
}
