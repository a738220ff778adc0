import type { WishKind, WishList } from '../../lib/api/shapes.js';

interface Narrowed {
  readonly list?: WishList;
  /** What they wished for; `all` = anything. */
  readonly kind?: WishKind | 'all';
}

/** The people behind a figure about wishes. */
export function wishesLink(run: number, { list = 'all', kind = 'all' }: Narrowed = {}): string {
  const asked = new URLSearchParams({ run: String(run), part: 'people' });
  if (list !== 'all') asked.set('list', list);
  if (kind !== 'all') asked.set('kind', kind);
  return `/law/wishes?${asked.toString()}`;
}
