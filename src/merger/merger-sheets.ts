import { type MergerMapRow, readMergerMap } from '../registry/merger-map-sheet.js';
import { readNormSheet, readSeatSheet } from '../registry/seat-sheet.js';
import { readUnitSheet, type UnitRow } from '../registry/unit-sheet.js';
import type { NormFact, SuccessionFact } from '../scenario/facts.js';
import type { Issue } from '../shared/issue.js';
import type { Table } from '../sheet/table.js';
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

/** What the sheets of a merger say, row by row. */
export interface MergerRows {
  readonly newUnits: readonly UnitRow[];
  /** Map by map. */
  readonly maps: readonly (readonly MergerMapRow[])[];
  readonly seats: readonly SeatRow[];
  readonly norms: readonly NormFact[];
}

/** Reads the sheets of a merger; the columns are those of the files in `data/`. */
export function readMergerSheets(tables: MergerTables, context: Context): MergerSheets {
  const { units, issues: unitIssues } = readUnitSheet(tables.newUnits, context.provinceCode);
  const issues: Issue[] = [...unitIssues];
  const rows = {
    newUnits: units,
    maps: tables.successions.map((table) => readMergerMap(table, issues)),
    seats: readSeatSheet(tables.seats, issues),
    norms: tables.norms === null ? [] : readNormSheet(tables.norms, issues),
  };
  return { ...mergerOfRows(rows, context), issues };
}

/** Lines of other provinces are left out. */
export function mergerOfRows(
  { newUnits: units, maps, seats, norms }: MergerRows,
  { oldCodes, basis }: Omit<Context, 'provinceCode'>,
): Omit<MergerSheets, 'issues'> {
  const newUnits = units.map(draftOf);
  const newCodes = new Set(newUnits.map(({ code }) => code));
  const successions = maps
    .flatMap((rows) => successionsOf(rows, basis))
    .filter((row) => oldCodes.has(row.oldCode) || newCodes.has(row.newCode));
  return { newUnits, successions, seats, norms };
}

function draftOf(unit: UnitRow): UnitDraft {
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
}

/** The lines of one map as successions: a unit that has only one successor goes there whole. */
function successionsOf(rows: readonly MergerMapRow[], basis: string): SuccessionFact[] {
  const linesOf = new Map<string, number>();
  for (const { oldCode } of rows) linesOf.set(oldCode, (linesOf.get(oldCode) ?? 0) + 1);
  return rows.map(({ oldCode, newCode, share, kind, main }) => {
    const alone = linesOf.get(oldCode) === 1;
    return {
      ...{ oldCode, newCode, basis },
      kind: kind ?? (alone ? 'whole' : 'part'),
      share: share ?? (alone ? 1 : null),
      main: main ?? alone,
    };
  });
}
