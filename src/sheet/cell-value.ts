import { dayOfSerial, type DateSystem } from './date-serial.js';
import { datePrecision, shownNumber } from './number-format.js';
import { damaged, shortened } from './refusals.js';
import type { CellStyle } from './styles.js';
import { unescaped, type RichText } from './text-builder.js';
import type { Cell, CellKind, TextRun } from './workbook.js';

/** What the whole workbook says about its cells. */
export interface CellContext {
  readonly styles: readonly CellStyle[];
  readonly strings: readonly RichText[];
  readonly dateSystem: DateSystem;
}

/** A `c` element as it stands: its type, the text of `v`, the inline string where it has one. */
export interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly raw: string | null;
  readonly inline: RichText | null;
  readonly style: CellStyle;
  readonly formula: boolean;
}

/** A cell that keeps what stands in the file and works out the rest when asked: a workbook has a million of them. */
class ReadCell implements Cell {
  private shown: string | null = null;

  constructor(
    readonly column: number,
    readonly kind: CellKind,
    /** As `value`, but the serial number of a date that has one. */
    private readonly stored: string | number | boolean | null,
    private readonly style: CellStyle,
    readonly formula: boolean,
    readonly runs: readonly TextRun[] | null,
    private readonly dateSystem: DateSystem,
  ) {}

  get value(): string | number | boolean | null {
    if (this.kind !== 'date' || typeof this.stored !== 'number') return this.stored;
    return dayOfSerial(this.stored, this.dateSystem);
  }

  get text(): string {
    return typeof this.stored === 'string' && this.kind !== 'date'
      ? this.stored
      : (this.shown ??= this.show());
  }

  private show(): string {
    const { kind, stored, style } = this;
    if (kind === 'number') return shownNumber(stored as number, style.format);
    if (kind === 'date') return shownDay(this.value as string, style.format);
    if (kind === 'boolean') return stored === true ? 'TRUE' : 'FALSE';
    return stored === null ? '' : (stored as string);
  }

  get serial(): number | null {
    return typeof this.stored === 'number' ? this.stored : null;
  }

  get format(): string {
    return this.style.format;
  }

  get font(): string | null {
    return this.style.font;
  }

  get struck(): boolean {
    return this.style.struck;
  }
}

/** The typed cell, or null where it holds nothing. @throws BadInput `sheet.damaged` for a value that cannot be */
export function cellOf(from: RawCell, context: CellContext): Cell | null {
  const make = (
    kind: CellKind,
    stored: string | number | boolean | null,
    runs: readonly TextRun[] | null = null,
  ): Cell =>
    new ReadCell(from.column, kind, stored, from.style, from.formula, runs, context.dateSystem);
  const uncalculated = (): Cell | null => (from.formula ? make('blank', null) : null);
  const textCell = ({ text, runs }: RichText): Cell | null =>
    text === '' ? uncalculated() : make('text', text, runs);
  if (from.inline !== null) return textCell(from.inline);
  // a calculated formula may give no text at all: then its type says so
  if (from.raw === null || from.raw === '') return from.type === 'str' ? null : uncalculated();
  switch (from.type) {
    case 's':
      return textCell(sharedString(from.raw, context.strings));
    case 'str':
    case 'inlineStr':
      return textCell({ text: unescaped(from.raw), runs: null });
    case 'b':
      return make('boolean', from.raw.trim() === '1' || from.raw.trim() === 'true');
    case 'e':
      return make('error', unescaped(from.raw));
    case 'd':
      return ISO_DAY.test(from.raw.trim())
        ? make('date', from.raw.trim().slice(0, ISO_LENGTH))
        : textCell({ text: unescaped(from.raw), runs: null });
    default:
      return numberCell(from, context.dateSystem, make);
  }
}

function sharedString(raw: string, strings: readonly RichText[]): RichText {
  const found = strings[Number(raw)];
  if (found === undefined) throw damaged(`chuỗi dùng chung số ${shortened(raw)} không có`);
  return found;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?:T|$)/;
const ISO_LENGTH = 10;

function numberCell(
  { raw, style }: RawCell,
  system: DateSystem,
  make: (kind: CellKind, stored: number) => Cell,
): Cell {
  const value = Number(raw);
  if (!Number.isFinite(value) || raw === null || raw.trim() === '')
    throw damaged(`"${shortened(raw ?? '')}" không phải là số`);
  const isDate = datePrecision(style.format) !== null && dayOfSerial(value, system) !== null;
  return make(isDate ? 'date' : 'number', value);
}

const shownDays = new Map<string, string>();

/** Days come again and again; a few thousand of them are kept. */
function dayFirst(day: string): string {
  const known = shownDays.get(day);
  if (known !== undefined) return known;
  const shown = day.split('-').reverse().join('/');
  if (shownDays.size < 50_000) shownDays.set(day, shown);
  return shown;
}

/** Day first, and only what the format shows: a cell of format `mm/yyyy` says no day. */
function shownDay(day: string, format: string): string {
  const precision = datePrecision(format);
  if (precision === 'year') return day.slice(0, 4);
  return precision === 'month' ? `${day.slice(5, 7)}/${day.slice(0, 4)}` : dayFirst(day);
}
