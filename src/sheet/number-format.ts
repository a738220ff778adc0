/** How much of a date a number format shows; null = the format shows no date. */
export type DatePrecision = 'day' | 'month' | 'year' | null;

/**
 * Formats that Excel knows by number alone (ECMA-376 part 1, 18.8.30); 14 and 27 to 58 follow the reader's country and
 * are given here day first, as Vietnam shows them.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

const EAST_ASIAN_DATES = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

/** The code of a format that the workbook does not define itself. */
export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? (EAST_ASIAN_DATES.includes(id) ? 'dd/mm/yyyy' : 'General');
}

const LITERALS = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi;
const precisions = new Map<string, DatePrecision>();

/** Which part of a date a format shows: `mm/yyyy` hides the day, so the day that is stored was never typed. */
export function datePrecision(format: string): DatePrecision {
  const known = precisions.get(format);
  if (known !== undefined) return known;
  const precision = findPrecision(format);
  if (precisions.size < 1_000) precisions.set(format, precision);
  return precision;
}

/** Whether a format of dates shows their year: `d-mmm` does not, and General shows what it is given. */
export function showsYear(format: string): boolean {
  const section = plainSection(format);
  return section === 'general' || section === '@' || /[ye]/.test(section);
}

/** The section for positive numbers without literals. */
function plainSection(format: string): string {
  return (format.split(';')[0] ?? '').replace(LITERALS, '').toLowerCase();
}

function findPrecision(format: string): DatePrecision {
  const section = plainSection(format);
  if (section === 'general' || /[#?]/.test(section)) return null;
  if (/\[[hms]+\]/.test(section)) return null;
  const hasYear = /[ye]/.test(section) && !/0e|e[+-]/.test(section);
  if (/d/.test(section)) return 'day';
  if (!hasYear) return null;
  return /m/.test(section) ? 'month' : 'year';
}

/** As many as Excel's own dialogue offers. */
const MOST_DECIMALS = 30;

/** A number as the format shows it, in plain digits: zero padding, fixed decimals and percent; never an exponent. */
export function shownNumber(value: number, format: string): string {
  const section = format.split(';')[0] ?? '';
  if (/^0+$/.test(section) && Number.isInteger(value) && value >= 0)
    return plainNumber(value).padStart(section.length, '0');
  const fixed = /^0\.(0+)$/.exec(section);
  if (fixed?.[1] !== undefined && Math.abs(value) < 1e15)
    return value.toFixed(Math.min(fixed[1].length, MOST_DECIMALS));
  if (/^0(\.0+)?%$/.test(section)) return `${plainNumber(value * 100)}%`;
  return plainNumber(value);
}

const SIGNIFICANT_DIGITS = 15;

/** A number in plain digits with the 15 significant ones that Excel keeps; a point before decimals. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value))
    return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
  const rounded = Number(value.toPrecision(SIGNIFICANT_DIGITS));
  const text = String(rounded);
  if (!text.includes('e')) return text;
  return Math.abs(rounded) < 1
    ? rounded.toFixed(20).replace(/0+$/, '')
    : BigInt(rounded).toString();
}
