import type { Issue } from '../shared/issue.js';
import { requireColumns, type Table } from '../sheet/table.js';
import { cellReader, type CellReader } from './sheet-cells.js';
import { SUCCESSION_WORDS, type SuccessionKind, type Words } from './sheet-words.js';
import { folded } from '../shared/text.js';

/** A line of a merger map: an old unit becomes a new one; null = the line does not say. */
export interface MergerMapRow {
  readonly oldCode: string;
  readonly newCode: string;
  /** Of the old unit's population, 0 to 1. */
  readonly share: number | null;
  readonly kind: SuccessionKind | null;
  readonly main: boolean | null;
}

/** Reads a merger map; the columns are those of `data/dien-bien/merge_map.csv`. */
export function readMergerMap(table: Table, issues: Issue[]): MergerMapRow[] {
  const missing = requireColumns(table, ['old_code', 'new_code']);
  issues.push(...missing);
  if (missing.length > 0) return [];
  return table.rows.map((row) => mergerMapRowOf(cellReader(table, row, issues)));
}

export function mergerMapRowOf(cells: CellReader): MergerMapRow {
  return {
    oldCode: cells.wanted('old_code'),
    newCode: cells.wanted('new_code'),
    share: shareOf(cells),
    kind: kindIn(cells.text('note'), SUCCESSION_WORDS),
    main: cells.text('main') === '' ? null : cells.flag('main'),
  };
}

function shareOf(cells: CellReader): number | null {
  const share = cells.number('share');
  if (share === null || (share >= 0 && share <= 1)) return share;
  cells.fault('share', 'merger.share-out-of-range', `Tỷ lệ "${share}" phải từ 0 đến 1.`);
  return null;
}

/** A note may go on after its word: "part: 3 of 12 communes". */
function kindIn(note: string, words: Words<SuccessionKind>): SuccessionKind | null {
  const text = folded(note);
  const kinds = Object.keys(words) as SuccessionKind[];
  return (
    kinds.find((kind) => [kind, ...words[kind]].some((word) => text.startsWith(folded(word)))) ??
    null
  );
}
