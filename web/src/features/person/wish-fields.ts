export const WISH_KINDS = ['stay', 'move', 'retire-early', 'leave'] as const;
export type WishKind = (typeof WISH_KINDS)[number];

/** Up to three communes in order; empty = none. */
export type Communes = readonly [string, string, string];
export const NO_COMMUNES: Communes = ['', '', ''];

export type CommuneFault = 'communeMissing' | 'communeTwice' | 'communeGap';

/** What is wrong with each of the communes of a move; null = nothing. */
export function communeFaults(communes: Communes): (CommuneFault | null)[] {
  return communes.map((name, at) => {
    const before = communes.slice(0, at);
    if (name === '') return at === 0 ? 'communeMissing' : null;
    if (at > 0 && before.includes('')) return 'communeGap';
    return before.includes(name) ? 'communeTwice' : null;
  });
}

export const isPersonalNumber = (text: string): boolean => /^\d{12}$/.test(text);
