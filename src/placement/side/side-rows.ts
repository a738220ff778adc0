/**
 * A placement's network with what the scenario asks beyond the levels, as rows over its arcs (`SideProblem`).
 *
 * Hard: couples, the share of an old unit's people that moves out of its successors, norms, and the seats of joint posts. All
 * hold where everybody stays on the bench of the main successor, so there is always a placement that keeps them. Elastic: speakers and the share of
 * women, which a province may not have; what is missing costs so many units of a level (`placement.side-cost.*`).
 *
 * People who are pinned count with the place of their pin; where pins alone break a row, the rest may not make it worse.
 */
import { wholeNumberOf } from '../../rules/parameters.js';
import type { Candidate } from '../candidates.js';
import type { Pins } from '../pins.js';
import { TO_BENCH, type PlacementNetwork } from '../placement-network.js';
import { LEVELS } from '../placement.model.js';
import type { World } from '../world.js';
import { blendLevels, type BlendedLevels } from './blend.js';
import type { Cell } from '../cells.js';
import { coupleRows, couplesOf, type Whereabouts } from './couple-rows.js';
import { RootDistances } from './root-distances.js';
import { RowBuilder } from './row-builder.js';
import { jointRows, jointSeatsOf } from './joint-posts.js';
import { normRows } from './norm-rows.js';
import { KEPT_ROW } from './least-change.js';
import type { AnnouncedPlace, KeepDemand, SideOptions } from './side-options.js';
import type { SideProblem, SideRow } from './side-problem.js';

const PER_CENT = 100;

export interface SidePlacement {
  readonly problem: SideProblem;
  readonly blend: BlendedLevels;
}

export function sidePlacement(
  world: World,
  pins: Pins,
  net: PlacementNetwork,
  side: SideOptions,
): SidePlacement {
  const rows = new SideRows(world, pins, net, side);
  const blend = blendLevels(net.levels);
  const roots = world.territory.roots;
  const problem = {
    network: net.network,
    personCount: net.free.length,
    costs: blend.costs,
    rows: rows.all(blend.weights),
    arcGroup: rows.rootOfArc,
    nearGroups: roots.map((_, root) => rows.distances.nearestTo(root)),
    safeArc: rows.benchArcs(),
  };
  return { problem, blend };
}

class SideRows {
  readonly distances: RootDistances;
  /** By arc of a person: index of the root, −1 = out of the service. */
  readonly rootOfArc: Int32Array;
  private readonly arcsOf = new Map<Candidate, number[]>();

  constructor(
    private readonly world: World,
    private readonly pins: Pins,
    private readonly net: PlacementNetwork,
    private readonly side: SideOptions,
  ) {
    this.distances = new RootDistances(world.territory.roots, world.facts.parameters);
    this.rootOfArc = Int32Array.from(net.arcPlace, (place, arc) => this.rootAt(place, arc));
    net.arcPerson.forEach((person, arc) => {
      const who = net.free[person]!;
      const arcs = this.arcsOf.get(who);
      if (arcs) arcs.push(arc);
      else this.arcsOf.set(who, [arc]);
    });
  }

  all(weights: readonly number[]): SideRow[] {
    const { world, side } = this;
    const price = (key: string, level: (typeof LEVELS)[number]): number =>
      wholeNumberOf(world.facts.parameters, `placement.side-cost.${key}`) *
      (weights[LEVELS.indexOf(level)] ?? 0);
    return [
      ...this.couples(side.couplesWithinKm),
      ...this.movedOut(side.movedOutPercent),
      ...this.speakers(price('speaker', 'withoutSeat')),
      ...this.women(side.womenPercent, price('woman', 'fitCost')),
      ...(side.norms ? normRows(world, this.pins, this.net) : []),
      ...this.joint((cell) => cell.weight * (weights[0] ?? 0)),
      ...this.kept(side.keep),
    ];
  }

  benchArcs(): Int32Array {
    const { arcPerson, arcPlace, free } = this.net;
    const bench = new Int32Array(free.length).fill(-1);
    arcPlace.forEach((place, arc) => {
      if (place === TO_BENCH) bench[arcPerson[arc]!] = arc;
    });
    return bench;
  }

  private rootAt(place: number, arc: number): number {
    const { net, world } = this;
    const cell = world.cells.all[place];
    if (cell) return cell.rootIndex;
    if (place !== TO_BENCH) return -1;
    return this.mainRoot(net.free[net.arcPerson[arc]!]!);
  }

  private mainRoot(who: Candidate): number {
    return this.world.territory.rootIndexOf(who.successors?.mainCode ?? '');
  }

  private pinnedRoot(who: Candidate): number | null {
    const pinned = this.pins.seated.get(who.person.key);
    return pinned ? this.world.territory.rootIndexOf(pinned.pin.unitCode) : null;
  }

  private couples(withinKm: number | null): SideRow[] {
    if (withinKm === null) return [];
    const near = (a: number, b: number): boolean => this.distances.between(a, b) <= withinKm;
    return couplesOf(this.world).flatMap(([a, b]) => {
      const [first, second] = [this.whereabouts(a), this.whereabouts(b)];
      if (first === null || second === null || !near(this.homeOf(first), this.homeOf(second))) {
        return [];
      }
      return coupleRows({ a: first, b: second }, near);
    });
  }

  /** null = leaves by a pin, so nobody need be near. */
  private whereabouts(who: Candidate): Whereabouts | null {
    if (this.pins.leaving.has(who.person.key)) return null;
    const arcsByRoot = new Map<number, number[]>();
    for (const arc of this.arcsOf.get(who) ?? []) {
      const root = this.rootOfArc[arc]!;
      const arcs = arcsByRoot.get(root);
      if (arcs) arcs.push(arc);
      else arcsByRoot.set(root, [arc]);
    }
    return { who, pinnedRoot: this.pinnedRoot(who), arcsByRoot };
  }

  /** Where a person is when nothing is chosen: the pin, else the main successor. */
  private homeOf({ who, pinnedRoot }: Whereabouts): number {
    return pinnedRoot ?? this.mainRoot(who);
  }

  private movedOut(percent: number | null): SideRow[] {
    if (percent === null) return [];
    const counts = new Map<string, { row: RowBuilder; people: number; pinned: number }>();
    for (const who of this.world.candidates) {
      if (this.pins.leaving.has(who.person.key)) continue;
      const code = this.world.territory.rootBefore(who.person.unitCode)?.code ?? '';
      const unit = counts.get(code) ?? {
        row: new RowBuilder(`moved-out:${code}`),
        people: 0,
        pinned: 0,
      };
      counts.set(code, unit);
      unit.people++;
      const pinned = this.pins.seated.get(who.person.key);
      if (pinned && !pinned.inside) unit.pinned++;
      for (const arc of this.arcsOf.get(who) ?? []) if (this.moves(who, arc)) unit.row.add(arc, 1);
    }
    return [...counts.values()]
      .filter(({ row }) => !row.isEmpty)
      .map(({ row, people, pinned }) =>
        row.build(Math.max(0, Math.floor((people * percent) / PER_CENT) - pinned), null),
      );
  }

  private moves(who: Candidate, arc: number): boolean {
    const cell = this.world.cells.all[this.net.arcPlace[arc]!];
    return cell !== undefined && who.inside[cell.index] === 0;
  }

  private speakers(penalty: number): SideRow[] {
    return this.side.speakers.map(({ unitCode, language, count }) => {
      const row = new RowBuilder(`speakers:${unitCode}:${language}`);
      const root = this.world.territory.rootIndexOf(unitCode);
      let pinned = 0;
      for (const who of this.world.candidates) {
        if (!who.person.languages.includes(language)) continue;
        if (this.pinnedRoot(who) === root) pinned++;
        for (const arc of this.seatArcs(who)) if (this.rootOfArc[arc] === root) row.add(arc, -1);
      }
      return row.build(pinned - count, penalty);
    });
  }

  /** percent × people − 100 × women ≤ 0 in each root, so a missing woman costs a hundred units of the row. */
  private women(percent: number | null, penalty: number): SideRow[] {
    if (percent === null) return [];
    const rows = this.world.territory.roots.map(({ code }) => new RowBuilder(`women:${code}`));
    const pinned = rows.map(() => 0);
    for (const who of this.world.candidates) {
      const value = percent - (who.person.sex === 'female' ? PER_CENT : 0);
      const root = this.pinnedRoot(who);
      if (root !== null && root >= 0) pinned[root]! += value;
      for (const arc of this.seatArcs(who)) rows[this.rootOfArc[arc]!]?.add(arc, value);
    }
    const each = Math.max(1, Math.round(penalty / PER_CENT));
    return rows.flatMap((row, root) => (row.isEmpty ? [] : [row.build(-pinned[root]!, each)]));
  }

  private joint(price: (also: Cell) => number): SideRow[] {
    const arcsInto = (who: Candidate, { index }: Cell): number[] =>
      (this.arcsOf.get(who) ?? []).filter((arc) => this.net.arcPlace[arc] === index);
    const seats = jointSeatsOf(this.world, this.side.joint);
    return jointRows(this.world, this.pins, seats, { arcsInto, price });
  }

  /** People whom a pin puts elsewhere are changed whatever the rest does. */
  private kept(keep: KeepDemand | null): SideRow[] {
    if (keep === null) return [];
    const row = new RowBuilder(KEPT_ROW);
    const announced = new Map(keep.places.map((place) => [place.personKey, place]));
    let byPins = 0;
    for (const who of this.world.candidates) {
      const place = announced.get(who.person.key);
      if (place === undefined) continue;
      if (this.isPinnedElsewhere(who, place)) byPins++;
      for (const arc of this.arcsOf.get(who) ?? []) {
        if (!this.isAnnounced(arc, place)) row.add(arc, 1);
      }
    }
    return [row.build(keep.most - byPins, null)];
  }

  private isPinnedElsewhere({ person }: Candidate, place: AnnouncedPlace): boolean {
    if (this.pins.leaving.has(person.key)) return place.outcome !== 'leaving';
    const pinned = this.pins.seated.get(person.key);
    if (!pinned) return false;
    const { unitCode, positionCode } = pinned.pin;
    return (
      place.outcome !== 'seated' ||
      place.unitCode !== unitCode ||
      place.positionCode !== positionCode
    );
  }

  private isAnnounced(arc: number, { outcome, unitCode, positionCode }: AnnouncedPlace): boolean {
    const at = this.net.arcPlace[arc]!;
    if (at === TO_BENCH) return outcome === 'surplus';
    if (at < 0) return outcome === 'leaving';
    const cell = this.world.cells.all[at];
    return (
      outcome === 'seated' && cell?.unitCode === unitCode && cell?.position.code === positionCode
    );
  }

  private seatArcs(who: Candidate): number[] {
    return (this.arcsOf.get(who) ?? []).filter((arc) => this.net.arcPlace[arc]! >= 0);
  }
}
