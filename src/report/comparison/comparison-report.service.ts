import { Injectable } from '@nestjs/common';
import { stampOf } from '../../access/stamp.js';
import { Trail } from '../../access/trail.js';
import type { ComparisonResponse } from '../../comparison/comparison.responses.js';
import { ComparisonService } from '../../comparison/comparison.service.js';
import { namedNeeds } from '../../comparison/named-needs.js';
import { highestOf, markOf } from '../../scenario/classification.js';
import type { Actor } from '../../shared/actor.js';
import { Transactions } from '../../shared/transactions.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { DEMO_LINE } from '../report-frame.js';
import { ReportSettings } from '../report-settings.js';
import type { ReportFile } from '../write-reports.js';
import { comparisonSheets } from './comparison-sheets.js';

export interface ComparisonAsked {
  readonly runs: readonly number[];
  readonly purpose: string;
}

/** A comparison as a workbook, under the highest mark of its plans. */
@Injectable()
export class ComparisonReportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly comparison: ComparisonService,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
  ) {}

  /** Reads in one transaction that also records the export; writes after it. @throws NotFound `placement.no-run` */
  async file(actor: Actor, { runs: runIds, purpose }: ComparisonAsked): Promise<ReportFile> {
    const { demo } = this.settings;
    const at = this.settings.clock.now();
    const book = await this.transactions.run(actor, async (manager) => {
      const read = await this.comparison.read(manager, actor, runIds);
      const people = await this.comparison.allPeople(manager, actor, read);
      const comparison = await this.comparison.told(manager, actor, read);
      await this.trail.record(manager, actor, {
        action: 'report.exported',
        subject: `run/${runIds[0] ?? 0}`,
        kind: 'export',
        why: purpose,
        details: { report: 'comparison', people: people.length, runs: runIds },
      });
      const needs = await namedNeeds(manager, actor, read);
      return { comparison, people, needs, notice: demo ? [DEMO_LINE] : [] };
    });
    const numbers = runIds.join('-');
    return {
      fileName: `so-sanh-phuong-an-${numbers}.xlsx`,
      title: `So sánh phương án (lần chạy ${runIds.join(', ')}).xlsx`,
      bytes: await writeWorkbook({
        sheets: comparisonSheets(book),
        createdAt: newestOf(book.comparison),
        stamp: stampOf(markOf(highestOf(book.comparison.runs)), { actor, at, purpose }),
      }),
    };
  }
}

function newestOf({ runs }: ComparisonResponse): string {
  return runs.map(({ run }) => run.createdAt).reduce((a, b) => (a > b ? a : b));
}
