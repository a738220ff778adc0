import { RANKING_CRITERIA } from './ranking.rules.js';
import { NO_GO_CASES } from './vocabulary.js';

/** Names of parameters carry their unit; of these the rules count whole ones. */
const WHOLE =
  /-(?:months|years|days|levels|levels-down|count)$|^retirement\.base-year$|^norm\.|^placement\.(?:weight|fit-cost|wish-cost|side-cost)\./;
const MONTH_OF_YEAR = 'retirement.incomplete.month';
const MONTHS = 12;

/** Lists of the rules' own words: another word would be passed over in silence. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'no-go.cases': NO_GO_CASES,
  'no-go.lifted-by-request': NO_GO_CASES,
  'no-go.movements': ['transfer', 'secondment'],
  'ranking.criteria': RANKING_CRITERIA,
};

/**
 * A figure of the law is never negative; months, years, days and people are whole; a list names only what the rules know.
 *
 * @param value of the kind of the key.
 * @returns what it must be, in Vietnamese; null = it is.
 * @source product decision: a value that rules cannot read would stop every screen that asks them
 */
export function valueOutOfBounds(key: string, value: unknown): string | null {
  if (typeof value === 'number') return numberOutOfBounds(key, value);
  if (!Array.isArray(value)) return null;
  if (value.some((item) => typeof item === 'number' && !isWhole(item)))
    return 'danh sách số nguyên từ 0 trở lên';
  const words = WORDS[key];
  if (words === undefined || value.every((item) => words.includes(String(item)))) return null;
  return `danh sách chỉ gồm: ${words.join('; ')}`;
}

function numberOutOfBounds(key: string, value: number): string | null {
  if (key === MONTH_OF_YEAR)
    return isWhole(value) && value >= 1 && value <= MONTHS ? null : 'một tháng, từ 1 đến 12';
  if (WHOLE.test(key)) return isWhole(value) ? null : 'số nguyên từ 0 trở lên';
  return value >= 0 ? null : 'một số từ 0 trở lên';
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
