import type { KeyKind } from '../../../law/law-version.js';
import { dayIn, dayText, isDay } from '../../../shared/day.js';
import { folded } from '../../../shared/text.js';

const EMPTY_LIST = 'Không có';
const YES = new Set(['dung', 'co', 'x', '1', 'true']);
const NO = new Set(['sai', 'khong', '0', 'false']);

/** A value as a cell has it. */
export function textOfValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? EMPTY_LIST : value.join('; ');
  if (typeof value === 'boolean') return value ? 'Đúng' : 'Sai';
  return typeof value === 'string' && isDay(value) ? dayText(value) : String(value);
}

/**
 * What a cell says as a value of the kind; undefined = it cannot be one.
 *
 * @param known a value of the key: a list keeps the kind of its items.
 */
export function valueOfText(text: string, kind: KeyKind, known: unknown): unknown {
  return OF_KIND[kind](text.trim(), known);
}

const OF_KIND: Readonly<Record<KeyKind, (text: string, known: unknown) => unknown>> = {
  number: numberIn,
  boolean: (text) => {
    const said = folded(text);
    return YES.has(said) ? true : NO.has(said) ? false : undefined;
  },
  text: (text) => text || undefined,
  day: (text) => dayIn(text) ?? undefined,
  list: (text, known) => {
    if (folded(text) === folded(EMPTY_LIST)) return [];
    const parts = text.split(';').flatMap((part) => part.trim() || []);
    if (!Array.isArray(known) || typeof known[0] !== 'number') return parts;
    const numbers = parts.map(numberIn);
    return numbers.includes(undefined) ? undefined : numbers;
  },
};

/** Comma and point both divide decimals. */
function numberIn(text: string): number | undefined {
  const value = text === '' ? Number.NaN : Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}
