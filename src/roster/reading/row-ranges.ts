const MOST = 20;

/** Row numbers in order for a message: "3–5, 9", and how many more there are after twenty ranges. */
export function rowRanges(rows: readonly number[]): string {
  const ranges: { first: number; last: number }[] = [];
  for (const row of rows) {
    const before = ranges.at(-1);
    if (before !== undefined && before.last === row - 1) before.last = row;
    else ranges.push({ first: row, last: row });
  }
  const shown = ranges.slice(0, MOST);
  const rest = ranges.slice(MOST).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const texts = shown.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  return texts.join(', ') + (rest === 0 ? '' : ` và ${rest} dòng khác`);
}
