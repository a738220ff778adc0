import {
  type Block,
  BLOCKS,
  type Degree,
  DEGREES,
  type DivisionKind,
  DIVISION_KINDS,
  EVIDENCE,
  POSITION_GROUPS,
  type PositionGroup,
  type Evidence,
} from '../rules/vocabulary.js';
import { type Day, isDay } from '../shared/day.js';
import type { Issue } from '../shared/issue.js';
import { requireColumns, type Table } from '../sheet/table.js';
import { cellReader, type CellReader } from './sheet-cells.js';

/** A position as a sheet of the catalogue gives it. */
export interface PositionRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly block: Block;
  readonly divisionKind: DivisionKind | null;
  readonly group: PositionGroup;
  readonly field: string | null;
  readonly minDegree: Degree | null;
  readonly majorGroups: readonly string[];
  readonly ranks: readonly string[];
  readonly certificates: readonly string[];
  /** Elected, or managed by a Party committee: never chosen by the engine. */
  readonly given: boolean;
  /** "Diện cấp ủy quản lý": who holds it, and who is planned for it, is told to accounts with the closed scope only. */
  readonly partyManaged: boolean;
  readonly catalogue: string;
  readonly evidence: Evidence;
  readonly source: string;
}

const REQUIRED = ['code', 'name_vi', 'starts_on', 'block', 'position_group'];

/** Reads a catalogue of positions; the columns are those of `data/positions.csv`. */
export function readPositionSheet(table: Table): {
  readonly positions: readonly PositionRow[];
  readonly issues: readonly Issue[];
} {
  const missing = requireColumns(table, REQUIRED);
  if (missing.length > 0) return { positions: [], issues: missing };
  const issues: Issue[] = [];
  const positions = table.rows.flatMap((row) => {
    const position = positionOf(cellReader(table, row, issues), row.values);
    return position === null ? [] : [position];
  });
  return { positions, issues };
}

function positionOf(
  cells: CellReader,
  values: Readonly<Record<string, string>>,
): PositionRow | null {
  const code = cells.wanted('code');
  const name = cells.wanted('name_vi');
  const block = cells.oneOf('block', BLOCKS);
  const group = cells.oneOf('position_group', POSITION_GROUPS);
  const startsOn = cells.wanted('starts_on');
  if (!code || !name || !block || !group) return null;
  if (!isDay(startsOn)) {
    cells.fault(
      'starts_on',
      'sheet.not-a-day',
      `Ô "starts_on" ghi "${startsOn}", cần ngày yyyy-mm-dd.`,
    );
    return null;
  }
  return {
    code,
    name,
    nameEn: values['name_en'] || null,
    catalogue: values['catalogue'] || 'new',
    startsOn,
    endsOn: values['ends_on'] || null,
    block,
    divisionKind: cells.oneOf('division_kind', DIVISION_KINDS),
    group,
    field: values['field'] || null,
    minDegree: cells.oneOf('min_degree', DEGREES),
    majorGroups: cells.list('major_groups'),
    ranks: cells.list('ranks'),
    certificates: cells.list('certificates'),
    given: values['given'] === '1',
    partyManaged: values['party_managed'] === '1',
    evidence: cells.oneOf('evidence', EVIDENCE) ?? 'recalled',
    source: values['source'] || '',
  };
}

/** An old position and one that its holders may take, 1 = first choice; only for these majors where any are named. */
export interface PositionSuccessionRow {
  readonly oldCode: string;
  readonly newCode: string;
  readonly preference: number;
  readonly majorGroups: readonly string[];
}

/** Reads which old position leads to which new ones; the columns are those of `data/position_successions.csv`. */
export function readPositionSuccessionSheet(table: Table): {
  readonly successions: readonly PositionSuccessionRow[];
  readonly issues: readonly Issue[];
} {
  const missing = requireColumns(table, ['old_code', 'new_code', 'preference']);
  if (missing.length > 0) return { successions: [], issues: missing };
  const issues: Issue[] = [];
  const successions = table.rows.map((row) => {
    const cells = cellReader(table, row, issues);
    return {
      oldCode: cells.wanted('old_code'),
      newCode: cells.wanted('new_code'),
      preference: cells.number('preference') ?? 1,
      majorGroups: cells.list('major_groups'),
    };
  });
  return { successions, issues };
}
