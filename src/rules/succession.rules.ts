import type { Day } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';
import { textOf, type ParameterValues } from './parameters.js';
import type { UnitLevel } from './vocabulary.js';

/** Old unit → new unit; `share` is the part of the population, null = unknown. */
export interface Succession {
  readonly oldCode: string;
  readonly newCode: string;
  readonly share: number | null;
  readonly main: boolean;
}

/** Shares carry four decimals; a sum of some may miss 1 by this much. */
const SHARE_TOLERANCE = 0.001;

/**
 * Each old unit has a successor.
 *
 * @returns codes of the old units without one, in the order given.
 * @source Resolution 76/2025/UBTVQH15 of 2025-04-14; the people of a unit without successor would belong to nobody
 */
export function unitsWithoutSuccessor(
  oldCodes: readonly string[],
  successions: readonly Succession[],
): readonly string[] {
  const succeeded = new Set(successions.map((row) => row.oldCode));
  return oldCodes.filter((code) => !succeeded.has(code));
}

/**
 * Exactly one successor of an old unit is the main one.
 *
 * @returns codes of the old units with none or several, sorted.
 * @source product decision: people follow the main successor until somebody decides otherwise
 */
export function unitsWithoutOneMain(successions: readonly Succession[]): readonly string[] {
  return codesWhere(successions, (rows) => rows.filter((row) => row.main).length !== 1);
}

/**
 * The shares of an old unit add up to 1; told only where all of them are known.
 *
 * @returns codes of the old units whose shares do not, sorted.
 * @source product decision: a share is a part of the population
 */
export function unitsWithWrongShares(successions: readonly Succession[]): readonly string[] {
  return codesWhere(successions, (rows) => {
    const shares = rows.map((row) => row.share).filter((share) => share !== null);
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.length === rows.length && Math.abs(total - 1) > SHARE_TOLERANCE;
  });
}

/**
 * From the day that the law names no district stands.
 *
 * @param units in force on `day`.
 * @returns codes of the districts among them, in the order given.
 * @source Law 72/2025/QH15 of 2025-06-16 (two levels of local government); the parameter `units.no-district-from`
 */
export function districtsAfterTheirEnd(
  units: readonly { readonly code: string; readonly level: UnitLevel }[],
  day: Day,
  parameters: ParameterValues,
): readonly string[] {
  if (day < textOf(parameters, 'units.no-district-from')) return [];
  return units.filter((unit) => unit.level === 'district').map((unit) => unit.code);
}

function codesWhere(
  successions: readonly Succession[],
  isWrong: (rows: readonly Succession[]) => boolean,
): readonly string[] {
  const byOld = new Map<string, Succession[]>();
  for (const row of successions) {
    const rows = byOld.get(row.oldCode);
    if (rows) rows.push(row);
    else byOld.set(row.oldCode, [row]);
  }
  return [...byOld]
    .filter(([, rows]) => isWrong(rows))
    .map(([code]) => code)
    .sort(byCodePoint);
}
