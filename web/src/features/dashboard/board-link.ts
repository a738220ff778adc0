/** Address of the gap board for a run, with its filters. */
export function boardLink(run: number, filters: Readonly<Record<string, string>> = {}): string {
  return `/gap?${new URLSearchParams({ run: String(run), ...filters }).toString()}`;
}

/** The board's own names of a scope. */
export function blockFilter(scope: 'government' | 'all'): Readonly<Record<string, string>> {
  return scope === 'all' ? { block: 'all' } : {};
}
