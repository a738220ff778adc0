import { Injectable } from '@nestjs/common';
import { stampOf } from '../../access/stamp.js';
import { Trail } from '../../access/trail.js';
import type { Actor } from '../../shared/actor.js';
import { Transactions } from '../../shared/transactions.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { DEMO_LINE } from '../report-frame.js';
import { ReportSettings } from '../report-settings.js';
import type { ReportFile } from '../write-reports.js';

/** A list of the page that was read, and what it is called. */
export interface List {
  readonly name: string;
  readonly title: string;
  readonly subject: string;
  readonly sheet: SheetSpec;
  /** `markOf` the plan that it tells of; null = of none. */
  readonly mark?: string | null;
}

/** Writes a list as a workbook and records that it was taken out. */
@Injectable()
export class ListBook {
  constructor(
    private readonly transactions: Transactions,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
  ) {}

  /** What a reader must know before the first row. */
  notice(): string[] {
    return this.settings.demo ? [DEMO_LINE] : [];
  }

  async file(
    actor: Actor,
    purpose: string,
    { name, title, subject, sheet, mark = null }: List,
  ): Promise<ReportFile> {
    const at = this.settings.clock.now();
    await this.transactions.run(actor, (manager) =>
      this.trail.record(manager, actor, {
        ...{ action: 'report.exported', subject, kind: 'export', why: purpose },
        details: { report: name, rows: sheet.rows.length },
      }),
    );
    return {
      fileName: `${name}.xlsx`,
      title: `${title}.xlsx`,
      bytes: await writeWorkbook({
        ...{ sheets: [sheet], createdAt: at.toISOString() },
        stamp: stampOf(mark, { actor, at, purpose }),
      }),
    };
  }
}
