import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findSummary } from '../../gap/gap-summary.view.js';
import { findCells } from '../../gap/gap.view.js';
import { PositionStore } from '../../registry/position.store.js';
import { UnitStore } from '../../registry/unit.store.js';
import type { Actor } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';
import type { GapReport } from '../gap-report.js';
import { cellSheet, gapSheets } from '../gap-sheets.js';
import { dayLine } from '../report-frame.js';
import { findFieldNames } from '../report.view.js';
import { frameOf, type RosterFrame } from './roster-frame.js';

interface Asked {
  readonly on: Day;
  /** Code of a commune; null = all whom the actor may see. */
  readonly unit: string | null;
}

/** Surplus and shortage of the registry on a day. */
@Injectable()
export class GapOnDay {
  constructor(
    private readonly units: UnitStore,
    private readonly positions: PositionStore,
  ) {}

  /** All sheets, or of one commune its seats. */
  async sheets(
    manager: EntityManager,
    actor: Actor,
    { asked: { on, unit }, frame }: { readonly asked: Asked; readonly frame: RosterFrame },
  ): Promise<SheetSpec[]> {
    const report = await this.report(manager, actor, on, frame);
    if (unit === null) return gapSheets(report);
    const cells = report.cells.filter(({ communeCode }) => communeCode === unit);
    return [cellSheet({ ...report, cells })];
  }

  private async report(
    manager: EntityManager,
    actor: Actor,
    on: Day,
    frame: RosterFrame,
  ): Promise<GapReport> {
    const { provinceCode } = actor;
    const { agency, signature } = frameOf(frame);
    const units = await this.units.inForceOn(manager, actor, on);
    const positions = await this.positions.inForceOn(manager, actor, on);
    return {
      frame: {
        ...(agency && { agency }),
        ...(signature && { signature }),
        notice: [dayLine(on), ...frame.notice],
      },
      cells: await findCells(manager, provinceCode, { on }),
      summary: await findSummary(manager, provinceCode, { on }, 'government'),
      communeNames: new Map(units.map(({ code, name }) => [code, name])),
      positions: new Map(positions.map((position) => [position.code, position])),
      fieldNames: await findFieldNames(manager),
    };
  }
}
