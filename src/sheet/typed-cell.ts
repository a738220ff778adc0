import { isDay } from '../shared/day.js';
import type { CellInput, LeafColumn } from './sheet-spec.js';
import { DAY_FORMAT, TEXT_FORMAT } from './sheet-style.js';
import { printable } from './xml-text.js';

/** What is put into a cell. A string is always text: nothing here can become a formula. */
export interface TypedCell {
  readonly value: string | number | Date | null;
  readonly format: string | undefined;
  readonly align: 'left' | 'center' | 'right';
}

/** Excel's calendar has no days before this. */
const FIRST_REAL_DAY = '1900-03-01';
const MONTH = /^(\d{4})-(\d{2})$/;

/** Text that a reader would take for an escaped character must be escaped itself. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** The typed cell of an input in its column. @throws RangeError for a number that is not finite */
export function typedCell(input: CellInput | undefined, column: LeafColumn): TypedCell {
  if (typeof input === 'number') return numberCell(input, column);
  if (input === null || input === undefined || input === false || input === '')
    return { value: null, format: undefined, align: column.align ?? 'left' };
  if (input === true) return { value: 'x', format: TEXT_FORMAT, align: 'center' };
  if (column.kind === 'date') return dateCell(input, column);
  return textCell(input, column.align ?? 'left');
}

function numberCell(value: number, column: LeafColumn): TypedCell {
  if (!Number.isFinite(value)) throw new RangeError(`${column.label}: ${value} is no number`);
  return { value, format: column.format, align: column.align ?? 'right' };
}

function dateCell(input: string, column: LeafColumn): TypedCell {
  const align = column.align ?? 'center';
  if (isDay(input) && input >= FIRST_REAL_DAY)
    return { value: new Date(`${input}T00:00:00Z`), format: DAY_FORMAT, align };
  if (isDay(input)) return textCell(input.split('-').reverse().join('/'), align);
  const month = MONTH.exec(input);
  return textCell(month === null ? input : `${month[2]}/${month[1]}`, align);
}

function textCell(input: string, align: TypedCell['align']): TypedCell {
  return { value: textValue(input), format: TEXT_FORMAT, align };
}

/** A text as it must be written to be read again as it is: NFC, only what a workbook can hold, and nothing to unescape. */
export function textValue(text: string): string {
  return printable(text.normalize('NFC')).replace(LOOKS_ESCAPED, '_x005F_');
}
