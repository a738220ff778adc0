import { chooseColumns } from '../sheet/choose-columns.js';
import type { SheetSpec, Stamp } from '../sheet/sheet-spec.js';
import { writeWorkbook } from '../sheet/xlsx-writer.js';
import { gapOfRun } from './gap-report.js';
import { gapSheets } from './gap-sheets.js';
import { heldSheet } from './held-sheet.js';
import { planSheet } from './plan-sheet.js';
import { openSeatsSheet, otherPlacesSheet } from './price-sheets.js';
import type { RunReport } from './report-data.js';
import { surplusSheet } from './surplus-sheet.js';

export const REPORT_KINDS = ['plan', 'gap', 'surplus'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export interface ReportFile {
  /** ASCII only. */
  readonly fileName: string;
  /** As a person would call it. */
  readonly title: string;
  readonly bytes: Buffer;
}

const NAMES: Readonly<Record<ReportKind, { readonly ascii: string; readonly title: string }>> = {
  plan: { ascii: 'phuong-an-bo-tri', title: 'Phương án bố trí' },
  gap: { ascii: 'thua-thieu-theo-vi-tri', title: 'Thừa, thiếu theo vị trí' },
  surplus: { ascii: 'danh-sach-doi-du', title: 'Danh sách dôi dư' },
};

/** How a workbook is taken out: with which columns, and what stands on every sheet of it. */
export interface Taken {
  readonly columns: ReadonlySet<string>;
  readonly stamp: Stamp;
}

/** One workbook of a run. Equal reports, columns and stamps give equal bytes. */
export async function writeReport(
  kind: ReportKind,
  report: RunReport,
  { columns, stamp }: Taken,
): Promise<ReportFile> {
  const { id, createdAt } = report.run;
  const { ascii, title } = NAMES[kind];
  return {
    fileName: `${ascii}-${id}.xlsx`,
    title: `${title} (lần chạy ${id}).xlsx`,
    bytes: await writeWorkbook({
      sheets: sheetsOf(kind, report).map((sheet) => chooseColumns(sheet, columns)),
      createdAt,
      stamp,
    }),
  };
}

function priceSheets(report: RunReport): SheetSpec[] {
  const { prices } = report;
  return prices === null ? [] : [otherPlacesSheet(report, prices), openSeatsSheet(report, prices)];
}

function heldSheets(report: RunReport): SheetSpec[] {
  const sheet = heldSheet(report);
  return sheet === null ? [] : [sheet];
}

function sheetsOf(kind: ReportKind, report: RunReport): SheetSpec[] {
  switch (kind) {
    case 'plan':
      return [planSheet(report), ...heldSheets(report), ...priceSheets(report)];
    case 'gap':
      return gapSheets(gapOfRun(report));
    case 'surplus':
      return [surplusSheet(report)];
  }
}
