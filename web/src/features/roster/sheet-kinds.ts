import type { SheetKind } from '../../lib/api/shapes.js';

/** Sheets about people, which every sender of rosters may send. */
const OF_PEOPLE: readonly SheetKind[] = ['roster', 'wishes', 'ratings', 'conditions'];
/** Sheets that only the whole province sends. */
const OF_PROVINCE: readonly SheetKind[] = ['units', 'positions', 'seats', 'merger', 'parameters'];

/** What a reader may send. */
export function kindsFor(mayLoad: boolean): readonly SheetKind[] {
  return mayLoad ? [...OF_PEOPLE, ...OF_PROVINCE] : OF_PEOPLE;
}
