import { Injectable } from '@nestjs/common';
import { AccountService } from '../../access/account/account.service.js';
import { RosterService } from '../../roster/roster.service.js';
import type { Actor } from '../../shared/actor.js';
import type { ReportFile } from '../write-reports.js';
import { ListBook } from './list-book.js';
import { accountsSheet, batchesSheet } from './list-sheets.js';

/** Lists of the page as workbooks: what the actor sees there, no row and no field more; the export is recorded. */
@Injectable()
export class ListReportService {
  constructor(
    private readonly accountList: AccountService,
    private readonly roster: RosterService,
    private readonly book: ListBook,
  ) {}

  async accounts(actor: Actor, purpose: string): Promise<ReportFile> {
    const sheet = accountsSheet(await this.accountList.list(actor), this.book.notice());
    const names = { name: 'tai-khoan', title: 'Danh sách tài khoản', subject: 'accounts/all' };
    return this.book.file(actor, purpose, { ...names, sheet });
  }

  async batches(actor: Actor, purpose: string): Promise<ReportFile> {
    const sheet = batchesSheet(await this.roster.list(actor), this.book.notice());
    const names = { name: 'lan-nhap', title: 'Các lần nhập danh sách', subject: 'batches/all' };
    return this.book.file(actor, purpose, { ...names, sheet });
  }
}
