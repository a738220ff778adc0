import { Injectable } from '@nestjs/common';
import { PayoutService, type PayoutAsked } from '../../payout/payout.service.js';
import { schemeTotals } from '../../payout/payouts.plan.js';
import { payoutContext } from '../../rules/payout-law.js';
import type { Actor } from '../../shared/actor.js';
import type { ReportFile } from '../write-reports.js';
import { payoutSheets } from './payout-sheets.js';
import { SourceReport } from './source-report.js';

/** Pay-outs as a workbook: the official form, all schemes side by side, totals. */
@Injectable()
export class PayoutReportService {
  constructor(
    private readonly payouts: PayoutService,
    private readonly reports: SourceReport,
  ) {}

  /** @throws as `PayoutService`, NotFound `report.unknown-run` */
  file(
    actor: Actor,
    asked: PayoutAsked,
    { purpose }: { readonly purpose: string },
  ): Promise<ReportFile> {
    return this.reports.file(
      actor,
      { source: asked.source, purpose },
      {
        ascii: 'uoc-tinh-che-do',
        title: 'Ước tính chế độ khi nghỉ',
        make: async (manager, notice) => {
          const { people, reorganisedOn, law } = await this.payouts.read(manager, actor, asked);
          const { leavingOn } = asked;
          const totals = schemeTotals(people);
          const { decree178 } = payoutContext(law.values);
          const book = { people, totals, leavingOn, reorganisedOn, decree178, notice };
          return { sheets: payoutSheets(book), people: people.length };
        },
      },
    );
  }
}
