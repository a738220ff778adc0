import type { SuccessionFact } from '../scenario/facts.js';
import { byCodePoint } from '../shared/text.js';

type Shared = Pick<SuccessionFact, 'oldCode' | 'newCode'>;

/** The rows of each old unit, by its code, in the order of the codes. */
export function rowsByOldUnit<T extends Shared>(successions: readonly T[]): Map<string, T[]> {
  const rows = new Map<string, T[]>();
  for (const row of [...successions].sort(bySuccession)) {
    const known = rows.get(row.oldCode);
    if (known) known.push(row);
    else rows.set(row.oldCode, [row]);
  }
  return rows;
}

/** Old code, then new code. */
export function bySuccession(a: Shared, b: Shared): number {
  return byCodePoint(a.oldCode, b.oldCode) || byCodePoint(a.newCode, b.newCode);
}
