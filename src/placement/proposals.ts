import { isQualified } from '../rules/fit.rules.js';
import type { ProposalFact } from '../scenario/facts.js';
import { byCodePoint } from '../shared/text.js';
import { benchOf } from './bench.js';
import type { Candidate } from './candidates.js';
import { cellKey, type Cell } from './cells.js';
import { wishCost } from './costs.js';
import type { Pins } from './pins.js';
import { TO_BENCH, TO_LEAVE, type PlacementNetwork } from './placement-network.js';
import type { World } from './world.js';

/**
 * What a person's way is in law.
 *
 * - `succession`: follows the unit into its successor by resolution, no decision of transfer;
 * - `appointment`: a leading post inside the successors (term of appointment, Decree 170/2025/NĐ-CP art. 35);
 * - `transfer`: a seat outside the successors (art. 25), for a leading post with an appointment;
 * - `bench`: without a seat, in the main successor; `leaving`: out of the service.
 */
export const MOVEMENTS = ['succession', 'appointment', 'transfer', 'bench', 'leaving'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** What a person adds to each level; `requiredWeight` is what the person saves at the first. */
export interface Terms {
  readonly requiredWeight: number;
  readonly seatless: 0 | 1;
  readonly fitCost: number;
  readonly wishCost: number;
  readonly distanceKm: number;
  readonly moved: 0 | 1;
}

/** Where one person goes; the reason is added later. */
export interface Placed extends ProposalFact {
  readonly movement: Movement;
  readonly terms: Terms;
  readonly pinned: boolean;
}

const TENTHS = 10;

/** By person: index of the cell, TO_BENCH or TO_LEAVE, as the flow says. @param flow by arc. */
export function placesInFlow(net: PlacementNetwork, flow: Float64Array): Int32Array {
  const places = new Int32Array(net.free.length).fill(TO_BENCH);
  for (let arc = 0; arc < net.arcPerson.length; arc++) {
    if (flow[arc] === 1) places[net.arcPerson[arc] ?? 0] = net.arcPlace[arc] ?? TO_BENCH;
  }
  return places;
}

/** One line for every person, pinned ones too, by key. */
export function placedPeople(
  world: World,
  pins: Pins,
  net: PlacementNetwork,
  flow: Float64Array,
): Placed[] {
  const places = placesInFlow(net, flow);
  const placeOf = new Map(net.free.map((who, index) => [who, places[index] ?? TO_BENCH]));
  const drafts = world.candidates.map((who) => {
    if (pins.leaving.has(who.person.key)) return leaving(who, true);
    const pinned = pins.seated.get(who.person.key);
    if (pinned) {
      return seated(world, who, pinned.pin.unitCode, pinned.position.code, pinned.inside, true);
    }
    const place = placeOf.get(who) ?? TO_BENCH;
    const cell = world.cells.all[place];
    if (cell) return seatedIn(world, who, cell);
    return place === TO_LEAVE ? leaving(who, false) : benched(world, who);
  });
  return withRequiredWeights(world, drafts);
}

function seatedIn(world: World, who: Candidate, cell: Cell): Placed {
  const inside = who.inside[cell.index] === 1;
  return seated(world, who, cell.unitCode, cell.position.code, inside, false);
}

function seated(
  world: World,
  who: Candidate,
  unitCode: string,
  positionCode: string,
  inside: boolean,
  pinned: boolean,
): Placed {
  const position = world.positions.get(positionCode);
  if (!position) throw new Error(`position ${positionCode} is not in force`);
  const { fit, failed } = world.suitability.fit(who.person, position);
  const inPost = position.group === 'leader' ? 'appointment' : 'succession';
  return {
    ...identity(who),
    outcome: 'seated',
    unitCode,
    positionCode,
    fit,
    failedTests: failed,
    movement: inside ? inPost : 'transfer',
    terms: { ...placeTerms(world, who, unitCode, inside), fitCost: world.costs.fit[fit] },
    pinned,
  };
}

function benched(world: World, who: Candidate): Placed {
  const bench = benchOf(world, who);
  const position = world.positions.get(bench?.positionCode ?? '');
  const fit = position ? world.suitability.fit(who.person, position) : null;
  const terms = placeTerms(world, who, who.successors?.mainCode ?? '', true);
  return {
    ...identity(who),
    outcome: 'surplus',
    unitCode: bench?.unitCode ?? null,
    positionCode: bench?.positionCode ?? null,
    fit: fit?.fit ?? null,
    failedTests: fit?.failed ?? [],
    movement: 'bench',
    terms: { ...terms, seatless: 1 },
    pinned: false,
  };
}

function leaving(who: Candidate, pinned: boolean): Placed {
  return {
    ...identity(who),
    outcome: 'leaving',
    unitCode: null,
    positionCode: null,
    fit: null,
    failedTests: [],
    movement: 'leaving',
    terms: NO_TERMS,
    pinned,
  };
}

const NO_TERMS: Terms = {
  requiredWeight: 0,
  seatless: 0,
  fitCost: 0,
  wishCost: 0,
  distanceKm: 0,
  moved: 0,
};

function placeTerms(world: World, who: Candidate, unitCode: string, inside: boolean): Terms {
  const rootCode = world.territory.rootAfter(unitCode)?.code ?? '';
  const tenths = who.tenthsKm[world.territory.rootIndexOf(unitCode)] ?? 0;
  return {
    ...NO_TERMS,
    wishCost: wishCost(who.person.wish, { rootCode, inside }, world.costs),
    distanceKm: tenths / TENTHS,
    moved: inside ? 0 : 1,
  };
}

function identity(who: Candidate): Pick<Placed, 'personKey' | 'staffId'> {
  return { personKey: who.person.key, staffId: who.person.staffId };
}

/** Of the qualified people in a cell the pinned, then the exact, then the first by key hold its required seats. */
function withRequiredWeights(world: World, placed: readonly Placed[]): Placed[] {
  const taken = new Map<Placed, number>();
  for (const [key, group] of qualifiedByCell(placed)) {
    const cell = world.cells.byKey.get(key);
    if (!cell) continue;
    const holders = group.sort(byClaim).slice(0, cell.required);
    for (const holder of holders) taken.set(holder, cell.weight);
  }
  return placed.map((each) => ({
    ...each,
    terms: { ...each.terms, requiredWeight: taken.get(each) ?? 0 },
  }));
}

function qualifiedByCell(placed: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const each of placed) {
    if (each.outcome !== 'seated' || each.fit === null || !isQualified(each.fit)) continue;
    const key = cellKey(each.unitCode ?? '', each.positionCode ?? '');
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

function byClaim(a: Placed, b: Placed): number {
  return (
    Number(b.pinned) - Number(a.pinned) ||
    a.terms.fitCost - b.terms.fitCost ||
    byCodePoint(a.personKey, b.personKey)
  );
}
