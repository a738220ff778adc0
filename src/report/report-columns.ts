import type { FieldClass } from '../access/fields/field-classes.js';
import { FIELD_CLASSES, FIELD_CLASS_KEYS } from '../access/fields/field-classes.js';
import { leavesOf } from '../sheet/header-layout.js';
import type { ColumnSpec } from '../sheet/sheet-spec.js';
import { FIGURE_COLUMNS } from './figure-columns.js';
import { NORM_COLUMNS } from './gap-sheets.js';
import { PLAN_COLUMNS } from './plan-sheet.js';
import { ROSTER_CHOICES } from './roster/roster-columns.js';
import { STATISTICS_CHOICES } from './roster/statistics-sheet.js';
import { SURPLUS_COLUMNS } from './surplus-sheet.js';
import { PERSON_SHEETS, personColumns, type PersonSheetName } from './sheets/person-forms.js';
import { SHEET_FIELDS } from '../roster/tables/people/sheet-fields.js';
import type { ReportColumn } from './report-column.js';
import { REPORT_KINDS, type ReportKind } from './write-reports.js';

/** Workbooks of a run, and those of the registry on a day. */
export const WORKBOOK_KINDS = [
  ...REPORT_KINDS,
  'roster',
  'template',
  'statistics',
  'person',
  ...PERSON_SHEETS,
] as const;
export type WorkbookKind =
  ReportKind | PersonSheetName | 'roster' | 'template' | 'statistics' | 'person';

const CASES: readonly FieldClass[] = ['health', 'discipline', 'family', 'free-text'];
const CLASSES: Readonly<Record<string, readonly FieldClass[]>> = {
  personalNumber: ['personal-number'],
  fullReason: CASES,
  noTransfer: CASES,
};
/** The columns of each workbook that have a choice; running numbers and names of units always stand in the gap's sheets. */
export const REPORT_COLUMNS: Readonly<Record<WorkbookKind, readonly ReportColumn[]>> = {
  plan: known(PLAN_COLUMNS),
  gap: known([...NORM_COLUMNS, ...FIGURE_COLUMNS]),
  surplus: known(SURPLUS_COLUMNS),
  roster: ROSTER_CHOICES,
  template: ROSTER_CHOICES,
  statistics: STATISTICS_CHOICES,
  wishes: sheetColumns('wishes'),
  ratings: sheetColumns('ratings'),
  conditions: sheetColumns('conditions'),
  /** A person's file is a form: what may be chosen is which protected classes are filled in. */
  person: FIELD_CLASS_KEYS.map((key) => ({ key, label: FIELD_CLASSES[key].what, classes: [key] })),
};

/** Of a sheet about people, by what its columns mean; of ratings by year. */
function sheetColumns(kind: PersonSheetName): ReportColumn[] {
  const columns = personColumns(kind, SHEET_FIELDS[kind], null);
  return columns.map(({ key, label, classes }) => ({ key, label, classes }));
}

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
