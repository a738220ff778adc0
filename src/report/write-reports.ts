import type { SheetSpec } from '../sheet/sheet-spec.js';
import { writeWorkbook } from '../sheet/xlsx-writer.js';
import { gapSheets } from './gap-sheets.js';
import { planSheet } from './plan-sheet.js';
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

/** One workbook of a run. Equal reports give equal bytes. */
export async function writeReport(kind: ReportKind, report: RunReport): Promise<ReportFile> {
  const { id, createdAt } = report.run;
  const { ascii, title } = NAMES[kind];
  return {
    fileName: `${ascii}-${id}.xlsx`,
    title: `${title} (lần chạy ${id}).xlsx`,
    bytes: await writeWorkbook({ sheets: sheetsOf(kind, report), createdAt }),
  };
}

/** All three workbooks of a run: the plan, the gap, the surplus list. */
export async function writeReports(report: RunReport): Promise<ReportFile[]> {
  const files: ReportFile[] = [];
  for (const kind of REPORT_KINDS) files.push(await writeReport(kind, report));
  return files;
}

function sheetsOf(kind: ReportKind, report: RunReport): SheetSpec[] {
  switch (kind) {
    case 'plan':
      return [planSheet(report)];
    case 'gap':
      return gapSheets(report);
    case 'surplus':
      return [surplusSheet(report)];
  }
}
