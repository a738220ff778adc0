import { Injectable } from '@nestjs/common';
import { stampOf } from '../access/stamp.js';
import { Trail } from '../access/trail.js';
import type { Actor } from '../shared/actor.js';
import { BadInput } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { writeWorkbook } from '../sheet/xlsx-writer.js';
import { auditWorkbook } from './audit-sheet.js';
import { AuditPageView } from './audit-page.view.js';
import type { AuditFilter, AuditQuery } from './audit.queries.js';
import type { AuditPageResponse, AuditStateResponse } from './audit.responses.js';
import { groupedSeal } from './paper-anchor.js';
import { SealStore } from './seal.store.js';
import { VerificationView } from './verification.view.js';

/** More would not be read by anybody; the days can be narrowed. */
const MOST_EXPORTED = 20_000;

/** What the auditor's page queries besides entries. */
@Injectable()
export class AuditViews {
  constructor(
    readonly pages: AuditPageView,
    readonly verification: VerificationView,
    readonly seals: SealStore,
  ) {}
}

/** The auditor's page: entries, the state of the seals, and a workbook. */
@Injectable()
export class AuditService {
  constructor(
    private readonly transactions: Transactions,
    private readonly views: AuditViews,
    private readonly trail: Trail,
  ) {}

  page(actor: Actor, query: AuditQuery): Promise<AuditPageResponse> {
    return this.transactions.run(actor, (manager) => this.views.pages.page(manager, actor, query));
  }

  state(actor: Actor): Promise<Omit<AuditStateResponse, 'sealer'>> {
    return this.transactions.run(actor, async (manager) => {
      const { seals, verification } = this.views;
      const end = await seals.last(manager, actor);
      const count = await verification.count(manager, actor, end?.entryId ?? 0);
      const anchor = (await seals.anchors(manager, actor)).at(-1);
      const lastAnchor = anchor ? { ...anchor, seal: groupedSeal(anchor.seal) } : null;
      return { ...count, lastAnchor };
    });
  }

  /** The entries as a workbook; the export is an entry itself. @throws BadInput `audit.too-many` */
  async exported(actor: Actor, filter: AuditFilter, purpose: string): Promise<Buffer> {
    const items = await this.transactions.run(actor, async (manager) => {
      const wanted = { ...filter, offset: 0, limit: MOST_EXPORTED };
      const page = await this.views.pages.page(manager, actor, wanted);
      if (page.total > MOST_EXPORTED) throw tooMany(page.total);
      await this.trail.record(manager, actor, {
        kind: 'export',
        action: 'audit.exported',
        subject: 'audit',
        why: purpose,
        details: { entries: page.total, filter },
      });
      return page.items;
    });
    const at = new Date();
    const book = auditWorkbook(items, { at: at.toISOString(), filter });
    return writeWorkbook({ ...book, stamp: stampOf(null, { actor, at, purpose }) });
  }
}

function tooMany(total: number): BadInput {
  return new BadInput(
    'audit.too-many',
    `Có ${total} mục; mỗi tệp tối đa ${MOST_EXPORTED} mục. Hãy thu hẹp khoảng ngày hoặc thêm điều kiện lọc.`,
    { total, most: MOST_EXPORTED },
  );
}
