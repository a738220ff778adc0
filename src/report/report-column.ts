import type { FieldClass } from '../access/fields/field-classes.js';
import { mayReveal, sightOf } from '../access/fields/fields.rules.js';
import type { Actor } from '../shared/actor.js';
import { BadInput, Forbidden } from '../shared/errors.js';

/** A column that may be chosen for a workbook. */
export interface ReportColumn {
  readonly key: string;
  readonly label: string;
  /** Protected classes that it tells of; choosing it counts as opening them. */
  readonly classes: readonly FieldClass[];
}

type Role = Actor['role'];

/** Never there unless they were asked for: what they say stands in another column already. */
const ONLY_ON_REQUEST = new Set(['fullReason', 'noTransfer']);

/** What a role gets where it chooses nothing: every column that it may see without a purpose. */
export function isDefault(role: Role, { key, classes }: ReportColumn): boolean {
  return !ONLY_ON_REQUEST.has(key) && classes.every((each) => sightOf(role, each) === 'shown');
}

/** Whether a role may choose a column: it sees what stands there, or may open it. */
export function isAllowed(role: Role, { classes }: ReportColumn): boolean {
  return classes.every((each) => sightOf(role, each) === 'shown' || mayReveal(role, each));
}

/**
 * Of the columns of a workbook those that a role takes.
 *
 * @param wanted keys; null = what the role gets by default.
 * @throws BadInput `report.unknown-column`; Forbidden `access.field-not-allowed`
 */
export function chosenOf(
  columns: readonly ReportColumn[],
  role: Role,
  wanted: readonly string[] | null,
): ReportColumn[] {
  if (wanted === null) return columns.filter((each) => isDefault(role, each));
  const unknown = wanted.filter((key) => !columns.some((each) => each.key === key));
  const chosen = columns.filter(({ key }) => wanted.includes(key));
  if (unknown.length > 0 || chosen.length === 0) throw unknownColumn(columns, unknown);
  const refused = chosen.find((each) => !isAllowed(role, each));
  if (refused === undefined) return chosen;
  throw new Forbidden(
    'access.field-not-allowed',
    `Tài khoản của bạn không được tải cột "${refused.label}".`,
    { column: refused.key },
  );
}

/** Of the chosen columns those that open something to the role. */
export function revealingColumns(role: Role, chosen: readonly ReportColumn[]): ReportColumn[] {
  return chosen.filter(({ classes }) => classes.some((each) => sightOf(role, each) !== 'shown'));
}

function unknownColumn(columns: readonly ReportColumn[], unknown: readonly string[]): BadInput {
  const keys = columns.map(({ key }) => key);
  return new BadInput(
    'report.unknown-column',
    unknown.length === 0
      ? 'Hãy chọn ít nhất một cột.'
      : `Bảng này không có cột ${unknown.map((key) => `"${key}"`).join(', ')}. Các cột: ${keys.join(', ')}.`,
    { unknown, known: keys },
  );
}
