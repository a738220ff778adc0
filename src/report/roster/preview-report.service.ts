import { Injectable } from '@nestjs/common';
import { stampOf } from '../../access/stamp.js';
import { Trail } from '../../access/trail.js';
import { previewResponse } from '../../roster/preview.js';
import { PromotionService } from '../../roster/promotion.service.js';
import type { Actor } from '../../shared/actor.js';
import { dayText } from '../../shared/day.js';
import { Transactions } from '../../shared/transactions.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { DEMO_LINE } from '../report-frame.js';
import { ReportSettings } from '../report-settings.js';
import type { ReportFile } from '../write-reports.js';
import { previewSheets } from './preview-sheets.js';

/** What a batch would change, as a workbook: to be agreed upon before anything is written. */
@Injectable()
export class PreviewReportService {
  constructor(
    private readonly promotion: PromotionService,
    private readonly transactions: Transactions,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
  ) {}

  /** The page's preview with all its rows, no field more. @throws as `PromotionService.preview` */
  async file(actor: Actor, batchId: number, purpose: string): Promise<ReportFile> {
    const at = this.settings.clock.now();
    const { batch, plan, hash, viewer } = await this.promotion.preview(actor, batchId);
    const all = { batchId, state: null, offset: 0, limit: plan.rows.length };
    const preview = previewResponse({ plan, hash }, viewer, all);
    const notice = [
      `Lần nhập số ${batchId}, nơi gửi: ${batch.sender}, số liệu ngày ${dayText(batch.asOf)}.`,
      ...(this.settings.demo ? [DEMO_LINE] : []),
    ];
    const sheets = previewSheets(preview, notice);
    await this.transactions.run(actor, (manager) =>
      this.trail.record(manager, actor, {
        ...{ action: 'report.exported', subject: `batch/${batchId}`, kind: 'export' },
        why: purpose,
        details: { report: 'xem-truoc', rows: preview.total, missing: preview.missing.length },
      }),
    );
    return {
      fileName: `xem-truoc-${batchId}.xlsx`,
      title: `Xem trước lần nhập ${batchId}.xlsx`,
      bytes: await writeWorkbook({
        ...{ sheets, createdAt: at.toISOString() },
        stamp: stampOf(null, { actor, at, purpose }),
      }),
    };
  }
}
