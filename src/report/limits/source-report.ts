import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { stampOf } from '../../access/stamp.js';
import { Trail } from '../../access/trail.js';
import type { GapSource } from '../../gap/gap-source.js';
import { markOf } from '../../scenario/classification.js';
import type { Actor } from '../../shared/actor.js';
import { NotFound } from '../../shared/errors.js';
import { Transactions } from '../../shared/transactions.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { dayLine, DEMO_LINE, noticeOf } from '../report-frame.js';
import { ReportSettings } from '../report-settings.js';
import { findRun } from '../report.view.js';
import type { ReportFile } from '../write-reports.js';

/** A workbook about a run or about the registry on a day. */
export interface SourceBook {
  readonly ascii: string;
  readonly title: string;
  /** @param notice what a reader must know before the first figure. @returns the sheets, and how many people they name */
  readonly make: (
    manager: EntityManager,
    notice: readonly string[],
  ) => Promise<{ readonly sheets: readonly SheetSpec[]; readonly people: number }>;
}

export interface SourceAsked {
  readonly source: GapSource;
  readonly purpose: string;
}

/** Reads in one transaction that also records the export, with the secrecy of the scenario; writes after it. */
@Injectable()
export class SourceReport {
  constructor(
    private readonly transactions: Transactions,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
  ) {}

  /** @throws NotFound `report.unknown-run` */
  async file(
    actor: Actor,
    { source, purpose }: SourceAsked,
    { ascii, title, make }: SourceBook,
  ): Promise<ReportFile> {
    const { demo } = this.settings;
    const at = this.settings.clock.now();
    const { sheets, mark, createdAt } = await this.transactions.run(actor, async (manager) => {
      const run = 'run' in source ? await findRun(manager, actor.provinceCode, source.run) : null;
      if ('run' in source && run === null) throw unknownRun(source.run);
      const notice = run === null ? ofDay(source, demo) : noticeOf({ run, demo });
      const made = await make(manager, notice);
      await this.trail.record(manager, actor, {
        action: 'report.exported',
        subject: 'run' in source ? `run/${source.run}` : 'registry/all',
        kind: 'export',
        why: purpose,
        details: { report: ascii, people: made.people, ...source },
      });
      return {
        sheets: made.sheets,
        mark: run === null ? null : markOf(run),
        createdAt: run?.createdAt ?? at.toISOString(),
      };
    });
    const of = 'run' in source ? String(source.run) : source.on;
    return {
      fileName: `${ascii}-${of}.xlsx`,
      title: `${title} (${of}).xlsx`,
      bytes: await writeWorkbook({
        ...{ sheets, createdAt },
        stamp: stampOf(mark, { actor, at, purpose }),
      }),
    };
  }
}

function ofDay(source: GapSource, demo: boolean): string[] {
  const day = 'on' in source ? [dayLine(source.on)] : [];
  return [...day, ...(demo ? [DEMO_LINE] : [])];
}

function unknownRun(run: number): NotFound {
  return new NotFound('report.unknown-run', `Không có lần chạy số ${run}.`, { run });
}
