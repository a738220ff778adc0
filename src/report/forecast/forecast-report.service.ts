import { Injectable } from '@nestjs/common';
import type { CellsPart, LeaversPart, Part } from '../../forecast/forecast-lists.js';
import { ForecastService } from '../../forecast/forecast.service.js';
import type { Actor } from '../../shared/actor.js';
import { SourceReport, type SourceAsked } from '../limits/source-report.js';
import type { ReportFile } from '../write-reports.js';
import { cellsSheet, forecastSheets, leaversSheet } from './forecast-sheets.js';

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
        const { undated, overdue } = whole.leftOut;
        const named = new Set(
          [...whole.leavers, ...trainees, ...undated, ...overdue].map(({ staffId }) => staffId),
        );
        return { sheets: forecastSheets({ ...whole, notice }), people: named.size };
      },
    });
  }

  /** The list of leavers of a filter, whole. @throws NotFound `report.unknown-run`, `forecast.unknown-run` */
  leavers(actor: Actor, asked: SourceAsked & { readonly part: LeaversPart }): Promise<ReportFile> {
    return this.reports.file(actor, asked, {
      ...{ ascii: 'nguoi-nghi', title: 'Ai nghỉ, khi nào' },
      make: async (manager, notice) => {
        const { source, part } = asked;
        const leavers = await this.forecast.leaversWithin(manager, actor, source, part);
        const people = new Set(leavers.map(({ staffId }) => staffId)).size;
        return { sheets: [leaversSheet(leavers, part, notice)], people };
      },
    });
  }

  /** Where people are surplus or seats short on a day to come. @throws as `leavers` */
  cells(actor: Actor, asked: SourceAsked & { readonly part: CellsPart }): Promise<ReportFile> {
    return this.reports.file(actor, asked, {
      ...{ ascii: 'du-bao-tung-vi-tri', title: 'Dự báo thừa, thiếu từng vị trí' },
      make: async (manager, notice) => {
        const { source, part } = asked;
        const cells = await this.forecast.cellsWithin(manager, actor, source, part);
        return { sheets: [cellsSheet(cells, part, notice)], people: 0 };
      },
    });
  }
}
