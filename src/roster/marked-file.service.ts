import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FIELD_CLASS_KEYS } from '../access/fields/field-classes.js';
import { stampOf } from '../access/stamp.js';
import { Trail } from '../access/trail.js';
import type { Actor } from '../shared/actor.js';
import { SystemClock, type Clock } from '../shared/clock.js';
import { NotFound } from '../shared/errors.js';
import { withoutNumbersDeep } from '../shared/masking.js';
import { Transactions } from '../shared/transactions.js';
import { withMarkThread } from '../sheet/thread/mark-thread.js';
import { withChoices } from './choices.plan.js';
import { issuesOfFile, sentWorkbooks } from './marked-file.view.js';
import { BatchStores } from './roster.service.js';
import { SheetKinds } from './sheet-kinds.js';
import type { BatchHead } from './batch.js';

/** A workbook of a batch, and whether it can be marked itself. */
export interface BatchFile {
  readonly id: number;
  readonly name: string;
  /** Why the reader gets a copy of ours instead; null = their own comes back. */
  readonly copyBecause: string | null;
}

export interface AskedFile {
  readonly batchId: number;
  readonly fileId: number;
  readonly purpose: string;
}

/** What stands in a marked workbook's own properties: the batch that it continues. */
export function batchMark(batchId: number): string {
  return `batch/${batchId}`;
}

/** Senders' workbooks back, with what is wrong marked in them. */
@Injectable()
export class MarkedFileService {
  private readonly clock: Clock = new SystemClock();

  constructor(
    private readonly transactions: Transactions,
    private readonly kinds: SheetKinds,
    private readonly stores: BatchStores,
    private readonly trail: Trail,
  ) {}

  /** @throws NotFound `roster.no-batch` */
  async files(actor: Actor, batchId: number): Promise<BatchFile[]> {
    const sent = await this.transactions.run(actor, async (manager) => {
      await this.batchOf(manager, actor, batchId);
      return sentWorkbooks(manager, actor, batchId);
    });
    return withMarkThread(async (thread) => {
      const files: BatchFile[] = [];
      for (const { id, name, content } of sent) {
        const refused = await thread.refusalOf(content);
        files.push({ id, name, copyBecause: refused?.message ?? null });
      }
      return files;
    });
  }

  /**
   * The workbook with its marks; where it cannot be marked itself a copy of its texts with the same marks. Who takes out a
   * file that somebody else sent opens all that it says, and the trail tells.
   *
   * @throws NotFound `roster.no-batch`, `roster.no-file-of-batch`
   */
  async file(
    actor: Actor,
    asked: AskedFile,
  ): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const { batchId, purpose } = asked;
    const { sent, issues, choices, sheets, corrections } = await this.transactions.run(
      actor,
      (manager) => this.found(manager, actor, asked),
    );
    const marks = {
      mark: batchMark(batchId),
      stamp: stampOf(null, { actor, at: this.clock.now(), purpose }).text,
      issues: withChoices(withoutNumbersDeep(issues), sheets, choices),
      corrections,
    };
    const bytes = await withMarkThread((thread) => thread.marked(sent.content, marks));
    return { name: sent.name, bytes };
  }

  private async found(
    manager: EntityManager,
    actor: Actor,
    { batchId, fileId, purpose }: AskedFile,
  ) {
    const batch = await this.batchOf(manager, actor, batchId);
    const [sent] = await sentWorkbooks(manager, actor, batchId, fileId);
    if (sent === undefined)
      throw new NotFound('roster.no-file-of-batch', `Lần nhập này không có tệp số ${fileId}.`, {
        file: fileId,
      });
    const issues = await issuesOfFile(manager, actor, { batchId, file: sent.name });
    const entry = {
      subject: `batch/${batchId}`,
      why: purpose,
      details: { file: sent.name, sha256: sent.sha256, issues: issues.length },
    };
    await this.trail.record(manager, actor, {
      ...entry,
      action: 'roster.file-taken',
      kind: 'export',
    });
    if (batch.createdBy !== actor.id)
      await this.trail.record(manager, actor, {
        ...entry,
        action: 'roster.file-revealed',
        kind: 'reveal',
        details: { ...entry.details, fields: FIELD_CLASS_KEYS },
      });
    const ofFile = ({ file }: { readonly file: string }): boolean => file === sent.name;
    return {
      ...{ sent, issues },
      choices: await this.kinds
        .of(batch.kind)
        .choices({ manager, actor, batch, writes: false }, () =>
          this.stores.rows.inStates(manager, actor, { batchId, states: ['staged', 'held'] }),
        ),
      sheets: (await this.stores.rows.sheets(manager, actor, batchId)).filter(ofFile),
      corrections: (await this.stores.repair.corrections(manager, actor, batchId)).filter(ofFile),
    };
  }

  private async batchOf(manager: EntityManager, actor: Actor, id: number): Promise<BatchHead> {
    const batch = await this.stores.batches.head(manager, actor, id);
    if (batch !== null) return batch;
    throw new NotFound('roster.no-batch', `Không có lần nhập danh sách số ${id}.`, { id });
  }
}
