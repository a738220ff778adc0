import type { Answer, Question } from './batch.js';
import { placeKey } from './batch.js';
import type { Mark } from './mark.js';
import { fieldsOf, labelOf, type Facets } from './facets.js';
import { verdictOf } from './three-way.rules.js';
import type { Field } from './reading/fields.js';
import type { RowPlace } from './record.js';

export const CHANGED_MEANWHILE = 'changed-meanwhile';

/** A row and the person whom it is about. */
export interface Meeting {
  readonly place: RowPlace;
  /** What the registry says; null = the person is not in it. */
  readonly known: Facets | null;
  readonly row: Facets;
  /** null = the row is none of ours. */
  readonly mark: Mark | null;
}

interface Asking {
  readonly answers: ReadonlyMap<string, string>;
  readonly lettersOf: (place: RowPlace, field: Field) => string;
}

/** Answers by place and question, as `merged` looks them up. */
export function answersByQuestion(answers: readonly Answer[]): ReadonlyMap<string, string> {
  return new Map(answers.map((each) => [`${placeKey(each)}|${each.question}`, each.answer]));
}

/** The person after the row: what it says over what the registry says, but for later edits that an older export lacks. */
export function merged(
  { place, known, row, mark }: Meeting,
  { answers, lettersOf }: Asking,
): { readonly facets: Record<string, unknown>; readonly questions: readonly Question[] } {
  if (known === null) return { facets: { ...row }, questions: [] };
  const facets: Record<string, unknown> = { ...known };
  const questions: Question[] = [];
  for (const [facet, value] of Object.entries(row)) {
    if (value === undefined) continue;
    const went = mark?.went(facet, value) ?? null;
    const verdict = verdictOf(
      JSON.stringify(value ?? null),
      JSON.stringify(known[facet] ?? null),
      mark === null || went === null ? null : (text) => mark.went(facet, JSON.parse(text)) === true,
    );
    if (verdict === 'file') facets[facet] = value;
    if (verdict !== 'question') continue;
    const name = `${CHANGED_MEANWHILE}:${facet}`;
    const answer = answers.get(`${placeKey(place)}|${name}`) ?? null;
    const column = fieldsOf(facet)
      .map((field) => lettersOf(place, field))
      .find((letters) => letters !== '');
    questions.push(
      changedMeanwhile({ ...place, column: column ?? '' }, [name, labelOf(facet)], answer),
    );
    if (answer === FILE) facets[facet] = value;
  }
  return { facets, questions };
}

export const FILE = 'file';
const REGISTRY = 'registry';

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
