import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditKey } from '../access/audit-key.js';
import type { Actor } from '../shared/actor.js';
import { Transactions } from '../shared/transactions.js';
import { AuditSettings } from './audit-settings.js';
import { ChainCheck } from './chain-check.js';
import type { Fault } from './faults.js';
import { groupedSeal, type PaperAnchor } from './paper-anchor.js';
import { type Anchor, SealStore } from './seal.store.js';
import { type AuditCount, VerificationView } from './verification.view.js';
import { Witness, type WitnessLine } from './witness.js';

const PAGE = 2000;
/** The witness is written some seconds after the seal. */
const WITNESSED_WITHIN_MS = 60_000;

/** What the verification found. */
export interface Verification {
  /** No fault. The unsealed tail is none: it is seconds old. */
  readonly intact: boolean;
  readonly faults: readonly Fault[];
  readonly entries: number;
  readonly sealed: number;
  /** Committed and not sealed yet. */
  readonly unsealed: number;
  readonly oldestUnsealedSeconds: number | null;
  /** The end of the chain. */
  readonly last: {
    readonly number: number;
    readonly entryId: number;
    readonly seal: string;
  } | null;
  /** How many points outside of the chain it was compared with: lines of the witness, anchors, the paper. */
  readonly compared: number;
}

/** A point that the chain must run through. */
interface Fixed extends Omit<Anchor, 'day'> {
  readonly what: string;
}

/** Reads the whole chain again and compares it with all that stands outside of it. Writes nothing. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly transactions: Transactions,
    private readonly store: SealStore,
    private readonly view: VerificationView,
    private readonly key: AuditKey,
    private readonly settings: AuditSettings,
  ) {}

  /** @param paper an anchor as somebody reads it from paper. */
  async verify(actor: Actor, paper: PaperAnchor | null = null): Promise<Verification> {
    const missing = await this.run(actor, (manager) => this.view.guardFaults(manager));
    if (missing.tables.length > 0) return nothingLeft(missing.tables);
    // The witness first: the chain read after it is at least as long.
    const witness = await this.witnessed();
    const anchors = await this.run(actor, (manager) => this.store.anchors(manager, actor));
    const fixed = [...witness.lines.map(fixedByWitness), ...anchors.map(fixedByAnchor)];
    const now = await this.run(actor, (manager) => this.view.now(manager));
    const check = new ChainCheck(this.key, actor.provinceCode, now);
    const seals = await this.readChain(actor, check, new Set(fixed.map((each) => each.number)));
    const end = check.end;
    const stray = await this.run(actor, (manager) =>
      this.view.strayEntries(manager, actor, end?.entryId ?? 0),
    );
    const count = await this.run(actor, (manager) =>
      this.view.count(manager, actor, end?.entryId ?? 0),
    );
    const faults = [
      ...missing.faults,
      ...check.faults(),
      ...stray.map(insertFault),
      ...witness.faults,
      ...(this.isUnwitnessed(witness.lines, end, now) ? [noWitness()] : []),
      ...fixedFaults(fixed, seals, end),
      ...(paper === null ? [] : await this.paperFaults(actor, paper, end)),
    ];
    const compared = fixed.length + (paper === null ? 0 : 1);
    return answer(count, faults, { end, compared });
  }

  /** @returns the seals with the wanted numbers. */
  private async readChain(
    actor: Actor,
    check: ChainCheck,
    wanted: ReadonlySet<number>,
  ): Promise<ReadonlyMap<number, string>> {
    const seals = new Map<number, string>();
    for (let after = 0; ;) {
      const links = await this.run(actor, (manager) =>
        this.view.links(manager, actor, { after, limit: PAGE }),
      );
      for (const link of links) {
        check.next(link);
        if (wanted.has(link.number)) seals.set(link.number, link.seal);
      }
      const last = links.at(-1);
      if (last === undefined || links.length < PAGE) return seals;
      after = last.number;
    }
  }

  private async witnessed(): Promise<{
    readonly lines: readonly WitnessLine[];
    readonly faults: readonly Fault[];
  }> {
    const { witnessFile } = this.settings;
    if (witnessFile === null) return { lines: [], faults: [] };
    const { lines, forged } = await new Witness(witnessFile, this.key).read();
    const message = `Tệp chứng ${witnessFile} có dòng không do chương trình ghi: ${forged.slice(0, 10).join(', ')}.`;
    const faults: Fault[] = forged.length === 0 ? [] : [{ kind: 'edit', entryId: null, message }];
    return { lines, faults };
  }

  /** A chain that has stood for a while has a witness. */
  private isUnwitnessed(
    lines: readonly WitnessLine[],
    end: ChainCheck['end'],
    now: string,
  ): boolean {
    if (this.settings.witnessFile === null || end === null || lines.length > 0) return false;
    return Date.parse(now) - Date.parse(end.sealedAt) > WITNESSED_WITHIN_MS;
  }

  private async paperFaults(
    actor: Actor,
    paper: PaperAnchor,
    end: { readonly entryId: number } | null,
  ): Promise<Fault[]> {
    const { entryId } = paper;
    const seal = await this.run(actor, (manager) => this.view.sealOf(manager, actor, entryId));
    if (seal?.startsWith(paper.seal)) return [];
    if (seal === null) {
      const kind = entryId > (end?.entryId ?? 0) ? 'cut' : 'delete';
      const message = `Mốc trên giấy ghi mục ${entryId}, nhưng chuỗi không còn mục này.`;
      return [{ kind, entryId, message }];
    }
    const message = `Mốc trên giấy của mục ${entryId} khác niêm phong trong chuỗi (${groupedSeal(seal)}).`;
    return [{ kind: 'replay', entryId, message }];
  }

  private run<T>(actor: Actor, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.transactions.run(actor, work);
  }
}

function fixedByWitness({ at, ...line }: WitnessLine): Fixed {
  return { ...line, what: `Tệp chứng (${at})` };
}

function fixedByAnchor(anchor: Anchor): Fixed {
  return { ...anchor, what: `Mốc ngày ${anchor.day}` };
}

/** The first point that the chain misses tells all: the later ones follow from it. */
function fixedFaults(
  fixed: readonly Fixed[],
  seals: ReadonlyMap<number, string>,
  end: { readonly number: number } | null,
): Fault[] {
  const faults: Fault[] = [];
  const other = fixed.find(({ number, seal }) => (seals.get(number) ?? seal) !== seal);
  if (other !== undefined) faults.push(replayFault(other));
  const beyond = fixed.filter(({ number }) => number > (end?.number ?? 0));
  const furthest = beyond.sort((one, two) => two.number - one.number)[0];
  if (furthest !== undefined) faults.push(cutFault(furthest, end?.number ?? 0));
  return faults;
}

function replayFault({ what, number, entryId }: Fixed): Fault {
  const message = `${what} có niêm phong số ${number} khác với chuỗi hiện nay: một trạng thái cũ đã được đưa trở lại rồi ghi tiếp, hoặc chuỗi đã được niêm phong lại.`;
  return { kind: 'replay', entryId, message };
}

function cutFault({ what, number, entryId }: Fixed, end: number): Fault {
  const message = `${what} biết niêm phong số ${number} (mục ${entryId}), nhưng chuỗi hết ở số ${end}: phần đuôi đã bị cắt, hoặc một trạng thái cũ đã được đưa trở lại.`;
  return { kind: 'cut', entryId, message };
}

function noWitness(): Fault {
  const message =
    'Tệp chứng ngoài cơ sở dữ liệu không còn dòng nào, nên không biết phần đuôi có bị cắt hay không.';
  return { kind: 'drop', entryId: null, message };
}

function insertFault(entryId: number): Fault {
  const message = `Mục ${entryId} không có niêm phong dù các mục sau nó đã có: được chèn thêm.`;
  return { kind: 'insert', entryId, message };
}

function answer(
  { entries, sealed, unsealed, oldestUnsealedSeconds }: AuditCount,
  faults: readonly Fault[],
  { end, compared }: { readonly end: ChainCheck['end']; readonly compared: number },
): Verification {
  const last = end && { number: end.number, entryId: end.entryId, seal: end.seal };
  const count = { entries, sealed, unsealed, oldestUnsealedSeconds };
  return { intact: faults.length === 0, faults, ...count, last, compared };
}

function nothingLeft(tables: readonly string[]): Verification {
  const faults: Fault[] = tables.map((table) => ({
    kind: 'drop',
    entryId: null,
    message: `Không còn bảng ${table} của nhật ký.`,
  }));
  const count = { entries: 0, sealed: 0, unsealed: 0, oldestUnsealedSeconds: null };
  return answer(count, faults, { end: null, compared: 0 });
}
