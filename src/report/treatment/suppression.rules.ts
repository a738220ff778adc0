/** Hidden cells are null. */
export type Shown = number | null;

/**
 * Small counts are hidden, and so much beside them that no row or column sum gives them away: in a line with one hidden cell
 * the next smallest is hidden too, until no line has exactly one. Zero is shown: it tells of nobody.
 *
 * @param table rows of equal length; sums of rows and columns are taken as known.
 * @param smallest a count below it, but for zero, is hidden.
 * @source product decision: docs/decisions/0049; the practice of statistical disclosure control
 */
export function suppressed(
  table: readonly (readonly number[])[],
  smallest: number,
): (readonly Shown[])[] {
  const hidden = table.map((row) => row.map((count) => count > 0 && count < smallest));
  const width = table[0]?.length ?? 0;
  const rows = table.map((row, at) => row.map((_, column): Place => [at, column]));
  const columns = Array.from({ length: width }, (_, column) =>
    table.map((_row, at): Place => [at, column]),
  );
  const lines = [...rows, ...columns];
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines) {
      const second = secondOf(line, table, hidden);
      if (second === null) continue;
      const [row, column] = second;
      (hidden[row] ?? [])[column] = true;
      changed = true;
    }
  }
  return table.map((row, at) =>
    row.map((count, column) => (hidden[at]?.[column] === true ? null : count)),
  );
}

type Place = readonly [number, number];

/** What must be hidden beside the only hidden cell of a line: the smallest count that is not zero, else the first zero. */
function secondOf(
  line: readonly Place[],
  table: readonly (readonly number[])[],
  hidden: readonly (readonly boolean[])[],
): Place | null {
  const isHidden = ([row, column]: Place): boolean => hidden[row]?.[column] === true;
  if (line.filter(isHidden).length !== 1) return null;
  const count = ([row, column]: Place): number => table[row]?.[column] ?? 0;
  const order = (place: Place): number => count(place) || Number.POSITIVE_INFINITY;
  const [next] = line.filter((place) => !isHidden(place)).sort((a, b) => order(a) - order(b));
  return next ?? null;
}
