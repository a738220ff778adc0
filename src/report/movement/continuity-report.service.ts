import { Injectable } from '@nestjs/common';
import { ContinuityService } from '../../forecast/continuity/continuity.service.js';
import { ReferenceStore } from '../../law/reference.store.js';
import type { Actor } from '../../shared/actor.js';
import { SourceReport, type SourceAsked } from '../limits/source-report.js';
import type { ReportFile } from '../write-reports.js';
import { continuitySheets } from './continuity-sheets.js';

/** Who holds which function of a commune, and what of the old units nobody took, as a workbook. */
@Injectable()
export class ContinuityReportService {
  constructor(
    private readonly continuity: ContinuityService,
    private readonly reference: ReferenceStore,
    private readonly reports: SourceReport,
  ) {}

  /** @throws NotFound `report.unknown-run` */
  file(
    actor: Actor,
    asked: SourceAsked & { readonly commune?: string | undefined },
  ): Promise<ReportFile> {
    return this.reports.file(actor, asked, {
      ascii: 'ai-giu-nhiem-vu-nao',
      title: 'Ai giữ nhiệm vụ nào',
      make: async (manager, notice) => {
        const read = await this.continuity.read(manager, actor, asked);
        const fields = await this.reference.fields(manager);
        const fieldNames = new Map(fields.map(({ code, nameVi }) => [code, nameVi]));
        const holders = read.lines.flatMap((line) => line.holders);
        return {
          sheets: continuitySheets({ ...read, fieldNames, notice }),
          people: new Set(holders.map(({ staffId }) => staffId)).size,
        };
      },
    });
  }
}
