import type { MergerFilter } from '../../lib/api/merger.js';

type Narrowed = Pick<MergerFilter, 'list'> & Partial<Pick<MergerFilter, 'from' | 'commune'>>;

/** The people behind a figure of a merger. */
export function mergerLink(scenarioId: number, { list, from, commune }: Narrowed): string {
  const asked = new URLSearchParams({ scenario: String(scenarioId), part: 'people' });
  if (list !== 'carried') asked.set('list', list);
  if (from !== undefined) asked.set('from', from);
  if (commune !== undefined) asked.set('commune', commune);
  return `/merger?${asked.toString()}`;
}
