/**
 * Joint posts ("kiêm nhiệm"): one person, two seats of one commune. The main seat is the person's own; the other one stays
 * free for them, and nobody else is put there.
 *
 * Hard: one of the main seats is left to people who suit both positions, and one seat of the other position stays free. Both
 * hold where everybody stays on the bench. Elastic: that somebody takes it, which costs as much as a required seat that stays
 * open. `docs/decisions/0042-joint-posts.md`.
 */
import { BadInput } from '../../shared/errors.js';
import { byCodePoint } from '../../shared/text.js';
import type { Candidate } from '../candidates.js';
import type { Cell } from '../cells.js';
import type { Pins } from '../pins.js';
import type { Placed } from '../proposals.js';
import { unitName } from '../words.js';
import type { World } from '../world.js';
import { jointPostFault, type JointPart } from './joint-post.rules.js';
import { RowBuilder } from './row-builder.js';
import type { JointDemand } from './side-options.js';
import type { SideRow } from './side-problem.js';

export interface JointSeats {
  readonly main: Cell;
  readonly also: Cell;
}

/** The second seat of a person. */
export type JointSeat = Pick<Placed, 'unitCode' | 'positionCode' | 'fit'>;

/** @throws BadInput `placement.joint-post` where two seats may not be one person's, or a seat is named twice. */
export function jointSeatsOf(world: World, demands: readonly JointDemand[]): JointSeats[] {
  const named = new Set<string>();
  return demands.map(({ unitCode, positionCode, alsoPositionCode }) => {
    const [main, also] = [positionCode, alsoPositionCode].map((code) =>
      partOf(world, unitCode, code),
    );
    const fault = jointPostFault(main!.part, also!.part, world.facts.parameters);
    if (fault !== null) throw jointPost(world, unitCode, fault);
    for (const code of [positionCode, alsoPositionCode]) {
      const key = `${unitCode}|${code}`;
      if (named.has(key)) throw jointPost(world, unitCode, `vị trí ${code} được nêu hai lần`);
      named.add(key);
    }
    return { main: main!.cell!, also: also!.cell! };
  });
}

/** The first cell of the position in the commune or a division of it. */
function partOf(
  world: World,
  unitCode: string,
  code: string,
): { readonly cell: Cell | undefined; readonly part: JointPart } {
  const position = world.positions.get(code);
  if (!position) throw jointPost(world, unitCode, `không có vị trí ${code}`);
  const cell = world.cells.byPosition
    .get(code)
    ?.find((each) => each.root.code === unitCode && each.seats > 0);
  return { cell, part: { position, seats: cell?.seats ?? 0 } };
}

/**
 * @param arcsOf arcs of a person who is not pinned.
 * @param price of an open joint post, by its second seat.
 */
export function jointRows(
  world: World,
  pins: Pins,
  seats: readonly JointSeats[],
  means: {
    readonly arcsInto: (who: Candidate, cell: Cell) => readonly number[];
    readonly price: (also: Cell) => number;
  },
): SideRow[] {
  return seats.flatMap(({ main, also }) => {
    const code = `joint:${main.unitCode}:${main.position.code}:${also.position.code}`;
    const [others, second, holders] = ['main', 'also', 'held'].map(
      (part) => new RowBuilder(`${code}:${part}`),
    ) as [RowBuilder, RowBuilder, RowBuilder];
    let isHeldByPin = false;
    for (const who of world.candidates) {
      const suits = suitsBoth(world, who, also);
      const pinned = pins.seated.get(who.person.key);
      if (pinned?.cell === main && suits) isHeldByPin = true;
      for (const arc of means.arcsInto(who, main))
        (suits ? holders : others).add(arc, suits ? -1 : 1);
      for (const arc of means.arcsInto(who, also)) second.add(arc, 1);
    }
    const free = (cell: Cell): number =>
      Math.max(0, cell.seats - (pins.inCell[cell.index] ?? 0) - 1);
    return [
      ...(others.isEmpty || isHeldByPin ? [] : [others.build(free(main), null)]),
      ...(second.isEmpty ? [] : [second.build(free(also), null)]),
      ...(holders.isEmpty || isHeldByPin ? [] : [holders.build(-1, means.price(also))]),
    ];
  });
}

/** Whether a person could do the work of the second seat as well. */
function suitsBoth({ suitability }: World, { person }: Candidate, { position }: Cell): boolean {
  return suitability.isQualified(person, position) && suitability.mayLead(person, position);
}

/**
 * Who holds which second seat: of those who sit in the main seat and suit both the pinned, then the exact, then the first by
 * key. Nobody where pins fill the second position.
 *
 * @returns by personal key.
 */
export function jointHolders(
  world: World,
  placed: readonly Placed[],
  seats: readonly JointSeats[],
): ReadonlyMap<string, JointSeat> {
  const held = new Map<string, JointSeat>();
  for (const { main, also } of seats) {
    const sits = ({ unitCode, position }: Cell): number[] =>
      placed.flatMap((each, at) =>
        each.outcome === 'seated' &&
        each.unitCode === unitCode &&
        each.positionCode === position.code
          ? [at]
          : [],
      );
    if (sits(also).length >= also.seats) continue;
    const fitOf = (at: number) =>
      world.suitability.fit(world.candidates[at]!.person, also.position).fit;
    const [holder] = sits(main)
      .filter((at) => suitsBoth(world, world.candidates[at]!, also))
      .sort(
        (a, b) =>
          Number(placed[b]!.pinned) - Number(placed[a]!.pinned) ||
          world.costs.fit[fitOf(a)] - world.costs.fit[fitOf(b)] ||
          byCodePoint(placed[a]!.personKey, placed[b]!.personKey),
      );
    if (holder === undefined) continue;
    const seat = { unitCode: also.unitCode, positionCode: also.position.code, fit: fitOf(holder) };
    held.set(placed[holder]!.personKey, seat);
  }
  return held;
}

/** What joint holders fill of the first level: required seats that nobody else fills. */
export function filledByJoint(
  world: World,
  placed: readonly Placed[],
  held: ReadonlyMap<string, JointSeat>,
): number {
  let filled = 0;
  for (const { unitCode, positionCode } of held.values()) {
    const cell = world.cells.byKey.get(`${unitCode ?? ''}|${positionCode ?? ''}`);
    if (!cell) continue;
    const qualified = placed.filter(
      (each) =>
        each.outcome === 'seated' &&
        each.unitCode === unitCode &&
        each.positionCode === positionCode &&
        (each.fit === 'exact' || each.fit === 'related'),
    ).length;
    if (qualified < cell.required) filled += cell.weight;
  }
  return filled;
}

/** The sentence that a reason ends with. */
export function jointReason(world: World, { unitCode, positionCode }: JointSeat): string {
  const name = world.positions.get(positionCode ?? '')?.name ?? positionCode ?? '';
  return `Kiêm nhiệm ${name}, ${unitName(world, unitCode ?? '')}.`;
}

function jointPost(world: World, unitCode: string, fault: string): BadInput {
  return new BadInput(
    'placement.joint-post',
    `Kiêm nhiệm ở ${unitName(world, unitCode)}: ${fault}. Hãy sửa điều kiện rồi chạy lại.`,
    { unitCode },
  );
}
