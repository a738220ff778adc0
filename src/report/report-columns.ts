import type { FieldClass } from '../access/fields/field-classes.js';
import { mayReveal, sightOf } from '../access/fields/fields.rules.js';
import type { Actor } from '../shared/actor.js';
import { BadInput, Forbidden } from '../shared/errors.js';
import { leavesOf } from '../sheet/header-layout.js';
import type { ColumnSpec } from '../sheet/sheet-spec.js';
import { FIGURE_COLUMNS } from './figure-columns.js';
import { NORM_COLUMNS } from './gap-sheets.js';
import { PLAN_COLUMNS } from './plan-sheet.js';
import { SURPLUS_COLUMNS } from './surplus-sheet.js';
import type { ReportKind } from './write-reports.js';

/** A column that may be chosen for a workbook. */
export interface ReportColumn {
  readonly key: string;
  readonly label: string;
  /** Protected classes that it tells of; choosing it counts as opening them. */
  readonly classes: readonly FieldClass[];
}

type Role = Actor['role'];

const CASES: readonly FieldClass[] = ['health', 'discipline', 'family', 'free-text'];
const CLASSES: Readonly<Record<string, readonly FieldClass[]>> = {
  personalNumber: ['personal-number'],
  fullReason: CASES,
  noTransfer: CASES,
};
/** Never there unless they were asked for: what they say stands in another column already. */
const ONLY_ON_REQUEST = new Set(['fullReason', 'noTransfer']);

/** The columns of each workbook that have a choice; running numbers and names of units always stand in the gap's sheets. */
export const REPORT_COLUMNS: Readonly<Record<ReportKind, readonly ReportColumn[]>> = {
  plan: known(PLAN_COLUMNS),
  gap: known([...NORM_COLUMNS, ...FIGURE_COLUMNS]),
  surplus: known(SURPLUS_COLUMNS),
};

/** Away from the sheet two columns of one label are told apart by the heading above them. */
function known(columns: readonly ColumnSpec[]): ReportColumn[] {
  const labels = leavesOf(columns).map(({ label }) => label);
  const isTwice = (label: string): boolean => labels.indexOf(label) !== labels.lastIndexOf(label);
  return columns.flatMap((top) =>
    leavesOf([top]).flatMap(({ key, label }) => {
      const told = isTwice(label) && label !== top.label ? `${top.label}: ${label}` : label;
      return key === undefined ? [] : [{ key, label: told, classes: CLASSES[key] ?? [] }];
    }),
  );
}

/** What a role gets where it chooses nothing: every column that it may see without a purpose. */
export function isDefault(role: Role, { key, classes }: ReportColumn): boolean {
  return !ONLY_ON_REQUEST.has(key) && classes.every((each) => sightOf(role, each) === 'shown');
}

/** Whether a role may choose a column: it sees what stands there, or may open it. */
export function isAllowed(role: Role, { classes }: ReportColumn): boolean {
  return classes.every((each) => sightOf(role, each) === 'shown' || mayReveal(role, each));
}

/**
 * The columns of a workbook for a role.
 *
 * @param wanted keys; null = what the role gets by default.
 * @throws BadInput `report.unknown-column`; Forbidden `access.field-not-allowed`
 */
export function chosenColumns(
  kind: ReportKind,
  role: Role,
  wanted: readonly string[] | null,
): ReportColumn[] {
  const columns = REPORT_COLUMNS[kind];
  if (wanted === null) return columns.filter((each) => isDefault(role, each));
  const unknown = wanted.filter((key) => !columns.some((each) => each.key === key));
  const chosen = columns.filter(({ key }) => wanted.includes(key));
  if (unknown.length > 0 || chosen.length === 0) throw unknownColumn(kind, unknown);
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

function unknownColumn(kind: ReportKind, unknown: readonly string[]): BadInput {
  const keys = REPORT_COLUMNS[kind].map(({ key }) => key);
  return new BadInput(
    'report.unknown-column',
    unknown.length === 0
      ? 'Hãy chọn ít nhất một cột.'
      : `Bảng này không có cột ${unknown.map((key) => `"${key}"`).join(', ')}. Các cột: ${keys.join(', ')}.`,
    { unknown, known: keys },
  );
}
