import { Injectable } from '@nestjs/common';
import { ForecastService, type Part } from '../../forecast/forecast.service.js';
import type { Actor } from '../../shared/actor.js';
import { SourceReport, type SourceAsked } from '../limits/source-report.js';
import type { ReportFile } from '../write-reports.js';
import { forecastSheets } from './forecast-sheets.js';

/** The forecast as a workbook: month by month, who leaves, who fits after training. */
@Injectable()
export class ForecastReportService {
  constructor(
    private readonly forecast: ForecastService,
    private readonly reports: SourceReport,
  ) {}

  /** @throws NotFound `report.unknown-run` */
  file(actor: Actor, asked: SourceAsked & { readonly part: Part }): Promise<ReportFile> {
    return this.reports.file(actor, asked, {
      ascii: 'du-bao',
      title: 'Dự báo',
      make: async (manager, notice) => {
        const { source, part } = asked;
        const whole = await this.forecast.whole(manager, actor, source, part);
        const trainees = whole.training.flatMap(({ people }) => people);
        const named = new Set([...whole.leavers, ...trainees].map(({ staffId }) => staffId));
        return { sheets: forecastSheets({ ...whole, notice }), people: named.size };
      },
    });
  }
}
