/** Digits of a personal number that stay readable: enough to tell two people of one office apart. */
const SHOWN_DIGITS = 3;
const DOT = '•';

/** A number with all but its last three digits hidden, as long as it was. */
export function maskedNumber(number: string): string {
  const hidden = Math.max(0, number.length - SHOWN_DIGITS);
  return DOT.repeat(hidden) + number.slice(hidden);
}

/** Old and new personal numbers, and those that lost zeros at the front: nine to twelve digits in a row. */
const PERSONAL_NUMBER = /(?<![\p{L}\p{N}.])\d{9,12}(?![\p{L}\p{N}])/gu;

/** Quick to ask, and few texts have them. */
const NINE_DIGITS = /\d{9}/;

/** A text in which no personal number can be read. */
export function withoutNumbers(text: string): string {
  return !NINE_DIGITS.test(text) ? text : text.replace(PERSONAL_NUMBER, maskedNumber);
}

/** JSON-like data in whose texts no personal number can be read; numbers, booleans and keys stay. */
export function withoutNumbersDeep<T>(value: T): T {
  if (typeof value === 'string') return withoutNumbers(value) as T;
  if (Array.isArray(value)) return value.map(withoutNumbersDeep) as T;
  if (value === null || typeof value !== 'object') return value;
  // most have none, and are not copied: asked key by key, since a long file has hundreds of thousands of issues
  for (const key of Object.keys(value)) {
    const own = (value as Readonly<Record<string, unknown>>)[key];
    if (withoutNumbersDeep(own) !== own) return maskedParts(value) as T;
  }
  return value;
}

function maskedParts(value: object): object {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, withoutNumbersDeep<unknown>(each)]),
  );
}
