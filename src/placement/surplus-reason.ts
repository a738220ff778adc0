import type { PositionFact } from '../scenario/facts.js';
import { dayText } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';
import { benchEndsOn } from './bench-deadline.rules.js';
import type { Candidate } from './candidates.js';
import { cellKey, type Cell } from './cells.js';
import { cellObstacle, positionObstacle } from './placement.model.js';
import { capsOver } from './pools.js';
import type { Placed } from './proposals.js';
import { unitName } from './words.js';
import type { World } from './world.js';

/** A cell that keeps free seats. */
export interface Vacancy {
  readonly cell: Cell;
  readonly free: number;
}

/** What a run leaves: free seats, in canonical order, and the caps that are used up. */
export interface Leftover {
  readonly vacancies: readonly Vacancy[];
  /** Names of full caps by position. */
  readonly fullCaps: ReadonlyMap<string, string>;
}

export function leftoverOf(world: World, placed: readonly Placed[]): Leftover {
  const seated = placed.filter((each) => each.outcome === 'seated');
  const taken = countBy(seated, (each) => cellKey(each.unitCode ?? '', each.positionCode ?? ''));
  const vacancies = world.cells.all
    .map((cell) => {
      const key = cellKey(cell.unitCode, cell.position.code);
      return { cell, free: cell.seats - (taken.get(key) ?? 0) };
    })
    .filter((vacancy) => vacancy.free > 0);
  return { vacancies, fullCaps: fullCaps(world, seated) };
}

function fullCaps(world: World, seated: readonly Placed[]): Map<string, string> {
  const used = new Map<string, number>();
  for (const each of seated) {
    for (const { code } of capsOver(world.pools, each.positionCode ?? '')) {
      used.set(code, (used.get(code) ?? 0) + 1);
    }
  }
  const names = new Map<string, string>();
  for (const code of world.positions.keys()) {
    const caps = capsOver(world.pools, code);
    const full = caps.find((cap) => (used.get(cap.code) ?? 0) >= cap.capacity);
    if (full) names.set(code, full.name);
  }
  return names;
}

function countBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return counts;
}

/**
 * Why a person has no seat: what suits them in the own successors is full, and what stands against each free seat of the
 * province, counted by the first rule that does.
 */
export function surplusReason(
  world: World,
  leftover: Leftover,
  who: Candidate,
  placed: Placed,
): string[] {
  if (placed.unitCode === null) return ['Chưa có chỗ: đơn vị cũ không có đơn vị kế thừa.'];
  return [
    `Dôi dư tại ${unitName(world, placed.unitCode)}${deadline(world)}.`,
    ownSeats(world, leftover, who),
    freeSeats(world, leftover, who),
  ];
}

/** Until when nobody may be over the norm any more, where the law of the scenario says so. */
function deadline({ facts }: World): string {
  const goneBy = benchEndsOn(facts.parameters);
  return goneBy === null ? '' : `, phải sắp xếp xong chậm nhất ngày ${dayText(goneBy)}`;
}

function ownSeats(world: World, leftover: Leftover, who: Candidate): string {
  const suited = suitedPositions(world, who).filter((position) =>
    world.cells.byPosition
      .get(position.code)
      ?.some((cell) => cell.seats > 0 && who.inside[cell.index] === 1),
  );
  if (suited.length === 0) return 'Đơn vị kế thừa không có vị trí nào phù hợp với người này.';
  const names = suited.map((position) => {
    const cap = leftover.fullCaps.get(position.code);
    return cap === undefined ? position.name : `${position.name} (mức trần toàn tỉnh: ${cap})`;
  });
  return `Các vị trí phù hợp ở đơn vị kế thừa không còn chỗ: ${names.join('; ')}.`;
}

function suitedPositions(world: World, who: Candidate): PositionFact[] {
  return [...world.positions.values()].filter(
    (position) => positionObstacle(world, who, position) === undefined,
  );
}

function freeSeats(world: World, leftover: Leftover, who: Candidate): string {
  const total = leftover.vacancies.reduce((sum, { free }) => sum + free, 0);
  if (total === 0) return 'Toàn tỉnh không còn chỉ tiêu trống.';
  const counts = new Map<string, number>();
  const closed = new Map<string, string | null>();
  for (const { cell, free } of leftover.vacancies) {
    const { position } = cell;
    const known = closed.get(position.code);
    const ofPosition = known === undefined ? positionText(world, who, position) : known;
    closed.set(position.code, ofPosition);
    const why = ofPosition ?? cellText(world, leftover, who, cell);
    counts.set(why, (counts.get(why) ?? 0) + free);
  }
  const parts = [...counts]
    .sort(([a, m], [b, n]) => n - m || byCodePoint(a, b))
    .map(([why, count]) => `${count} chỉ tiêu: ${why}`);
  return `Toàn tỉnh còn ${total} chỉ tiêu trống nhưng không nhận được: ${parts.join('; ')}.`;
}

function positionText(world: World, who: Candidate, position: PositionFact): string | null {
  const broken = positionObstacle(world, who, position);
  return broken ? withoutStop(broken.reason(world, who, position)) : null;
}

/** A free seat that no rule forbids is closed by a cap or by a condition of the run, or the run would have filled it. */
function cellText(world: World, leftover: Leftover, who: Candidate, cell: Cell): string {
  const broken = cellObstacle(world.options, who, cell);
  if (broken) return withoutStop(broken.reason(who));
  const cap = leftover.fullCaps.get(cell.position.code);
  if (cap === undefined) return 'điều kiện kèm theo của lần chạy không cho nhận thêm';
  return `đã hết mức trần toàn tỉnh (${cap})`;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/u, '');
}
