import { readUnitSheet } from '../registry/unit-sheet.js';
import { cellReader, type CellReader } from '../registry/sheet-cells.js';
import { BLOCKS, DIVISION_KINDS } from '../rules/vocabulary.js';
import type { NormFact, SuccessionFact } from '../scenario/facts.js';
import type { Issue } from '../shared/issue.js';
import { requireColumns, type Table } from '../sheet/table.js';
import type { SeatRow } from './seat-row.js';
import type { UnitDraft } from './units.plan.js';

/** A merger as its sheets give it. */
export interface MergerSheets {
  readonly newUnits: readonly UnitDraft[];
  readonly successions: readonly SuccessionFact[];
  readonly seats: readonly SeatRow[];
  readonly norms: readonly NormFact[];
  readonly issues: readonly Issue[];
}

export interface MergerTables {
  readonly newUnits: Table;
  /** `old_code, new_code, share, note, main`: communes, districts, departments alike. */
  readonly successions: readonly Table[];
  readonly seats: Table;
  readonly norms: Table | null;
}

interface Context {
  readonly provinceCode: string;
  /** Codes of units in force on the eve: rows of other provinces are left out. */
  readonly oldCodes: ReadonlySet<string>;
  /** The legal basis written with each succession. */
  readonly basis: string;
}

/** Reads the sheets of a merger; the columns are those of the files in `data/`. */
export function readMergerSheets(tables: MergerTables, context: Context): MergerSheets {
  const { units, issues: unitIssues } = readUnitSheet(tables.newUnits, context.provinceCode);
  const issues: Issue[] = [...unitIssues];
  const newUnits = units.map((unit): UnitDraft => {
    const { latitude, longitude } = unit;
    return {
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      level: unit.level,
      parentCode: unit.parentCode,
      zone: unit.zone,
      border: unit.border,
      point: latitude === null || longitude === null ? null : { latitude, longitude },
      areaKm2: unit.areaKm2,
      population: unit.population,
    };
  });
  const newCodes = new Set(newUnits.map((unit) => unit.code));
  const successions = tables.successions
    .flatMap((table) => successionsOf(table, context, issues))
    .filter((row) => context.oldCodes.has(row.oldCode) || newCodes.has(row.newCode));
  return {
    newUnits,
    successions,
    seats: seatsOf(tables.seats, issues),
    norms: tables.norms === null ? [] : normsOf(tables.norms, issues),
    issues,
  };
}

function successionsOf(table: Table, context: Context, issues: Issue[]): SuccessionFact[] {
  const missing = requireColumns(table, ['old_code', 'new_code']);
  issues.push(...missing);
  if (missing.length > 0) return [];
  const rowsOf = new Map<string, number>();
  for (const { values } of table.rows)
    rowsOf.set(values['old_code'] ?? '', (rowsOf.get(values['old_code'] ?? '') ?? 0) + 1);
  return table.rows.map((row) => {
    const cells = cellReader(table, row, issues);
    const oldCode = cells.wanted('old_code');
    const alone = rowsOf.get(oldCode) === 1;
    const share = shareOf(cells, alone);
    const main = row.values['main'];
    return {
      oldCode,
      newCode: cells.wanted('new_code'),
      kind: kindOf(row.values['note'] ?? '', alone),
      share,
      main: main ? main === '1' : alone,
      basis: context.basis,
    };
  });
}

/** A part of the population, 0 to 1; a unit that has only one successor goes there whole. */
function shareOf(cells: CellReader, alone: boolean): number | null {
  const share = cells.number('share');
  if (share === null) return alone ? 1 : null;
  if (share >= 0 && share <= 1) return share;
  cells.fault('share', 'merger.share-out-of-range', `Tỷ lệ "${share}" phải từ 0 đến 1.`);
  return null;
}

function kindOf(note: string, alone: boolean): SuccessionFact['kind'] {
  if (/^remainder/.test(note)) return 'remainder';
  if (/^part/.test(note)) return 'part';
  return alone || /^(whole|unchanged|renamed)/.test(note) ? 'whole' : 'part';
}

function seatsOf(table: Table, issues: Issue[]): SeatRow[] {
  const missing = requireColumns(table, ['unit_code', 'position_code', 'seats']);
  issues.push(...missing);
  if (missing.length > 0) return [];
  return table.rows.map((row) => {
    const cells = cellReader(table, row, issues);
    return {
      unitCode: cells.wanted('unit_code'),
      divisionKind: cells.oneOf('division_kind', DIVISION_KINDS),
      positionCode: cells.wanted('position_code'),
      seats: countOf(cells, 'seats'),
      required: countOf(cells, 'required'),
    };
  });
}

function normsOf(table: Table, issues: Issue[]): NormFact[] {
  const missing = requireColumns(table, ['unit_code', 'block', 'headcount']);
  issues.push(...missing);
  if (missing.length > 0) return [];
  return table.rows.flatMap((row) => {
    const cells = cellReader(table, row, issues);
    const block = cells.oneOf('block', BLOCKS);
    if (block === null) return [];
    return [{ unitCode: cells.wanted('unit_code'), block, headcount: countOf(cells, 'headcount') }];
  });
}

/** A whole number from 0; an empty cell is 0. */
function countOf(cells: CellReader, column: string): number {
  const value = cells.number(column) ?? 0;
  if (Number.isSafeInteger(value) && value >= 0) return value;
  cells.fault(
    column,
    'sheet.not-a-count',
    `Ô "${column}" ghi "${value}", cần số nguyên từ 0 trở lên.`,
  );
  return 0;
}
