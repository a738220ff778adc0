import type { FitAnswer } from '../rules/fit.rules.js';
import { transferFindings } from '../rules/movement.rules.js';
import { withoutCases, type Condition, type NoGoContext } from '../rules/no-go.rules.js';
import { standardNotMet } from '../rules/standard.rules.js';
import type { Day } from '../shared/day.js';
import type { Issue } from '../shared/issue.js';
import type { ColumnOf, ResolvedRow } from './resolve.plan.js';

/** Where the registry has a person on the roster's day, and what stands against moving them. */
export interface PlacedPerson {
  readonly communeCode: string;
  readonly conditions: readonly Condition[];
}

export interface MovesContext {
  readonly asOf: Day;
  readonly noGo: NoGoContext;
  /** How the law of standards is quoted; null = none is in force on the day. */
  readonly standardArticle: string | null;
  /** By personal number. */
  readonly placed: ReadonlyMap<string, PlacedPerson>;
  /** The nearest unit that is no division, by code of a unit. */
  readonly communeOf: ReadonlyMap<string, string>;
  readonly fitOf: (row: ResolvedRow) => FitAnswer | null;
}

const CASE = /^movement\.no-go\..*/;

/**
 * A roster that has somebody in another commune than the registry tells of a transfer, which the same law judges as one by
 * hand; messages and codes do not tell the case.
 *
 * @returns an error for a person who may not be moved, a warning where the standard of the post is not met.
 */
export function movesAgainstTheLaw(
  rows: readonly ResolvedRow[],
  context: MovesContext | null,
  columnOf: ColumnOf,
): Issue[] {
  if (context === null) return [];
  return rows.flatMap((row) => {
    const { record, unitCode } = row;
    const person = context.placed.get(record.personalNumber ?? '');
    const commune = unitCode === null ? undefined : context.communeOf.get(unitCode);
    if (person === undefined || commune === undefined || commune === person.communeCode) return [];
    const { file, sheet, row: number } = record;
    return findingsOf(row, person, context).map(({ code, severity, message }) => ({
      ...{ file, sheet, row: number, column: columnOf(record, 'unitText') },
      code: code.replace(CASE, 'movement.no-go'),
      severity,
      message: `Danh sách ghi người này ở đơn vị khác với sổ: ${withoutCases(message)}`,
    }));
  });
}

function findingsOf(row: ResolvedRow, person: PlacedPerson, context: MovesContext) {
  const { asOf, standardArticle } = context;
  const own = row.record.conditions.map(({ case: each, liftedByRequest }) => ({
    ...{ case: each, startsOn: asOf, endsOn: null, liftedByRequest },
  }));
  const fit = standardArticle === null ? null : context.fitOf(row);
  const standard =
    fit === null || standardArticle === null ? null : standardNotMet(fit, standardArticle);
  return [
    ...transferFindings({ conditions: [...person.conditions, ...own] }, asOf, context),
    ...(standard === null ? [] : [standard]),
  ];
}
