import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Trail } from '../access/trail.js';
import { unitScope, type ParameterRow } from '../rules/parameters.js';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import { Conflict, NotFound, RuleBroken } from '../shared/errors.js';
import { Transactions } from '../shared/transactions.js';
import { withDraft, withoutRow, withRow } from './draft.plan.js';
import { LawDraftStore, type Draft } from './law-draft.store.js';
import { LawWriter, type WantedParameter } from './law-writer.js';
import { LawStore } from './law.store.js';

/** A draft as somebody last saw it. */
export interface SeenDraft {
  readonly id: number;
  readonly version: number;
}

/** The law as it stands, and as it would stand with a draft. */
export interface TwoLaws {
  readonly draft: Draft;
  readonly now: readonly ParameterRow[];
  readonly then: readonly ParameterRow[];
}

/**
 * Several changes together, looked at before they are in force.
 *
 * All methods that change throw NotFound `law.unknown-draft`, Conflict `law.draft-moved`, `law.draft-settled`.
 */
@Injectable()
export class LawDraftService {
  constructor(
    private readonly transactions: Transactions,
    private readonly drafts: LawDraftStore,
    private readonly law: LawStore,
    private readonly writer: LawWriter,
    private readonly trail: Trail,
  ) {}

  list(actor: Actor): Promise<Draft[]> {
    return this.transactions.run(actor, (manager) => this.drafts.all(manager, actor));
  }

  /** @throws NotFound `law.unknown-draft` */
  find(actor: Actor, id: number): Promise<Draft> {
    return this.transactions.run(actor, (manager) => this.get(manager, actor, id));
  }

  create(actor: Actor, name: string): Promise<Draft> {
    return this.transactions.run(actor, async (manager) => {
      const id = await this.drafts.add(manager, actor, name.trim());
      await this.trail.record(manager, actor, {
        action: 'law.draft-created',
        subject: `law-draft/${id}`,
        details: { name: name.trim() },
      });
      return this.get(manager, actor, id);
    });
  }

  /** @throws also as `LawWriter.rowOf` */
  setRow(actor: Actor, seen: SeenDraft, wanted: WantedParameter): Promise<Draft> {
    return this.change(actor, seen, async (manager, rows) =>
      withRow(rows, await this.writer.rowOf(manager, actor, wanted)),
    );
  }

  removeRow(
    actor: Actor,
    seen: SeenDraft,
    row: { readonly key: string; readonly unit: string | null; readonly startsOn: Day },
  ): Promise<Draft> {
    const { provinceCode } = actor;
    const scope =
      row.unit === null ? `province:${provinceCode}` : unitScope(provinceCode, row.unit);
    return this.change(actor, seen, (_manager, rows) =>
      Promise.resolve(withoutRow(rows, { ...row, scope })),
    );
  }

  /** Its rows become versions, all or none. @throws RuleBroken `law.draft-empty` */
  putInForce(actor: Actor, seen: SeenDraft): Promise<Draft> {
    return this.transactions.run(actor, async (manager) => {
      const { id, rows, name } = await this.open(manager, actor, seen);
      if (rows.length === 0) throw emptyDraft(id);
      for (const row of rows) await this.writer.write(manager, actor, row);
      await this.drafts.settle(manager, actor, { id, state: 'in-force' });
      await this.trail.record(manager, actor, {
        action: 'law.draft-in-force',
        subject: `law-draft/${id}`,
        details: { name, keys: rows.map(({ key }) => key) },
      });
      return this.get(manager, actor, id);
    });
  }

  drop(actor: Actor, seen: SeenDraft): Promise<Draft> {
    return this.transactions.run(actor, async (manager) => {
      const { id, name } = await this.open(manager, actor, seen);
      await this.drafts.settle(manager, actor, { id, state: 'dropped' });
      await this.trail.record(manager, actor, {
        action: 'law.draft-dropped',
        subject: `law-draft/${id}`,
        details: { name },
      });
      return this.get(manager, actor, id);
    });
  }

  /** For other stages, inside their transaction. @throws NotFound `law.unknown-draft` */
  async twoLaws(manager: EntityManager, actor: Actor, id: number): Promise<TwoLaws> {
    const draft = await this.get(manager, actor, id);
    const now = await this.law.all(manager);
    return { draft, now, then: withDraft(now, draft.rows) };
  }

  private change(
    actor: Actor,
    seen: SeenDraft,
    edit: (manager: EntityManager, rows: readonly ParameterRow[]) => Promise<ParameterRow[]>,
  ): Promise<Draft> {
    return this.transactions.run(actor, async (manager) => {
      const { id, rows } = await this.open(manager, actor, seen);
      const edited = await edit(manager, rows);
      await this.drafts.setRows(manager, actor, { id, rows: edited });
      await this.trail.record(manager, actor, {
        action: 'law.draft-changed',
        subject: `law-draft/${id}`,
        before: { rows: rows.map(shortly) },
        after: { rows: edited.map(shortly) },
      });
      return this.get(manager, actor, id);
    });
  }

  private async get(manager: EntityManager, actor: Actor, id: number): Promise<Draft> {
    const draft = await this.drafts.find(manager, actor, { id });
    if (!draft) throw unknownDraft(id);
    return draft;
  }

  private async open(manager: EntityManager, actor: Actor, seen: SeenDraft): Promise<Draft> {
    const draft = await this.drafts.find(manager, actor, { id: seen.id, lock: true });
    if (!draft) throw unknownDraft(seen.id);
    if (draft.state !== 'draft') throw settledDraft(seen.id);
    if (draft.version !== seen.version) throw movedDraft(seen.id);
    return draft;
  }
}

function shortly({ key, scope, value, startsOn, endsOn }: ParameterRow): object {
  return { key, scope, value, startsOn, endsOn };
}

function unknownDraft(id: number): NotFound {
  return new NotFound('law.unknown-draft', `Không có dự thảo quy định số ${id}.`, { draft: id });
}

function settledDraft(id: number): Conflict {
  return new Conflict(
    'law.draft-settled',
    `Dự thảo số ${id} đã có hiệu lực hoặc đã bỏ; hãy lập dự thảo mới.`,
    { draft: id },
  );
}

function movedDraft(id: number): Conflict {
  return new Conflict(
    'law.draft-moved',
    `Dự thảo số ${id} vừa được người khác sửa; hãy tải lại rồi làm tiếp.`,
    { draft: id },
  );
}

function emptyDraft(id: number): RuleBroken {
  return new RuleBroken(
    'law.draft-empty',
    `Dự thảo số ${id} chưa có thay đổi nào; hãy thêm ít nhất một tham số.`,
    { draft: id },
  );
}
