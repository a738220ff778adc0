import { dayOfSerial, type DateSystem } from './date-serial.js';
import { datePrecision, shownNumber } from './number-format.js';
import { damaged } from './refusals.js';
import type { CellStyle } from './styles.js';
import { unescaped, type RichText } from './text-builder.js';
import type { Cell } from './workbook.js';

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

/** The typed cell, or null where it holds nothing. @throws BadInput `sheet.damaged` for a value that cannot be */
export function cellOf(from: RawCell, context: CellContext): Cell | null {
  if (from.inline !== null) return textCell(from, from.inline);
  if (from.raw === null || from.raw === '') return from.formula ? uncalculated(from) : null;
  switch (from.type) {
    case 's':
      return textCell(from, sharedString(from.raw, context.strings));
    case 'str':
    case 'inlineStr':
      return textCell(from, { text: unescaped(from.raw), runs: null });
    case 'b':
      return booleanCell(from, from.raw.trim() === '1' || from.raw.trim() === 'true');
    case 'e':
      return simpleCell(from, 'error', from.raw);
    case 'd':
      return isoDateCell(from, from.raw);
    default:
      return numberCell(from, from.raw, context.dateSystem);
  }
}

function sharedString(raw: string, strings: readonly RichText[]): RichText {
  const found = strings[Number(raw)];
  if (found === undefined) throw damaged(`chuỗi dùng chung số ${raw} không có`);
  return found;
}

function textCell(from: RawCell, { text, runs }: RichText): Cell | null {
  if (text === '') return from.formula ? uncalculated(from) : null;
  return { ...simpleCell(from, 'text', text), runs };
}

function uncalculated(from: RawCell): Cell {
  return { ...simpleCell(from, 'blank', ''), value: null };
}

function simpleCell(from: RawCell, kind: 'text' | 'error' | 'blank', text: string): Cell {
  return {
    column: from.column,
    kind,
    text,
    value: text,
    serial: null,
    format: from.style.format,
    formula: from.formula,
    font: from.style.font,
    runs: null,
  };
}

function booleanCell(from: RawCell, value: boolean): Cell {
  return { ...simpleCell(from, 'text', value ? 'TRUE' : 'FALSE'), kind: 'boolean', value };
}

const ISO_DAY = /^(\d{4}-\d{2}-\d{2})(?:T|$)/;

function isoDateCell(from: RawCell, raw: string): Cell {
  const day = ISO_DAY.exec(raw.trim())?.[1];
  if (day === undefined) return simpleCell(from, 'text', raw);
  return dateCell(from, day, null);
}

function numberCell(from: RawCell, raw: string, system: DateSystem): Cell {
  const value = Number(raw);
  if (!Number.isFinite(value) || raw.trim() === '') throw damaged(`"${raw}" không phải là số`);
  const { format } = from.style;
  const day = datePrecision(format) === null ? null : dayOfSerial(value, system);
  if (day !== null) return dateCell(from, day, value);
  return {
    column: from.column,
    kind: 'number',
    text: shownNumber(value, format),
    value,
    serial: value,
    format,
    formula: from.formula,
    font: from.style.font,
    runs: null,
  };
}

function dateCell(from: RawCell, day: string, serial: number | null): Cell {
  return {
    column: from.column,
    kind: 'date',
    text: shownDay(day, from.style.format),
    value: day,
    serial,
    format: from.style.format,
    formula: from.formula,
    font: from.style.font,
    runs: null,
  };
}

/** Day first, and only what the format shows: a cell of format `mm/yyyy` says no day. */
function shownDay(day: string, format: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const precision = datePrecision(format);
  if (precision === 'year') return year;
  return precision === 'month' ? `${month}/${year}` : `${date}/${month}/${year}`;
}
