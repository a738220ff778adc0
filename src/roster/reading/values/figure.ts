import { folded, normalised } from '../../../shared/text.js';
import type { Cell } from '../../../sheet/workbook.js';
import { bad, good, type Reading } from './fault.js';

/** What a figure may be; `wanted` says it in Vietnamese. */
export interface FigureBounds {
  readonly low: number;
  readonly high: number;
  readonly wanted: string;
}

const DURATION = /^(\d+)\s*nam(?:\s*(\d+)\s*thang)?$/;
const FIGURE = /^(?:bac\s*)?(\d+(?:[.,]\d+)?)(?:\s*\/\s*\d+|\s*%)?$/;

/**
 * A number with comma or point before its decimals; "5%" is 5, "3/9" and "bậc 3" are step 3, "12 năm 6 tháng" is 12.5.
 * Out of bounds it is refused: "333" for a coefficient has lost its comma.
 */
export function figure(cell: Cell, bounds: FigureBounds): Reading<number> {
  const value = cell.kind === 'number' ? fromNumber(cell) : fromText(cell);
  if (value !== null && value >= bounds.low && value <= bounds.high) return good(value);
  const message = `"${normalised(cell.text)}" không đọc được. Cần ${bounds.wanted}.`;
  return bad('roster.figure-unreadable', message, 'warning');
}

function fromNumber(cell: Cell): number {
  const value = Number(cell.value);
  return cell.format.includes('%') ? Number((value * 100).toPrecision(12)) : value;
}

function fromText(cell: Cell): number | null {
  if (cell.kind !== 'text') return null;
  const text = folded(cell.text);
  const duration = DURATION.exec(text);
  if (duration !== null)
    return Math.round((Number(duration[1]) + Number(duration[2] ?? 0) / 12) * 100) / 100;
  const digits = FIGURE.exec(text)?.[1];
  return digits === undefined ? null : Number(digits.replace(',', '.'));
}
