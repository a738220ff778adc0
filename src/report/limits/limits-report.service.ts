import { Injectable } from '@nestjs/common';
import { LimitsService, placementResponse, valuesOf } from '../../limits/limits.service.js';
import { rankPlacements, unitLimitsOf } from '../../limits/limits.plan.js';
import type { Actor } from '../../shared/actor.js';
import type { ReportFile } from '../write-reports.js';
import { limitsSheets } from './limits-sheets.js';
import { SourceReport, type SourceAsked } from './source-report.js';

/** Limits of a plan as a workbook: the province, each unit, year by year, people to be placed in rank. */
@Injectable()
export class LimitsReportService {
  constructor(
    private readonly limits: LimitsService,
    private readonly reports: SourceReport,
  ) {}

  /** @throws NotFound `report.unknown-run` */
  file(actor: Actor, asked: SourceAsked): Promise<ReportFile> {
    return this.reports.file(actor, asked, {
      ascii: 'gioi-han-phuong-an',
      title: 'Giới hạn của phương án',
      make: async (manager, notice) => {
        const read = await this.limits.read(manager, actor, asked.source);
        const law = valuesOf(read.law);
        const placements = rankPlacements(read.facts.holders, law.province).map(placementResponse);
        const sheets = limitsSheets({
          summary: await this.limits.told(manager, actor, read),
          units: unitLimitsOf(read.facts, law),
          ...{ placements, notice },
        });
        return { sheets, people: placements.length };
      },
    });
  }
}
