import { isInForce, type Day } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';
import type { PositionFact, UnitFact } from '../scenario/facts.js';
import { type MergerBreach, mergerError } from './breach.js';
import { bySeatRow, type SeatRow } from './seat-row.js';

/**
 * Seats are given to units that stand on the effective day.
 *
 * @returns one breach a unit code that is unknown.
 * @source product decision: the sheet of seats and the list of new units must agree
 */
export function seatsNeedAUnit(
  rows: readonly Pick<SeatRow, 'unitCode'>[],
  afterwards: readonly Pick<UnitFact, 'code'>[],
): MergerBreach[] {
  const codes = new Set(afterwards.map((unit) => unit.code));
  const unknown = new Set(rows.map((row) => row.unitCode).filter((code) => !codes.has(code)));
  return [...unknown]
    .sort(byCodePoint)
    .map((code) =>
      mergerError(
        'merger.seats-unknown-unit',
        code,
        `Bảng biên chế vị trí có đơn vị ${code} nhưng đơn vị này không có trong danh sách đơn vị mới.`,
      ),
    );
}

/**
 * Seats are given to positions in force on the effective day.
 *
 * @returns one breach a unit and position that is unknown or not in force.
 * @source Decree 361/2025/NĐ-CP of 2025-12-31 (the catalogue of job positions is dated)
 */
export function seatsNeedAPosition(
  rows: readonly SeatRow[],
  positions: readonly Pick<PositionFact, 'code' | 'startsOn' | 'endsOn'>[],
  effectiveOn: Day,
): MergerBreach[] {
  const inForce = new Set(
    positions.filter((each) => isInForce(each, effectiveOn)).map((each) => each.code),
  );
  return [...rows]
    .sort(bySeatRow)
    .filter((row) => !inForce.has(row.positionCode))
    .map((row) =>
      mergerError(
        'merger.seats-unknown-position',
        row.unitCode,
        `Bảng biên chế của ${row.unitCode} có vị trí ${row.positionCode}, vị trí này không có hiệu lực vào ngày ${effectiveOn}.`,
      ),
    );
}

/**
 * Seats are whole numbers from 0 up, of which at most all are required; a position is listed once in a division.
 *
 * @returns `merger.seats-out-of-range` or `merger.seats-twice`, one breach a row.
 * @source product decision
 */
export function seatsMustBeCountable(rows: readonly SeatRow[]): MergerBreach[] {
  const breaches: MergerBreach[] = [];
  const seen = new Set<string>();
  for (const row of [...rows].sort(bySeatRow)) {
    const key = `${row.unitCode}|${row.divisionKind ?? ''}|${row.positionCode}`;
    if (seen.has(key)) breaches.push(twice(row));
    seen.add(key);
    const whole = Number.isInteger(row.seats) && Number.isInteger(row.required);
    if (!whole || row.required < 0 || row.required > row.seats) breaches.push(outOfRange(row));
  }
  return breaches;
}

function twice(row: SeatRow): MergerBreach {
  return mergerError(
    'merger.seats-twice',
    row.unitCode,
    `Bảng biên chế của ${row.unitCode} ghi hai lần vị trí ${row.positionCode}. Gộp thành một dòng.`,
  );
}

function outOfRange(row: SeatRow): MergerBreach {
  return mergerError(
    'merger.seats-out-of-range',
    row.unitCode,
    `Vị trí ${row.positionCode} ở ${row.unitCode}: chỉ tiêu ${row.seats}, trong đó bắt buộc ${row.required}. Cần số nguyên, 0 ≤ bắt buộc ≤ chỉ tiêu.`,
  );
}
