import type { Day } from '../shared/day.js';
import { grouped } from '../shared/grouped.js';
import { normalised } from '../shared/text.js';
import { readOwnTable } from '../sheet/own-table.js';
import type { Table } from '../sheet/table.js';
import type { Alias } from './alias.store.js';

/** Files of `data/`: one abbreviation a row, and combinations of them. */
const FILES = ['aliases.csv', 'title_aliases.csv'];

/** How rosters write titles, degrees, ratings and ranks anywhere; names of units are the province's own. */
export async function knownSpellings(): Promise<readonly Alias[]> {
  const tables = await Promise.all(FILES.map(readOwnTable));
  return tables.flatMap(aliasesOf);
}

/** Rows with the columns `kind`, `spelling`, `target_code`, `starts_on`, `ends_on`. */
export function aliasesOf(table: Table): Alias[] {
  return table.rows.map(({ values }) => ({
    kind: values['kind'] ?? '',
    spelling: values['spelling'] ?? '',
    targetCode: values['target_code'] ?? '',
    startsOn: values['starts_on'] || null,
    endsOn: values['ends_on'] || null,
  }));
}

/**
 * The known spellings that a province does not have yet: titles only of positions in its catalogue, and nothing that it
 * understands otherwise at the same time.
 *
 * @param positionCodes of the catalogue, of any day
 */
export function lackingSpellings(
  known: readonly Alias[],
  own: readonly Alias[],
  positionCodes: ReadonlySet<string>,
): Alias[] {
  const ownOf = grouped(own, keyOf);
  return known.filter(
    (alias) =>
      (alias.kind !== 'position' || positionCodes.has(alias.targetCode)) &&
      !(ownOf.get(keyOf(alias)) ?? []).some((other) => settles(other, alias)),
  );
}

function keyOf({ kind, spelling }: Alias): string {
  return `${kind} ${normalised(spelling).toLowerCase()}`;
}

/** Whether the province has the spelling with this meaning, or with another one on some day of its span. */
function settles(own: Alias, known: Alias): boolean {
  if (own.targetCode === known.targetCode) return true;
  return isBefore(own.startsOn, known.endsOn) && isBefore(known.startsOn, own.endsOn);
}

function isBefore(start: Day | null, end: Day | null): boolean {
  return start === null || end === null || start < end;
}
