import type { EntityManager } from 'typeorm';
import { findSummary } from '../../gap/gap-summary.view.js';
import { findCells } from '../../gap/gap.view.js';
import type { Actor } from '../../shared/actor.js';
import { dayText, type Day } from '../../shared/day.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';
import type { GapReport } from '../gap-report.js';
import { cellSheet, gapSheets } from '../gap-sheets.js';
import type { PositionName } from '../report-data.js';
import { findFieldNames } from '../report.view.js';
import { frameOf, type RosterFrame } from './roster-frame.js';

/** @param unit code of a commune; null = all whom the actor may see */
interface Asked {
  readonly on: Day;
  readonly unit: string | null;
}

/** Surplus and shortage of the registry on a day: all sheets, or of one commune its seats. */
export async function gapSheetsOn(
  manager: EntityManager,
  actor: Actor,
  { asked, frame }: { readonly asked: Asked; readonly frame: RosterFrame },
): Promise<SheetSpec[]> {
  const report = await gapOn(manager, actor, asked, frame);
  const { unit } = asked;
  if (unit === null) return gapSheets(report);
  const cells = report.cells.filter(({ communeCode }) => communeCode === unit);
  return [cellSheet({ ...report, cells })];
}

async function gapOn(
  manager: EntityManager,
  { provinceCode }: Actor,
  { on }: Asked,
  frame: RosterFrame,
): Promise<GapReport> {
  const { agency, signature } = frameOf(frame);
  const notice = [`Theo sổ, ngày ${dayText(on)}.`, ...frame.notice];
  return {
    frame: { ...(agency && { agency }), ...(signature && { signature }), notice },
    cells: await findCells(manager, provinceCode, { on }),
    summary: await findSummary(manager, provinceCode, { on }, 'government'),
    communeNames: await findUnitNames(manager, provinceCode, on),
    positions: await findPositionNames(manager, provinceCode, on),
    fieldNames: await findFieldNames(manager),
  };
}

const IN_FORCE = 'province_code = $1 AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2)';

async function findUnitNames(
  manager: EntityManager,
  provinceCode: string,
  on: Day,
): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ code: string; name: string }[]>(
    `SELECT code, name FROM units WHERE ${IN_FORCE}`,
    [provinceCode, on],
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

async function findPositionNames(
  manager: EntityManager,
  provinceCode: string,
  on: Day,
): Promise<ReadonlyMap<string, PositionName>> {
  const rows = await manager.query<(PositionName & { code: string })[]>(
    `SELECT code, name, block, position_group AS "group" FROM positions WHERE ${IN_FORCE}`,
    [provinceCode, on],
  );
  return new Map(rows.map(({ code, ...position }) => [code, position]));
}
