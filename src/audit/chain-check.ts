import type { AuditKey } from '../access/audit-key.js';
import { BEGINNING, type EntryText, type Seal, sealOf } from './chain.js';
import type { Fault } from './faults.js';

/** A link as it stands in the database, with the entry that it names; null = there is none. */
export interface Link extends Seal {
  readonly entry: EntryText | null;
}

/** A link whose seal is not what the key says. */
interface Mismatch {
  readonly link: Link;
  readonly previous: string;
}

/** Clocks of servers are set by the network and may be put right by a little; a product decision. */
const TOLERANCE_MS = 5 * 60_000;
/** So many wrong links up to the end are one act: somebody sealed again without the key. */
const REHASHED = 3;
/** Of more wrong links it is not asked whether two were swapped. */
const MOST_SWAPPED = 200;

/** Reads a chain from its beginning, link after link, and says what is wrong with it. */
export class ChainCheck {
  private readonly found: Fault[] = [];
  private readonly mismatches: Mismatch[] = [];
  private readonly outOfOrder = new Set<number>();
  private last: Link | null = null;
  /** The latest time of an entry so far. */
  private latest = { at: '', id: 0 };

  constructor(
    private readonly key: AuditKey,
    private readonly provinceCode: string,
    /** The database's clock, ISO. */
    private readonly now: string,
  ) {}

  /** Links in the order of their numbers. */
  next(link: Link): void {
    const { last } = this;
    const isGap = link.number !== (last?.number ?? 0) + 1;
    if (isGap) this.tellGap((last?.number ?? 0) + 1, link.number - 1);
    if (last !== null && link.entryId <= last.entryId) this.tellOrder(link, last);
    if (link.entry === null) this.tellMissing(link);
    else {
      // After a gap nobody knows the seal before: the gap is told, and the links after it are checked.
      if (!isGap) this.compare(link, link.entry, last?.seal ?? BEGINNING);
      this.checkClock(link, link.entry);
    }
    this.last = link;
  }

  /** The end of the chain. */
  get end(): Link | null {
    return this.last;
  }

  /** All faults, once the last link was read. */
  faults(): readonly Fault[] {
    return [...this.found, ...this.explained()];
  }

  private compare(link: Link, entry: EntryText, previous: string): void {
    if (link.keyId === this.key.id && this.sealed(link, entry, previous) === link.seal) return;
    this.mismatches.push({ link, previous });
  }

  private sealed(link: Link, entry: EntryText, previous: string): string {
    const { provinceCode } = this;
    return sealOf(this.key, previous, link, { ...entry, id: link.entryId, provinceCode });
  }

  /** What the wrong links are, run by run. */
  private explained(): Fault[] {
    const swapped = this.swapped();
    const rest = this.mismatches.filter(({ link }) => !swapped.has(link.number));
    return [
      ...[...swapped].map(([number, other]) => swapFault(this.linkOf(number), other)),
      ...runsOf(rest).flatMap((run) => this.runFaults(run)),
    ];
  }

  private runFaults(run: readonly Mismatch[]): Fault[] {
    const [first] = run;
    const end = run.at(-1);
    if (first === undefined || end === undefined) return [];
    if (run.some(({ link }) => this.outOfOrder.has(link.number))) return [];
    const toTheEnd = end.link.number === this.last?.number && run.length >= REHASHED;
    return toTheEnd
      ? [rehashFault(first.link, run.length)]
      : run.map(({ link }) => editFault(link));
  }

  /** Number of a wrong link → the entry whose words stand there. */
  private swapped(): ReadonlyMap<number, number> {
    const found = new Map<number, number>();
    if (this.mismatches.length > MOST_SWAPPED) return found;
    for (const { link, previous } of this.mismatches) {
      const other = this.mismatches.find(
        (each) =>
          each.link !== link &&
          each.link.entry !== null &&
          this.sealed(link, each.link.entry, previous) === link.seal,
      );
      if (other !== undefined) found.set(link.number, other.link.entryId);
    }
    return found;
  }

  private linkOf(number: number): Link {
    const found = this.mismatches.find(({ link }) => link.number === number);
    if (found === undefined) throw new Error(`No link ${number}`);
    return found.link;
  }

  private checkClock(link: Link, entry: EntryText): void {
    const back = milliseconds(this.latest.at) - milliseconds(entry.at);
    const { entryId } = link;
    if (back > TOLERANCE_MS)
      this.tell('clock', entryId, `ghi lúc ${entry.at}, sớm hơn mục ${this.latest.id} đứng trước.`);
    else if (milliseconds(entry.at) - milliseconds(link.sealedAt) > TOLERANCE_MS)
      this.tell('clock', entryId, `niêm phong lúc ${link.sealedAt}, trước khi được ghi.`);
    else if (milliseconds(link.sealedAt) - milliseconds(this.now) > TOLERANCE_MS)
      this.tell('clock', entryId, `niêm phong lúc ${link.sealedAt}, sau giờ hiện tại của máy.`);
    if (entry.at > this.latest.at) this.latest = { at: entry.at, id: entryId };
  }

  private tellGap(from: number, to: number): void {
    const which = from >= to ? `số ${from}` : `số ${from} đến ${to}`;
    this.found.push({
      kind: 'delete',
      entryId: null,
      message: `Thiếu niêm phong ${which}: mục và niêm phong của nó đã bị xóa.`,
    });
  }

  private tellOrder(link: Link, last: Link): void {
    this.outOfOrder.add(link.number).add(last.number);
    this.outOfOrder.add(link.number + 1);
    this.tell('reorder', link.entryId, `đứng sau mục ${last.entryId} trong chuỗi.`);
  }

  private tellMissing(link: Link): void {
    this.tell('delete', link.entryId, `đã niêm phong (số ${link.number}) nhưng không còn.`);
  }

  private tell(kind: Fault['kind'], entryId: number, words: string): void {
    this.found.push({ kind, entryId, message: `Mục ${entryId} ${words}` });
  }
}

/** Mismatches with numbers one after the other. */
function runsOf(mismatches: readonly Mismatch[]): Mismatch[][] {
  const runs: Mismatch[][] = [];
  for (const mismatch of mismatches) {
    const run = runs.at(-1);
    if (run?.at(-1)?.link.number === mismatch.link.number - 1) run.push(mismatch);
    else runs.push([mismatch]);
  }
  return runs;
}

function milliseconds(instant: string): number {
  return instant === '' ? Number.NEGATIVE_INFINITY : new Date(instant).getTime();
}

function editFault({ entryId, number }: Link): Fault {
  const message = `Mục ${entryId} không khớp niêm phong số ${number}: nội dung hoặc niêm phong đã bị sửa.`;
  return { kind: 'edit', entryId, message };
}

function swapFault({ entryId }: Link, other: number): Fault {
  const message = `Mục ${entryId} và mục ${other} bị tráo nội dung cho nhau.`;
  return { kind: 'swap', entryId, message };
}

function rehashFault({ entryId }: Link, length: number): Fault {
  const message = `Từ mục ${entryId} đến cuối, ${length} niêm phong không phải do khóa này đóng: đã bị niêm phong lại, hoặc khóa không phải khóa của nhật ký này.`;
  return { kind: 're-hash', entryId, message };
}
