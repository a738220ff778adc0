import { Injectable } from '@nestjs/common';
import { AccountService } from '../../access/account/account.service.js';
import { stampOf } from '../../access/stamp.js';
import { Trail } from '../../access/trail.js';
import { RosterService } from '../../roster/roster.service.js';
import type { Actor } from '../../shared/actor.js';
import { Transactions } from '../../shared/transactions.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { DEMO_LINE } from '../report-frame.js';
import { ReportSettings } from '../report-settings.js';
import type { ReportFile } from '../write-reports.js';
import { accountsSheet, batchesSheet } from './list-sheets.js';

interface List {
  readonly name: string;
  readonly title: string;
  readonly subject: string;
  readonly sheet: SheetSpec;
}

/** Lists of the page as workbooks: what the actor sees there, no row and no field more; the export is recorded. */
@Injectable()
export class ListReportService {
  constructor(
    private readonly accountList: AccountService,
    private readonly roster: RosterService,
    private readonly transactions: Transactions,
    private readonly trail: Trail,
    private readonly settings: ReportSettings,
  ) {}

  async accounts(actor: Actor, purpose: string): Promise<ReportFile> {
    const sheet = accountsSheet(await this.accountList.list(actor), this.notice());
    const names = { name: 'tai-khoan', title: 'Danh sách tài khoản', subject: 'accounts/all' };
    return this.file(actor, purpose, { ...names, sheet });
  }

  async batches(actor: Actor, purpose: string): Promise<ReportFile> {
    const sheet = batchesSheet(await this.roster.list(actor), this.notice());
    const names = { name: 'lan-nhap', title: 'Các lần nhập danh sách', subject: 'batches/all' };
    return this.file(actor, purpose, { ...names, sheet });
  }

  private notice(): string[] {
    return this.settings.demo ? [DEMO_LINE] : [];
  }

  private async file(
    actor: Actor,
    purpose: string,
    { name, title, subject, sheet }: List,
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
        stamp: stampOf(null, { actor, at, purpose }),
      }),
    };
  }
}
