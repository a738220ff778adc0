import { isDay, type PartialDay } from '../../../shared/day.js';
import { folded, normalised } from '../../../shared/text.js';
import { dayOfSerial, type DateSystem } from '../../../sheet/date-serial.js';
import { showsYear } from '../../../sheet/number-format.js';
import type { Cell } from '../../../sheet/workbook.js';
import { bad, good, withFault, type Reading } from './fault.js';

/** Numbers that are serials of days between 1927 and 2064 in the 1900 system. */
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 60_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
/** A year of two digits up to this is of our century. */
const LAST_SHORT_YEAR = 30;

const WANTED = 'Hãy ghi theo thứ tự ngày/tháng/năm, ví dụ 12/05/1980, hoặc 05/1980, hoặc 1980.';

/** Formats in which a bare number is as likely a day as anything: none at all, whole numbers, text. */
const FORMATS_OF_SERIALS = /^(General|0|@|#,##0)$/i;

/**
 * A date day first, as precise as the cell says: `yyyy-mm-dd`, `yyyy-mm` or `yyyy`. No day is invented, month first is
 * refused, a bare number is a serial only in a numeric cell, in range and where its format shows whole numbers. A year of two
 * digits is of our century up to 30, else of the last, and the reader is told.
 */
export function partialDay(cell: Cell, system: DateSystem): Reading<PartialDay> {
  if (cell.kind === 'number') return fromNumber(cell, system);
  if (cell.kind === 'date') return fromDate(cell);
  return cell.kind === 'text' ? fromText(cell.text) : unreadable(cell.text);
}

function fromNumber(
  { value: stored, text, format }: Cell,
  system: DateSystem,
): Reading<PartialDay> {
  const value = Number(stored);
  if (!Number.isInteger(value)) return unreadable(text);
  if (isYear(value)) return good(String(value));
  const isSerial = value >= FIRST_SERIAL && value <= LAST_SERIAL && FORMATS_OF_SERIALS.test(format);
  const day = isSerial ? dayOfSerial(value, system) : null;
  if (day === null) return unreadable(text);
  const shown = day.split('-').reverse().join('/');
  const message = `Ô chứa số ${text}, được hiểu là ngày ${shown}. Hãy định dạng ô kiểu ngày để chắc chắn.`;
  return withFault(day, 'roster.date-serial', message, 'note');
}

function isYear(value: number): boolean {
  return value >= FIRST_YEAR && value <= LAST_YEAR;
}

/** A date that Excel made of less than a date: of a year alone, or of a day and month without year. */
function fromDate({ serial, text, format }: Cell): Reading<PartialDay> {
  if (serial !== null && Number.isInteger(serial) && isYear(serial))
    return bad(
      'roster.date-from-year',
      `Ô hiện "${text}" vì năm ${serial} được gõ vào ô định dạng ngày. ${WANTED}`,
    );
  if (!showsYear(format))
    return bad('roster.date-without-year', `Ô chỉ hiện ngày và tháng, không có năm. ${WANTED}`);
  return fromText(text);
}

const ISO = /^(\d{4})[/.-](\d{1,2})(?:[/.-](\d{1,2}))?$/;
const DAY_FIRST = /^(\d{1,2})[/.,\- ]+(\d{1,2})[/.,\- ]+(\d{4}|\d{2})$/;
const MONTH_FIRST = /^(\d{1,2})[/.\- ]+(\d{4})$/;
/** "5/80": more than a day or a month can be. */
const SHORT_MONTH = /^(\d{1,2})[/.-]((?:3[2-9]|[4-9]\d))$/;
const YEAR_ONLY = /^(\d{4})$/;

/** Days of birth and of appointment come again and again; some thousands of them are kept. */
const known = new Map<string, Reading<PartialDay>>();
const MOST_KNOWN = 20_000;

/** Which of the first two figures of a typed date is the day: `open` where both can be; null where none is typed so. */
export function dateOrder({ kind, text }: Cell): 'day-first' | 'month-first' | 'open' | null {
  const full = kind === 'text' ? DAY_FIRST.exec(plainText(text)) : null;
  if (full === null) return null;
  const [first, second] = [Number(full[1]), Number(full[2])];
  if (first > 12) return 'day-first';
  if (second > 12) return 'month-first';
  return first === second || first === 0 ? null : 'open';
}

/** A date that can be read both ways among dates that stand month first. */
export function doubtful(typed: string): Reading<PartialDay> {
  return bad(
    'roster.date-order-doubtful',
    `Nhiều ngày trong cột này ghi tháng trước, nên không biết "${normalised(typed)}" là ngày nào. ${WANTED}`,
  );
}

/** The same of a text alone. */
export function fromText(typed: string): Reading<PartialDay> {
  const found = known.get(typed);
  if (found !== undefined) return found;
  const reading = fromTyped(typed);
  if (reading.faults.length === 0 && known.size < MOST_KNOWN) known.set(typed, reading);
  return reading;
}

function fromTyped(typed: string): Reading<PartialDay> {
  const text = plainText(typed);
  const iso = ISO.exec(text);
  if (iso !== null) return inCalendar(typed, iso[1], iso[2], iso[3]);
  const full = DAY_FIRST.exec(text);
  if (full !== null) return dayFirst(typed, full[1] ?? '', full[2] ?? '', full[3] ?? '');
  const month = MONTH_FIRST.exec(text);
  if (month !== null) return inCalendar(typed, month[2], month[1]);
  const short = SHORT_MONTH.exec(text);
  if (short !== null) return dayFirst(typed, '0', short[1] ?? '', short[2] ?? '');
  const year = YEAR_ONLY.exec(text)?.[1];
  return year === undefined ? unreadable(typed) : inCalendar(typed, year);
}

/** "12/5/1980 (45 tuổi)": the age says nothing more. */
const AGE = /(?<=\d{4})\s*\(\s*\d{1,3}\s*(?:tuoi|t)\s*\)$/;
/** Midnight, which a program adds to a day. */
const TIME = /[t ]+(?:0?0:00(:00(\.0+)?)?z?|12:00(:00)?\s*(?:sa|am))$/;
/** Words before a date, and what stands for a day that is not known. "Khoảng 1980" is none of them. */
const BEFORE =
  /^(?:sinh|s\/?n(?=[\s.:]*\d)|ngay|thang|nam|xx?(?=\/)|t(?=\d{1,2}[/.-]\d{4}$)|[./\-_…?'"“\s])+/;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii'.split(' ');
/** "12-May-1980", "12/V/1980": a month that is no figure stands between day and year. */
const MONTH_WORD = /^(\d{1,2}[/. -]+)([a-z]{1,9})([/. -]+\d{4})$/;

function withFigures(date: string): string {
  return date.replace(MONTH_WORD, (all, day: string, word: string, year: string) => {
    const month = Math.max(ROMAN.indexOf(word), MONTHS.indexOf(word.slice(0, 3)));
    return month < 0 ? all : `${day}${month + 1}${year}`;
  });
}

/** "ngày 12 tháng 5 năm 1980" → "12/5/1980"; dots and dashes that stand for an unknown day go. */
function plainText(typed: string): string {
  const plain = folded(typed.normalize('NFKC'))
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\\/g, '/')
    .replace(TIME, '')
    .replace(AGE, '')
    .replace(/^\((.*)\)$/, '$1')
    .replace(BEFORE, '')
    .replace(/[\s,]*(thang|nam)\s*/g, '/')
    .replace(/\s*([/.-])\s*/g, '$1')
    .replace(/[.,;"”]+$/, '');
  return withFigures(plain);
}

function dayFirst(typed: string, day: string, month: string, year: string): Reading<PartialDay> {
  if (year.length === 4) return inCalendar(typed, year, month, day);
  const century = Number(year) <= LAST_SHORT_YEAR ? '20' : '19';
  const reading = inCalendar(typed, century + year, month, day);
  if (reading.value === null) return reading;
  const message = `"${normalised(typed)}" ghi năm hai chữ số, được hiểu là năm ${century}${year}. Hãy ghi đủ bốn chữ số.`;
  return withFault(reading.value, 'roster.date-short-year', message, 'note');
}

/** Zero for a day or a month means that it is not known. */
function inCalendar(typed: string, year = '', month = '0', day = '0'): Reading<PartialDay> {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m > 12 && d >= 1 && d <= 12) return monthFirst(typed);
  if (y < FIRST_YEAR || y > LAST_YEAR || m > 12 || (m === 0 && d > 0)) return impossible(typed);
  if (m === 0) return good(String(y));
  const upToMonth = `${y}-${String(m).padStart(2, '0')}`;
  if (d === 0) return good(upToMonth);
  const full = `${upToMonth}-${String(d).padStart(2, '0')}`;
  return isDay(full) ? good(full) : impossible(typed);
}

function unreadable(typed: string): Reading<PartialDay> {
  return bad('roster.date-unreadable', `"${normalised(typed)}" không đọc được là ngày. ${WANTED}`);
}

function impossible(typed: string): Reading<PartialDay> {
  return bad(
    'roster.date-impossible',
    `Ngày "${normalised(typed)}" không có trong lịch. ${WANTED}`,
  );
}

function monthFirst(typed: string): Reading<PartialDay> {
  const text = normalised(typed);
  return bad(
    'roster.date-month-first',
    `Ngày "${text}" có tháng lớn hơn 12, có vẻ ghi tháng trước. ${WANTED}`,
  );
}
