import { useMemo } from 'react';

import { useLanguage, type Language } from './text/language.js';

const LOCALE: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB' };

export interface Format {
  /** 1.633 in Vietnamese, 1,633 in English. */
  readonly number: (value: number) => string;
  /** One decimal. */
  readonly decimal: (value: number) => string;
  /** All its decimals. */
  readonly exact: (value: number) => string;
  /** With its sign; the minus is a true one. 0 has none. */
  readonly signed: (value: number) => string;
  /** ISO day or instant → dd/mm/yyyy. */
  readonly day: (iso: string) => string;
  readonly instant: (iso: string) => string;
  /** With seconds. */
  readonly exactInstant: (iso: string) => string;
  /** The last day of a span whose end is the first day after it. ISO → ISO. */
  readonly dayBefore: (iso: string) => string;
  /** Sorts names the Vietnamese way in both languages. */
  readonly byName: (a: string, b: string) => number;
}

export function formatFor(language: Language): Format {
  const number = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const exactNumber = new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 10 });
  const time = new Intl.DateTimeFormat(LOCALE[language], { hour: '2-digit', minute: '2-digit' });
  const exact = new Intl.DateTimeFormat(LOCALE[language], { timeStyle: 'medium' });
  const collator = new Intl.Collator('vi', { numeric: true });
  return {
    number: (value) => minus(number.format(value)),
    decimal: (value) => minus(decimal.format(value)),
    exact: (value) => minus(exactNumber.format(value)),
    signed: (value) => (value > 0 ? '+' : '') + minus(number.format(value)),
    day: dayOf,
    instant: (iso) => `${time.format(new Date(iso))} ${localDayOf(new Date(iso))}`,
    exactInstant: (iso) => `${exact.format(new Date(iso))} ${localDayOf(new Date(iso))}`,
    dayBefore: (iso) => dayShifted(iso, -1),
    byName: (a, b) => collator.compare(a, b),
  };
}

export function useFormat(): Format {
  const { language } = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}

function minus(text: string): string {
  return text.replace('-', '−');
}

function dayOf(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** The day `by` days later. ISO → ISO. */
export function dayShifted(iso: string, by: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + by);
  return date.toISOString().slice(0, 10);
}

function localDayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getDate())}/${two(date.getMonth() + 1)}/${date.getFullYear()}`;
}

/** dd/mm/yyyy (or d/m/yyyy) → ISO; null where it is no day of the calendar. */
export function parseDay(text: string): string | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}
