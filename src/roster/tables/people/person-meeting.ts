import { placeKey, type Answer, type Question } from '../../batch.js';
import { readMark } from '../../export-marks.js';
import { CHANGED_MEANWHILE, changedMeanwhile, FILE } from '../../merge.plan.js';
import type { ColumnPlaces } from '../../reading/places.js';
import { verdictOf } from '../../three-way.rules.js';
import type { FoundRow } from './people-of-rows.js';
import type { Both, PersonSheet } from './person-sheet.js';

export interface Asking {
  readonly places: ColumnPlaces<string>;
  readonly answers: readonly Answer[];
}

/** What a row makes of its person, but for later edits that an older export lacks. */
export function meeting<State>(
  sheet: PersonSheet<never, State>,
  { row, before, after }: Both<State> & { readonly row: FoundRow<unknown> },
  { places, answers }: Asking,
): { readonly after: State; readonly asked: readonly Question[] } {
  const mark = readMark(row.record.mark ?? undefined);
  if (mark?.staffId !== row.staffId) return { after, asked: [] };
  const [was, is] = [sheet.words(before), sheet.words(after)];
  const kept = new Set<string>();
  const asked: Question[] = [];
  for (const facet of new Set([...was.keys(), ...is.keys()])) {
    const [registry, file] = [was.get(facet)?.text ?? null, is.get(facet)?.text ?? null];
    const name = sheet.markName(facet);
    const isKnown = mark.went(name, file) !== null;
    const went = isKnown ? (text: string) => mark.went(name, JSON.parse(text)) === true : null;
    const verdict = verdictOf(JSON.stringify(file), JSON.stringify(registry), went);
    if (verdict === 'registry') kept.add(facet);
    if (verdict !== 'question') continue;
    const { label = '', field = '' } = is.get(facet) ?? was.get(facet) ?? {};
    const question = `${CHANGED_MEANWHILE}:${name}`;
    const { file: workbook, sheet: tab, row: line } = row.record;
    const place = { file: workbook, sheet: tab, row: line };
    const answer =
      answers.find((each) => each.question === question && placeKey(each) === placeKey(place))
        ?.answer ?? null;
    const column = places.lettersOf(place, field);
    asked.push(changedMeanwhile({ ...place, column }, [question, label], answer));
    if (answer !== FILE) kept.add(facet);
  }
  return { after: kept.size === 0 ? after : sheet.keep({ before, after }, kept), asked };
}
