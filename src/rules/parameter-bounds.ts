import { RANKING_CRITERIA } from './ranking.rules.js';
import { NO_GO_CASES } from './vocabulary.js';

/** Names of parameters carry their unit; of these the rules count whole ones. */
const WHOLE =
  /-(?:months|years|days|levels|levels-down|count)$|^retirement\.base-year$|^norm\.|^placement\.(?:weight|fit-cost|wish-cost|side-cost)\./;
const MONTH_OF_YEAR = 'retirement.incomplete.month';
const MONTHS = 12;
const BASE_YEAR = { key: 'retirement.base-year', first: 1900, last: 2200 };

/** No law says more; a day that many months ahead must still be one of the calendar, and a sum of weights exact. */
const AT_MOST: readonly (readonly [RegExp, number])[] = [
  [/-months$/, 1_200],
  [/-years$/, 150],
  [/-days$/, 3_660],
  [/-(?:levels|levels-down|count)$/, 100],
  [/\.max-share\./, 1],
  [/^placement\.(?:weight|fit-cost|wish-cost|side-cost)\./, 1_000_000],
  [/^norm\./, 1_000_000],
];
const MOST_OF_ALL = 1e12;

/** Lists of the rules' own words: another word would be passed over in silence. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'no-go.cases': NO_GO_CASES,
  'no-go.lifted-by-request': NO_GO_CASES,
  'no-go.movements': ['transfer', 'secondment'],
  'ranking.criteria': RANKING_CRITERIA,
};

/**
 * A figure of the law is never negative and no larger than any law has it; months, years, days and people are whole; a list
 * names only what the rules know.
 *
 * @param value of the kind of the key.
 * @returns what it must be, in Vietnamese; null = it is.
 * @source product decision: a value that rules cannot read would stop every screen that asks them
 */
export function valueOutOfBounds(key: string, value: unknown): string | null {
  if (typeof value === 'number') return numberOutOfBounds(key, value);
  if (!Array.isArray(value)) return null;
  const numbers = value.filter((item) => typeof item === 'number');
  if (!numbers.every(isWhole)) return 'danh sách số nguyên từ 0 trở lên';
  const most = mostOf(key);
  if (numbers.some((item) => item > most))
    return `danh sách số nguyên từ 0 đến ${most.toLocaleString('vi-VN')}`;
  const words = WORDS[key];
  if (words === undefined || value.every((item) => words.includes(String(item)))) return null;
  return `danh sách chỉ gồm: ${words.join('; ')}`;
}

function numberOutOfBounds(key: string, value: number): string | null {
  if (key === MONTH_OF_YEAR)
    return isWhole(value) && value >= 1 && value <= MONTHS ? null : 'một tháng, từ 1 đến 12';
  if (key === BASE_YEAR.key)
    return isWhole(value) && value >= BASE_YEAR.first && value <= BASE_YEAR.last
      ? null
      : `một năm, từ ${BASE_YEAR.first} đến ${BASE_YEAR.last}`;
  const most = mostOf(key);
  const wanted = WHOLE.test(key) ? 'số nguyên' : 'một số';
  const isOne = WHOLE.test(key) ? isWhole(value) : value >= 0;
  if (!isOne) return `${wanted} từ 0 trở lên`;
  return value <= most ? null : `${wanted} từ 0 đến ${most.toLocaleString('vi-VN')}`;
}

function mostOf(key: string): number {
  return AT_MOST.find(([name]) => name.test(key))?.[1] ?? MOST_OF_ALL;
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
