import type { GapSummaryResponse } from '../gap/gap.responses.js';
import type { GapCell } from '../gap/gap.view.js';
import type { SheetSpec } from '../sheet/sheet-spec.js';
import type { PositionName, RunReport } from './report-data.js';
import { agencyOf, noticeOf, signatureOf } from './report-frame.js';

/** Surplus and shortage as its workbook tells them, of a run or of a day. */
export interface GapReport {
  /** What stands around each table. */
  readonly frame: Pick<SheetSpec, 'agency' | 'notice' | 'signature'>;
  readonly cells: readonly GapCell[];
  /** `communes` of the government block. */
  readonly summary: GapSummaryResponse;
  readonly communeNames: ReadonlyMap<string, string>;
  readonly positions: ReadonlyMap<string, PositionName>;
  readonly fieldNames: ReadonlyMap<string, string>;
}

export function gapOfRun(report: RunReport): GapReport {
  return {
    ...report,
    frame: {
      agency: agencyOf(report),
      notice: noticeOf(report),
      signature: signatureOf(report),
    },
  };
}
