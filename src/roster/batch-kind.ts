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
  'parameters',
] as const;

export type BatchKind = (typeof BATCH_KINDS)[number];
