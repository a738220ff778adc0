import type { Block, Degree, DivisionKind, Evidence, PositionGroup } from '../rules/vocabulary.js';
import type { Day } from '../shared/day.js';
import type { Issue } from '../shared/issue.js';
import { requireColumns, type Table } from '../sheet/table.js';
import { cellReader, type CellReader } from './sheet-cells.js';
import {
  BLOCK_WORDS,
  DEGREE_WORDS,
  DIVISION_WORDS,
  EVIDENCE_WORDS,
  GROUP_WORDS,
} from './sheet-words.js';

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
    const cells = cellReader(table, row, issues);
    const position = positionOfRow(cells);
    if (position === null || cells.wanted('starts_on') === '') return [];
    return position.startsOn === null ? [] : [{ ...position, startsOn: position.startsOn }];
  });
  return { positions, issues };
}

/** What the cells of a row say of a position; null where it cannot be told which it is, or from when. */
export function positionOfRow(
  cells: CellReader,
): (Omit<PositionRow, 'startsOn'> & { readonly startsOn: Day | null }) | null {
  const code = cells.wanted('code');
  const name = cells.wanted('name_vi');
  const block = cells.wanted('block') && cells.oneOf('block', BLOCK_WORDS);
  const group = cells.wanted('position_group') && cells.oneOf('position_group', GROUP_WORDS);
  if (!code || !name || !block || !group) return null;
  return {
    ...{ code, name, block, group },
    nameEn: cells.text('name_en') || null,
    catalogue: cells.text('catalogue') || 'new',
    startsOn: cells.day('starts_on'),
    endsOn: cells.day('ends_on'),
    divisionKind: cells.oneOf('division_kind', DIVISION_WORDS),
    field: cells.text('field') || null,
    minDegree: cells.oneOf('min_degree', DEGREE_WORDS),
    majorGroups: cells.list('major_groups'),
    ranks: cells.list('ranks'),
    certificates: cells.list('certificates'),
    given: cells.flag('given'),
    partyManaged: cells.flag('party_managed'),
    evidence: cells.oneOf('evidence', EVIDENCE_WORDS) ?? 'recalled',
    source: cells.text('source'),
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
  const successions = table.rows.map((row) =>
    positionSuccessionOfRow(cellReader(table, row, issues)),
  );
  return { successions, issues };
}

export function positionSuccessionOfRow(cells: CellReader): PositionSuccessionRow {
  const preference = cells.number('preference') ?? 1;
  if (!Number.isSafeInteger(preference) || preference < 1 || preference > 100)
    cells.fault(
      'preference',
      'position.preference-out-of-range',
      `Thứ tự ưu tiên ghi "${preference}", cần số nguyên từ 1.`,
    );
  return {
    oldCode: cells.wanted('old_code'),
    newCode: cells.wanted('new_code'),
    preference,
    majorGroups: cells.list('major_groups'),
  };
}
