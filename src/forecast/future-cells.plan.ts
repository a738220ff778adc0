import type { Block } from '../rules/vocabulary.js';
import type { Holder } from './departures.plan.js';

/** A position in a unit on the first day, as the gap counts it. */
export interface CellFact {
  readonly communeCode: string;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly block: Block | null;
  readonly seats: number;
  readonly surplus: number;
  readonly vacant: number;
  readonly misfit: number;
  readonly cover: number;
}

export interface CellFigures {
  readonly surplus: number;
  readonly shortage: number;
}

interface Cell {
  surplus: number;
  vacant: number;
  misfit: number;
  cover: number;
  /** Qualified people on the bench of the cell, who take a seat that becomes free. */
  waiting: Set<number>;
  /** Of them, who took a seat since. */
  seatedSince: Set<number>;
}

/**
 * The cells as postings end one after the other.
 *
 * Nobody is moved: a seat that becomes free goes to a qualified person who waits without a seat in the same unit and position;
 * else it stays vacant. Cells of communes without seats are not counted, as in the gap.
 *
 * @source product decision, docs/decisions/0029-what-a-forecast-assumes.md
 */
export class FutureCells {
  private readonly cells = new Map<string, Cell>();
  /** Qualified people who are there, by commune and position. */
  private readonly qualified = new Map<string, Set<number>>();
  private readonly seats = new Map<string, number>();
  private surplus = 0;
  private shortage = 0;

  constructor(facts: readonly CellFact[], holders: readonly Holder[]) {
    for (const fact of facts) this.addCell(fact);
    for (const holder of holders) this.addHolder(holder);
  }

  get totals(): CellFigures {
    return { surplus: this.surplus, shortage: this.shortage };
  }

  figuresOf(fact: Pick<CellFact, 'unitCode' | 'positionCode'>): CellFigures {
    const cell = this.cells.get(cellKey(fact));
    return cell
      ? { surplus: cell.surplus, shortage: shortageOf(cell) }
      : { surplus: 0, shortage: 0 };
  }

  /** @returns whether the commune now has nobody qualified for a position in which it has seats. */
  leave(holder: Holder): boolean {
    const cell = this.cells.get(cellKey(holder));
    if (cell) this.change(cell, () => leaveCell(cell, holder));
    return this.leaveCommune(holder);
  }

  private addCell(fact: CellFact): void {
    const { surplus, vacant, misfit, cover } = fact;
    const cell = { surplus, vacant, misfit, cover, ...nobody() };
    this.cells.set(cellKey(fact), cell);
    const commune = communeKey(fact);
    this.seats.set(commune, (this.seats.get(commune) ?? 0) + fact.seats);
    this.surplus += surplus;
    this.shortage += shortageOf(cell);
  }

  private addHolder(holder: Holder): void {
    if (!holder.qualified || holder.absent) return;
    const key = communeKey(holder);
    const there = this.qualified.get(key) ?? new Set<number>();
    this.qualified.set(key, there.add(holder.staffId));
    if (holder.main && !holder.seated) this.cells.get(cellKey(holder))?.waiting.add(holder.staffId);
  }

  private leaveCommune(holder: Holder): boolean {
    const key = communeKey(holder);
    const there = this.qualified.get(key);
    if (!there?.delete(holder.staffId)) return false;
    return there.size === 0 && (this.seats.get(key) ?? 0) > 0;
  }

  private change(cell: Cell, act: () => void): void {
    const before = { surplus: cell.surplus, shortage: shortageOf(cell) };
    act();
    this.surplus += cell.surplus - before.surplus;
    this.shortage += shortageOf(cell) - before.shortage;
  }
}

function leaveCell(cell: Cell, holder: Holder): void {
  if (!holder.main) {
    if (holder.covers) cell.cover -= 1;
    return;
  }
  if (!holder.seated && !cell.seatedSince.has(holder.staffId)) {
    cell.surplus -= 1;
    cell.waiting.delete(holder.staffId);
    return;
  }
  if (holder.absent || !holder.qualified) cell.misfit -= 1;
  const [next] = cell.waiting;
  if (next === undefined) {
    cell.vacant += 1;
    return;
  }
  cell.waiting.delete(next);
  cell.seatedSince.add(next);
  cell.surplus -= 1;
}

function nobody(): Pick<Cell, 'waiting' | 'seatedSince'> {
  return { waiting: new Set(), seatedSince: new Set() };
}

/** As the gap: what is vacant or held by somebody not qualified, less the help; never below nothing. */
function shortageOf(cell: Pick<Cell, 'vacant' | 'misfit' | 'cover'>): number {
  return Math.max(0, cell.vacant + cell.misfit - cell.cover);
}

function cellKey(at: { readonly unitCode: string; readonly positionCode: string }): string {
  return `${at.unitCode} ${at.positionCode}`;
}

function communeKey(at: { readonly communeCode: string; readonly positionCode: string }): string {
  return `${at.communeCode} ${at.positionCode}`;
}
