import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import { Transactions } from '../shared/transactions.js';
import type { BatchHead } from './batch.js';
import { labelKey } from './reading/fields.js';
import { noBatch } from './refusals.js';
import type { ColumnsResponse, IssueCodeResponse, RowsPageResponse } from './roster.responses.js';
import { BatchStores } from './roster.service.js';
import { RowsView, type RowsAsked } from './rows.view.js';
import { SheetKinds } from './sheet-kinds.js';

/** What a batch shows to whoever repairs it. */
@Injectable()
export class BatchViewService {
  constructor(
    private readonly transactions: Transactions,
    private readonly stores: BatchStores,
    private readonly kinds: SheetKinds,
    private readonly view: RowsView,
  ) {}

  /** @throws NotFound `roster.no-batch` */
  rows(actor: Actor, asked: RowsAsked): Promise<RowsPageResponse> {
    return this.transactions.run(actor, async (manager) => {
      const head = await this.head(manager, actor, asked.batchId);
      return this.view.page(manager, actor, { head, asked });
    });
  }

  /** The gravest kinds first, then the most frequent. @throws NotFound `roster.no-batch` */
  issueCodes(actor: Actor, batchId: number): Promise<IssueCodeResponse[]> {
    return this.transactions.run(actor, async (manager) => {
      await this.head(manager, actor, batchId);
      return this.stores.rows.issueCodes(manager, actor, batchId);
    });
  }

  /** What the reader took the columns for, and what they may mean. @throws NotFound `roster.no-batch` */
  columns(actor: Actor, batchId: number): Promise<ColumnsResponse> {
    return this.transactions.run(actor, async (manager) => {
      const { kind, mapping } = await this.head(manager, actor, batchId);
      const chosen = new Set(mapping.map(({ label }) => label));
      const sheets = await this.stores.rows.sheets(manager, actor, batchId);
      return {
        sheets: sheets.map(({ file, sheet, state, tables }) => ({
          ...{ file, sheet, state },
          tables: tables.map(({ headerRows, lastRow, title, columns }) => ({
            ...{ firstRow: headerRows.first, headerRow: headerRows.last, lastRow, title },
            columns: columns.map(({ letters, label, field }) => ({
              ...{ letters, label, field },
              chosen: chosen.has(labelKey(label)),
            })),
          })),
        })),
        fields: this.kinds.of(kind).fields.map(({ field, label }) => ({ field, label })),
      };
    });
  }

  private async head(manager: EntityManager, actor: Actor, id: number): Promise<BatchHead> {
    const head = await this.stores.batches.head(manager, actor, id);
    if (head === null) throw noBatch(id);
    return head;
  }
}
