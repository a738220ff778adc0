/** What the sheets of a batch hold; all kinds go the same way, each by its own `SheetKind`. */
export const BATCH_KINDS = [
  'roster',
  'units',
  'positions',
  'seats',
  'wishes',
  'ratings',
  'conditions',
  'merger',
] as const;

export type BatchKind = (typeof BATCH_KINDS)[number];

/** The kinds that somebody may send to the list of uploads; the others have ways of their own so far. */
export const SENT_KINDS = [
  'roster',
  'wishes',
  'ratings',
  'conditions',
] as const satisfies readonly BatchKind[];
export type SentKind = (typeof SENT_KINDS)[number];
