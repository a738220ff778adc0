import { CASE_NAMES, WISH_NAMES } from '../../../registry/person/person-words.js';
import { NO_GO_CASES, WISH_KINDS } from '../../../rules/vocabulary.js';
import type { Choices } from '../../choices.plan.js';

/** Words that stand in a column of a sheet about people, as we write them. */
export const PERSON_WORDS: Readonly<Record<string, readonly string[]>> = {
  wish: WISH_KINDS.map((kind) => WISH_NAMES[kind]),
  accepted: ['x'],
  liftedByRequest: ['x'],
  conditions: NO_GO_CASES.map((each) => CASE_NAMES[each]),
};

/** By the roster's own words for what people mostly get. */
export const RATING_WORDS: readonly string[] = [
  'Hoàn thành xuất sắc nhiệm vụ',
  'Hoàn thành tốt nhiệm vụ',
  'Hoàn thành nhiệm vụ',
  'Không hoàn thành nhiệm vụ',
];

/**
 * What may stand in the cells of a sheet about people, by column.
 *
 * @param rosters the same of rosters: a wish names units as these do
 */
export function personChoices(fields: readonly string[], rosters: Choices): Choices {
  const communes = rosters.get('unit') ?? [];
  const own: Readonly<Record<string, readonly string[]>> = {
    ...{ ...PERSON_WORDS, commune1: communes, commune2: communes, commune3: communes },
  };
  return new Map(
    fields.flatMap((field) => {
      const isRating = field === 'rating' || field.startsWith('rating:');
      const words = isRating ? RATING_WORDS : (own[field] ?? rosters.get(field));
      return words === undefined ? [] : [[field, words] as const];
    }),
  );
}
