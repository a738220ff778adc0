import type { Work } from '../../sheet-kind.js';
import type { SaidSheetsView } from '../said-sheets.view.js';
import type { SaidOfPerson } from './person-meeting.js';
import { isRefused, type PersonSheet, type Worded } from './person-sheet.js';

interface Asked {
  readonly work: Work;
  readonly staffIds: readonly number[];
  readonly view: SaidSheetsView;
}

/**
 * By the registry's number of the person: what the sender's last sheet makes of what the registry has, and who has changed
 * it since. A piece of which that sheet said nothing is as in the registry, so a file that speaks of it now counts. People of
 * whom something was recorded on the page are there too.
 */
export async function saidBefore<Said, State>(
  sheet: PersonSheet<Said, State>,
  loaded: ReadonlyMap<number, State>,
  { work, staffIds, view }: Asked,
): Promise<ReadonlyMap<number, SaidOfPerson>> {
  const said = await view.ofPeople<Said>(work, { staffIds, ofItsDay: sheet.ofItsDay });
  const people = [...said].map(([staffId, rows]) => {
    const registry = loaded.get(staffId) ?? sheet.none;
    const before = rows.reduce((state, row) => appliedOr(sheet, state, row), registry);
    return { staffId, registry, words: sheet.words(before) };
  });
  const recorded = [...loaded].flatMap(([staffId, registry]) =>
    said.has(staffId) || !sheet.recorded?.(registry) ? [] : [{ staffId, registry, words: null }],
  );
  const known = [...people, ...recorded];
  const changed = known.filter(
    ({ registry, words }) => words === null || !areSame(sheet.words(registry), words),
  );
  const editors = await view.editors(
    work,
    changed.map(({ staffId, registry }) => ({ staffId, known: sheet.asRosterSays(registry) })),
  );
  return new Map(
    known.map(({ staffId, words }) => [
      staffId,
      { words, editOf: (facet) => editors.get(staffId)?.(facet) ?? 'later' },
    ]),
  );
}

/** A row that does not fit any longer says nothing. */
function appliedOr<Said, State>(sheet: PersonSheet<Said, State>, state: State, said: Said): State {
  const after = sheet.apply(state, said);
  return isRefused(after) ? state : after;
}

function areSame(a: ReadonlyMap<string, Worded>, b: ReadonlyMap<string, Worded>): boolean {
  return a.size === b.size && [...a].every(([facet, { text }]) => b.get(facet)?.text === text);
}
