import type { DrawnMap, MapRow } from '../../../lib/api/shapes.js';

/** A map as it is being drawn: its lines, and areas that somebody typed. */
export type MapDraft = Pick<DrawnMap, 'rows' | 'areas'>;

const NEARLY = 1e-9;

/** The lines of an old unit. */
export function rowsOf({ rows }: MapDraft, oldCode: string): MapRow[] {
  return rows.filter((row) => row.oldCode === oldCode);
}

/** The old unit goes to one new unit, whole. */
export function movedWhole(draft: MapDraft, oldCode: string, newCode: string): MapDraft {
  return withRows(draft, oldCode, [{ oldCode, newCode, kind: 'whole', share: 1, main: true }]);
}

/** A part of the old unit goes to a further new one; how much is not known yet. The rest stays where it is. */
export function movedInPart(draft: MapDraft, oldCode: string, newCode: string): MapDraft {
  const own = rowsOf(draft, oldCode);
  if (own.some((row) => row.newCode === newCode)) return draft;
  if (own.length === 0) return movedWhole(draft, oldCode, newCode);
  const rest = own.map((row): MapRow => (row.kind === 'whole' ? restOf(row) : row));
  const part: MapRow = { oldCode, newCode, kind: 'part', share: null, main: false };
  return withRows(draft, oldCode, summed([...rest, part]));
}

function restOf(row: MapRow): MapRow {
  return { ...row, kind: 'remainder', share: null };
}

/** @param share 0 to 1, null = unknown; the remainder is what is left. */
export function shared(
  draft: MapDraft,
  { oldCode, newCode }: Pick<MapRow, 'oldCode' | 'newCode'>,
  share: number | null,
): MapDraft {
  const own = rowsOf(draft, oldCode).map((row) =>
    row.newCode === newCode ? { ...row, share } : row,
  );
  return withRows(draft, oldCode, summed(own));
}

/** Where all parts are known, the remainder is the rest of the whole. */
function summed(own: readonly MapRow[]): MapRow[] {
  const parts = own.filter(({ kind }) => kind !== 'remainder');
  if (own.length - parts.length !== 1) return [...own];
  const taken = parts.reduce<number | null>(
    (sum, { share }) => (sum === null || share === null ? null : sum + share),
    0,
  );
  const left = taken === null || taken > 1 + NEARLY ? null : Math.round((1 - taken) * 1e6) / 1e6;
  return own.map((row) => (row.kind === 'remainder' ? { ...row, share: left } : row));
}

/** The people of the old unit follow this line until somebody decides. */
export function mainAt(
  draft: MapDraft,
  { oldCode, newCode }: Pick<MapRow, 'oldCode' | 'newCode'>,
): MapDraft {
  const own = rowsOf(draft, oldCode).map((row) => ({ ...row, main: row.newCode === newCode }));
  return withRows(draft, oldCode, own);
}

/** Without one of several lines; of two the other takes the whole. */
export function without(
  draft: MapDraft,
  { oldCode, newCode }: Pick<MapRow, 'oldCode' | 'newCode'>,
): MapDraft {
  const left = rowsOf(draft, oldCode).filter((row) => row.newCode !== newCode);
  const [first] = left;
  if (!first) return draft;
  if (left.length === 1) return movedWhole(draft, oldCode, first.newCode);
  const main = left.find((row) => row.main) ?? first;
  const hasRest = left.some(({ kind }) => kind === 'remainder');
  const kept = left.map((row): MapRow => {
    const isMain = row === main;
    return { ...row, main: isMain, kind: isMain && !hasRest ? 'remainder' : row.kind };
  });
  return withRows(draft, oldCode, summed(kept));
}

/** Lines that were pasted take the place of those of the same old units. */
export function withPasted(draft: MapDraft, rows: readonly MapRow[]): MapDraft {
  const named = new Set(rows.map(({ oldCode }) => oldCode));
  return { ...draft, rows: [...draft.rows.filter((row) => !named.has(row.oldCode)), ...rows] };
}

/** @param areaKm2 null = what is computed counts. */
export function withArea(draft: MapDraft, code: string, areaKm2: number | null): MapDraft {
  const others = draft.areas.filter((area) => area.code !== code);
  return { ...draft, areas: areaKm2 === null ? others : [...others, { code, areaKm2 }] };
}

/** Old units that are not where they were, in the order of their codes. */
export function changedUnits(before: MapDraft, after: MapDraft): string[] {
  const codes = new Set([...before.rows, ...after.rows].map(({ oldCode }) => oldCode));
  return [...codes]
    .filter((code) => saying(rowsOf(before, code)) !== saying(rowsOf(after, code)))
    .sort();
}

export function isSame(a: MapDraft, b: MapDraft): boolean {
  return changedUnits(a, b).length === 0 && areasIn(a) === areasIn(b);
}

function areasIn({ areas }: MapDraft): string {
  return JSON.stringify(areas.map(({ code, areaKm2 }) => [code, areaKm2]).sort());
}

function saying(rows: readonly MapRow[]): string {
  return JSON.stringify(
    rows.map(({ newCode, kind, share, main }) => [newCode, kind, share, main]).sort(),
  );
}

/** What was drawn on an older map, on the newer one: old units that were touched keep what was drawn. */
export function rebased(older: MapDraft, drawn: MapDraft, newer: MapDraft): MapDraft {
  const touched = new Set(changedUnits(older, drawn));
  const kept = drawn.rows.filter(({ oldCode }) => touched.has(oldCode));
  return {
    rows: [...newer.rows.filter(({ oldCode }) => !touched.has(oldCode)), ...kept],
    areas: drawn.areas,
  };
}

function withRows(draft: MapDraft, oldCode: string, own: readonly MapRow[]): MapDraft {
  return { ...draft, rows: [...draft.rows.filter((row) => row.oldCode !== oldCode), ...own] };
}
