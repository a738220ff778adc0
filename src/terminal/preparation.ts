import { Injectable } from '@nestjs/common';
import { LawLoader } from '../law/law.loader.js';
import type { Alias } from '../registry/alias.store.js';
import { readPositionSheet, readPositionSuccessionSheet } from '../registry/position-sheet.js';
import { RegistryLoader } from '../registry/registry.loader.js';
import { readUnitSheet } from '../registry/unit-sheet.js';
import type { Actor } from '../shared/actor.js';
import { BadInput } from '../shared/errors.js';
import type { Issue } from '../shared/issue.js';
import type { Table } from '../sheet/table.js';
import type { JobSources } from './job-sources.js';

/** Law, reference data and the province as it stood: what a roster is read against. */
@Injectable()
export class Preparation {
  constructor(
    private readonly law: LawLoader,
    private readonly registry: RegistryLoader,
  ) {}

  /** @throws BadInput `terminal.sheets-have-errors` with the issues; nothing of the province is written then. */
  async prepare(actor: Actor, sources: JobSources): Promise<void> {
    const units = readUnitSheet(sources.oldUnits, actor.provinceCode);
    const positions = readPositionSheet(sources.positions);
    const successions =
      sources.positionSuccessions === null
        ? { successions: [], issues: [] }
        : readPositionSuccessionSheet(sources.positionSuccessions);
    mustBeClean([...units.issues, ...positions.issues, ...successions.issues]);
    await this.law.load(actor);
    await this.registry.load(actor, {
      name: sources.provinceName,
      knownFrom: sources.knownFrom,
      units: units.units,
      positions: positions.positions,
      positionSuccessions: successions.successions,
      aliases: sources.aliases === null ? [] : aliasesOf(sources.aliases),
    });
  }
}

function aliasesOf(table: Table): Alias[] {
  return table.rows.map(({ values }) => ({
    kind: values['kind'] ?? '',
    spelling: values['spelling'] ?? '',
    targetCode: values['target_code'] ?? '',
    startsOn: values['starts_on'] || null,
    endsOn: values['ends_on'] || null,
  }));
}

function mustBeClean(issues: readonly Issue[]): void {
  const [first] = issues.filter((issue) => issue.severity === 'error');
  if (first === undefined) return;
  throw new BadInput(
    'terminal.sheets-have-errors',
    `Các bảng có ${issues.length} lỗi; chưa ghi gì. Lỗi đầu tiên: ${first.file}, dòng ${first.row}, cột ${first.column}: ${first.message}`,
    { issues },
  );
}
