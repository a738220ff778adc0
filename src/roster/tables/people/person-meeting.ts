import { placeKey, type Answer, type Question } from '../../batch.js';
import { readMark } from '../../export-marks.js';
import { bothChanged, keptByDefault, recordedStays, type KnownEdit } from '../../later-edits.js';
import { CHANGED_MEANWHILE, changedMeanwhile, FILE } from '../../merge.plan.js';
import type { ColumnPlaces } from '../../reading/places.js';
import { verdictOf, type Verdict } from '../../three-way.rules.js';
import type { FoundRow } from './people-of-rows.js';
import type { Both, PersonSheet, Worded } from './person-sheet.js';

export interface Asking {
  readonly places: ColumnPlaces<string>;
  readonly answers: readonly Answer[];
}

/** What the person would be had the sender's last sheet been the last word, and who has changed it since. */
export interface SaidOfPerson {
  /** Null = the sender has not spoken of them. */
  readonly words: ReadonlyMap<string, Worded> | null;
  readonly editOf: (facet: string) => KnownEdit;
}

interface Met<State> extends Both<State> {
  readonly row: FoundRow<unknown>;
  /** null = the sender has not spoken of the person, and nobody has recorded anything of them on the page. */
  readonly said: SaidOfPerson | null;
}

/** Whether a value is the one that the row went out with, or that its sender said before; null = nobody can say. */
type Went = (facet: string, text: string | null) => boolean | null;

/** What a row makes of its person, but for later edits that an older export or the sender's last sheet lacks. */
export function meeting<State>(
  sheet: PersonSheet<never, State>,
  { row, before, after, said }: Met<State>,
  { places, answers }: Asking,
): { readonly after: State; readonly asked: readonly Question[] } {
  const mark = readMark(row.record.mark ?? undefined);
  const own = mark?.staffId === row.staffId ? mark : null;
  if (own === null && said === null) return { after, asked: [] };
  const recorded = own === null ? (sheet.recorded?.(before) ?? null) : null;
  const went: Went = (facet, text) =>
    own !== null
      ? own.went(sheet.markName(facet), text)
      : said?.words
        ? (said.words.get(facet)?.text ?? null) === text
        : null;
  const [was, is] = [sheet.words(before), sheet.words(after)];
  const kept = new Set<string>();
  const asked: Question[] = [];
  for (const facet of new Set([...was.keys(), ...is.keys()])) {
    if (facet === recorded?.with && asked.length > 0) {
      if (kept.has(recorded.facet)) kept.add(facet);
      continue;
    }
    const isUnsaid = facet === recorded?.facet && !said?.words;
    const verdict = isUnsaid ? unsaidOn(facet, { was, is }) : verdictOn(facet, { was, is }, went);
    const isSaid = own === null && verdict === 'registry';
    if (verdict === 'registry') kept.add(facet);
    if (verdict !== 'question' && !isSaid) continue;
    const { label = '', field = '', orField = '' } = is.get(facet) ?? was.get(facet) ?? {};
    const name = `${CHANGED_MEANWHILE}:${sheet.markName(facet)}`;
    const { file: workbook, sheet: tab, row: line } = row.record;
    const place = { file: workbook, sheet: tab, row: line };
    const answer =
      answers.find((each) => each.question === name && placeKey(each) === placeKey(place))
        ?.answer ?? null;
    const column = places.lettersOf(place, field) || places.lettersOf(place, orField);
    const question = changedMeanwhile({ ...place, column }, [name, label], answer);
    const edit = said?.editOf(facet) ?? 'later';
    if (own !== null) asked.push(question);
    else if (isUnsaid) asked.push(recordedStays(question, label, edit));
    else if (isSaid) asked.push(keptByDefault(question, label, edit));
    else asked.push({ ...question, text: bothChanged(label, edit) });
    if (answer === FILE) kept.delete(facet);
    else kept.add(facet);
  }
  return { after: kept.size === 0 ? after : sheet.keep({ before, after }, kept), asked };
}

type Words = ReadonlyMap<string, Worded>;

function unsaidOn(
  facet: string,
  { was, is }: { readonly was: Words; readonly is: Words },
): Verdict {
  return was.get(facet)?.text === is.get(facet)?.text ? 'equal' : 'registry';
}

function verdictOn(
  facet: string,
  { was, is }: { readonly was: Words; readonly is: Words },
  went: Went,
): Verdict {
  const [registry, file] = [was.get(facet)?.text ?? null, is.get(facet)?.text ?? null];
  const isKnown = went(facet, file) !== null;
  const goneOut = (text: string): boolean =>
    went(facet, JSON.parse(text) as string | null) === true;
  return verdictOf(JSON.stringify(file), JSON.stringify(registry), isKnown ? goneOut : null);
}
