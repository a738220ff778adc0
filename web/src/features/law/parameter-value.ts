import type { LawKey } from '../../lib/api/shapes.js';
import { parseDay, type Format } from '../../lib/format.js';
import type { Language } from '../../lib/text/language.js';

interface Typing {
  readonly kind: LawKey['kind'] | undefined;
  readonly language: Language;
  readonly day: Format['day'];
}

/** A value as it is typed in the form: a decimal point in English, days as dd/mm/yyyy, lists with semicolons. */
export function valueText(value: unknown, { kind, language, day }: Typing): string {
  if (typeof value === 'number')
    return language === 'vi' ? String(value).replace('.', ',') : String(value);
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'string') return kind === 'day' ? day(value) : value;
  return JSON.stringify(value);
}

/** What was typed, as a value of the kind; undefined = it is none. @param sample an item of a list says what it holds. */
export function valueOf(text: string, kind: LawKey['kind'], sample: unknown): unknown {
  const said = text.trim();
  if (kind === 'boolean') return said === 'true' ? true : said === 'false' ? false : undefined;
  if (kind === 'list') return listOf(said, sample);
  if (said === '') return undefined;
  if (kind === 'number') return numberOf(said);
  return kind === 'day' ? (parseDay(said) ?? undefined) : said;
}

function numberOf(text: string): number | undefined {
  const plain = text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text;
  const value = Number(plain.replaceAll(' ', ''));
  return Number.isFinite(value) ? value : undefined;
}

function listOf(text: string, sample: unknown): unknown {
  const items = text.split(';').flatMap((item) => item.trim() || []);
  if (!Array.isArray(sample) || typeof sample[0] !== 'number') return items;
  const numbers = items.map(numberOf);
  return numbers.includes(undefined) ? undefined : numbers;
}
