import type { Answer, Question } from './batch.js';
import { placeKey } from './batch.js';
import { bothChanged, keptByDefault, recordedStays, type Edit } from './later-edits.js';
import type { Mark } from './mark.js';
import { fieldsOf, labelOf, type Facets } from './facets.js';
import { verdictOf, type Verdict } from './three-way.rules.js';
import type { Field } from './reading/fields.js';
import type { RowPlace } from './record.js';

export const CHANGED_MEANWHILE = 'changed-meanwhile';

/** A row and the person whom it is about. */
export interface Meeting {
  readonly place: RowPlace;
  /** What the registry says; null = the person is not in it. */
  readonly known: Facets | null;
  readonly row: Facets;
  /** What the row went out with, where it is one of ours; else what its sender said before; null = neither. */
  readonly mark: Pick<Mark, 'went'> | null;
  /** The wish that the registry has was recorded on the page. */
  readonly wishRecorded?: boolean;
  /** For a row that its sender said before, or a recorded wish: who gave the registry its value; null = nobody knows. */
  readonly editOf?: (facet: string) => Edit | null;
}

interface Asking {
  readonly answers: ReadonlyMap<string, string>;
  readonly lettersOf: (place: RowPlace, field: Field) => string;
}

/** Answers by place and question, as `merged` looks them up. */
export function answersByQuestion(answers: readonly Answer[]): ReadonlyMap<string, string> {
  return new Map(answers.map((each) => [`${placeKey(each)}|${each.question}`, each.answer]));
}

/**
 * The person after the row: what it says over what the registry says, but for edits that the file does not know of. Where a
 * plain file says what its sender said before, the registry's edit stays, and the reader may decide otherwise.
 */
export function merged(
  meeting: Meeting,
  asking: Asking,
): { readonly facets: Record<string, unknown>; readonly questions: readonly Question[] } {
  const { known, row } = meeting;
  if (known === null) return { facets: { ...row }, questions: [] };
  const facets: Record<string, unknown> = { ...known };
  const questions: Question[] = [];
  const verdicts = verdictsOf(meeting, known);
  const obey = new Map<string, string>();
  for (const [facet, verdict] of verdicts) {
    const leader = FOLLOWS[facet];
    const given = leader === undefined ? undefined : obey.get(leader);
    const question = given === undefined ? asked(facet, verdict, meeting, asking) : null;
    if (question !== null) questions.push(question);
    const answer = given ?? question?.answer ?? (verdict === 'file' ? FILE : REGISTRY);
    if (verdict !== 'equal') obey.set(facet, answer);
    if (verdict !== 'equal' && answer === FILE) facets[facet] = row[facet];
  }
  return { facets, questions };
}

/** A code goes with the words that it was found by. */
const FOLLOWS: Readonly<Record<string, string>> = { homeUnitId: 'homeText', majorGroup: 'major' };

function verdictsOf(meeting: Meeting, known: Facets): Map<string, Verdict> {
  const { row, mark } = meeting;
  const verdicts = new Map<string, Verdict>();
  for (const [facet, value] of Object.entries(row)) {
    if (value === undefined) continue;
    const went = mark?.went(facet, value) ?? null;
    if (isRecorded(facet, meeting)) {
      verdicts.set(facet, isSameWish(value, known[facet]) ? 'equal' : 'registry');
      continue;
    }
    verdicts.set(
      facet,
      verdictOf(
        JSON.stringify(value ?? null),
        JSON.stringify(known[facet] ?? null),
        mark === null || went === null
          ? null
          : (text) => mark.went(facet, JSON.parse(text)) === true,
      ),
    );
  }
  return postsTogether(verdicts);
}

/** A wish recorded on the page, against a row of whose sender nothing is known. */
function isRecorded(facet: string, { row, mark, wishRecorded }: Meeting): boolean {
  return (
    facet === 'wish' && wishRecorded === true && (mark?.went(facet, row[facet]) ?? null) === null
  );
}

/** The same wish in other words. */
function isSameWish(a: unknown, b: unknown): boolean {
  const parts = (wish: unknown) => wish && JSON.stringify({ ...wish, note: '' });
  return (parts(a) ?? null) === (parts(b) ?? null);
}

/** Nobody is put into the unit of one side and the position of the other. */
function postsTogether(verdicts: Map<string, Verdict>): Map<string, Verdict> {
  const post = ['unit', 'position'] as const;
  const said = new Set(post.map((facet) => verdicts.get(facet)));
  if (said.has('file') && said.has('registry'))
    for (const facet of post) verdicts.set(facet, 'question');
  return verdicts;
}

function asked(
  facet: string,
  verdict: Verdict,
  meeting: Meeting,
  { answers, lettersOf }: Asking,
): Question | null {
  const { place, editOf } = meeting;
  if (verdict !== 'question' && !(verdict === 'registry' && editOf !== undefined)) return null;
  const name = `${CHANGED_MEANWHILE}:${facet}`;
  const answer = answers.get(`${placeKey(place)}|${name}`) ?? null;
  const letters = fieldsOf(facet).map((field) => lettersOf(place, field));
  const column = letters.find((each) => each !== '') ?? '';
  const question = changedMeanwhile({ ...place, column }, [name, labelOf(facet)], answer);
  if (editOf === undefined) return question;
  const edit = editOf(facet);
  if (isRecorded(facet, meeting)) return recordedStays(question, labelOf(facet), edit);
  return verdict === 'question'
    ? { ...question, text: bothChanged(labelOf(facet), edit) }
    : keptByDefault(question, labelOf(facet), edit);
}

export const FILE = 'file';
export const REGISTRY = 'registry';

/** Names the field, never what it says: that stands in the preview, for whom it may. */
export function changedMeanwhile(
  place: RowPlace & { readonly column: string },
  [question, label]: readonly [string, string],
  answer: string | null,
): Question {
  return {
    ...place,
    question,
    code: `roster.${CHANGED_MEANWHILE}`,
    text: `"${label}" đã được sửa cả trong sổ lẫn trong tệp kể từ khi tệp này được xuất ra. Hãy chọn giá trị nào được giữ.`,
    choices: [
      { answer: FILE, text: 'Lấy theo tệp' },
      { answer: REGISTRY, text: 'Giữ như trong sổ' },
    ],
    ...{ byProvince: false, answer },
  };
}
