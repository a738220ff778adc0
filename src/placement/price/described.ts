import { benchOf } from '../bench.js';
import type { Candidate } from '../candidates.js';
import type { Cell } from '../cells.js';
import { TO_BENCH, TO_LEAVE } from '../placement-network.js';
import { kmText, unitName } from '../words.js';
import type { World } from '../world.js';
import type { Answer, Move } from './answer.js';
import type { Vector } from './place-costs.js';
import { factOf, type PricedRun } from './priced-run.js';
import { TO_NO_CELL } from './price-graph.js';

/** A place with its names; null codes = out of the service, or not in the plan. */
export interface PlaceView {
  readonly outcome: 'seated' | 'surplus' | 'leaving' | 'away';
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly positionCode: string | null;
  readonly positionName: string | null;
}

export interface MoveView {
  /** null = the person whom the question adds. */
  readonly staffId: number | null;
  readonly fullName: string;
  readonly from: PlaceView;
  readonly to: PlaceView;
  readonly sentence: string;
}

/** An answer in words. */
export interface AnswerView {
  readonly change: Vector;
  readonly summary: string;
  readonly moves: readonly MoveView[];
}

/** The person of a question who is not in the run. */
export type Newcomer = Candidate | null;

export function answerView(run: PricedRun, answer: Answer, newcomer: Newcomer = null): AnswerView {
  return {
    change: answer.change,
    summary: changeText(answer.change),
    moves: answer.moves.map((move) => moveView(run, move, newcomer)),
  };
}

function moveView(run: PricedRun, move: Move, newcomer: Newcomer): MoveView {
  const who = move.person === null ? newcomer : (run.world.candidates[move.person] ?? null);
  const from = placeView(run, who, move.from);
  const to = placeView(run, who, move.to);
  const fullName = who?.person.fullName ?? 'Người mới';
  return {
    staffId: move.person === null ? null : factOf(run, move.person).staffId,
    fullName,
    from,
    to,
    sentence: `${fullName}: ${placeText(from)} → ${placeText(to)}.`,
  };
}

export function placeView(run: PricedRun, who: Candidate | null, place: number | null): PlaceView {
  if (place === null) return { outcome: 'away', ...NOWHERE };
  if (place === TO_LEAVE) return { outcome: 'leaving', ...NOWHERE };
  const { world, pins } = run;
  if (place === TO_BENCH) {
    const bench = who && benchOf(world, who);
    return named(world, 'surplus', bench?.unitCode ?? null, bench?.positionCode ?? null);
  }
  if (place === TO_NO_CELL) {
    const pin = pins.seated.get(who?.person.key ?? '')?.pin;
    return named(world, 'seated', pin?.unitCode ?? null, pin?.positionCode ?? null);
  }
  const cell = world.cells.all[place];
  return cell ? cellView(world, cell) : named(world, 'seated', null, null);
}

const cellViews = new WeakMap<Cell, PlaceView>();

/** A cell by its names, which most answers tell of most cells. */
export function cellView(world: World, cell: Cell): PlaceView {
  let view = cellViews.get(cell);
  if (!view) {
    view = named(world, 'seated', cell.unitCode, cell.position.code);
    cellViews.set(cell, view);
  }
  return view;
}

const NOWHERE = { unitCode: null, unitName: null, positionCode: null, positionName: null };

export function named(
  world: World,
  outcome: PlaceView['outcome'],
  unitCode: string | null,
  positionCode: string | null,
): PlaceView {
  return {
    outcome,
    unitCode,
    unitName: unitCode === null ? null : unitName(world, unitCode),
    positionCode,
    positionName:
      positionCode === null ? null : (world.positions.get(positionCode)?.name ?? positionCode),
  };
}

export function placeText(place: PlaceView): string {
  switch (place.outcome) {
    case 'away':
      return 'ngoài phương án';
    case 'leaving':
      return 'thôi làm việc';
    case 'surplus':
      return place.unitName === null ? 'chưa có chỗ' : `chưa có chỗ, ${place.unitName}`;
    case 'seated':
      return `${place.positionName ?? ''}, ${place.unitName ?? ''}`;
  }
}

const TENTHS = 10;

/** What a change of the levels means, in their order; what does not change is left out. */
export function changeText(change: Vector): string {
  const parts = LEVEL_WORDS.flatMap((word, level) => {
    const by = change[level] ?? 0;
    return by === 0 ? [] : [word(by > 0 ? 'tăng' : 'giảm', Math.abs(by))];
  });
  if (parts.length === 0) return 'Không thay đổi mục tiêu nào.';
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

const LEVEL_WORDS: readonly ((way: string, by: number) => string)[] = [
  (way, by) => `trọng số vị trí bắt buộc còn thiếu người đủ tiêu chuẩn ${way} ${by}`,
  (way, by) => `số người chưa có chỗ ${way} ${by}`,
  (way, by) => `điểm chưa phù hợp chuyên môn ${way} ${by}`,
  (way, by) => `điểm nguyện vọng chưa đáp ứng ${way} ${by}`,
  (way, by) => `tổng quãng đường ${way} ${kmText(by / TENTHS)} km`,
  (way, by) => `số người điều động ngoài đơn vị kế thừa ${way} ${by}`,
];
