/**
 * Seeded placements with side constraints: units in clusters round towns, people with a main and perhaps a second field,
 * couples, languages. The structure is plausible, not calibrated on real rosters.
 */
import { NetworkBuilder } from '../../src/placement/flow/network.js';
import type { SideProblem, SideRow } from '../../src/placement/side/side-problem.js';
import { randomFrom } from '../flow/random-network.js';

export interface SideShape {
  readonly people: number;
  readonly units: number;
  readonly seed: number;
}

const CLUSTER_UNITS = 12;
const FAMILIES = 11;
const TYPES = 27;
const COUPLE_KM = 30;

interface Unit {
  readonly x: number;
  readonly y: number;
  readonly cluster: number;
  readonly remote: number;
  readonly language: number;
}

interface Slot {
  readonly unit: number;
  readonly family: number;
  readonly node: number;
}

interface Person {
  readonly unit: number;
  readonly families: readonly number[];
  readonly radiusKm: number;
  readonly woman: boolean;
  readonly language: number;
  spouse: number;
}

/** An arc of a person: where it leads. */
interface Place {
  readonly person: number;
  readonly unit: number;
  readonly seated: boolean;
}

function distance(a: Unit, b: Unit): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

export function sideInstance({ people: count, units: unitCount, seed }: SideShape): SideProblem {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const units = makeUnits(unitCount, random);
  const people = makePeople(count, units, random);
  const builder = new NetworkBuilder();
  people.forEach(() => builder.addNode(1));
  const slots = makeSlots(units, builder);
  const sink = builder.addNode(-count);
  const costs: number[] = [];
  const places: Place[] = [];
  const safeArc = new Int32Array(count);
  people.forEach((who, person) => {
    for (const slot of slots) {
      const to = units[slot.unit]!;
      const km = distance(units[who.unit]!, to);
      if (!who.families.includes(slot.family) || km > who.radiusKm) continue;
      const mismatch = slot.family === who.families[0] ? below(2) : 1 + below(3);
      const cost = 10 * (5 * mismatch + 3 * below(4) + 4 * to.remote) + 2 * Math.round(10 * km);
      builder.addArc(person, slot.node, Infinity);
      costs.push(cost);
      places.push({ person, unit: slot.unit, seated: true });
    }
    safeArc[person] = builder.addArc(person, sink, Infinity);
    costs.push(60_000 + below(60_001));
    places.push({ person, unit: who.unit, seated: false });
  });
  for (const { node } of slots) {
    const [mandatory, optional] = [1 + below(2), below(3) === 0 ? 1 : 0];
    builder.addArc(node, sink, 1);
    costs.push(-(200_000 + below(300_001)));
    builder.addArc(node, sink, mandatory - 1);
    costs.push(-(150_000 + below(40_001)));
    builder.addArc(node, sink, optional);
    costs.push(0);
  }
  return {
    network: builder.build(),
    personCount: count,
    costs: Float64Array.from(costs),
    rows: rowsOf(units, people, places),
    arcGroup: Int32Array.from(places, ({ unit }) => unit),
    nearGroups: units.map((unit, at) => nearest(units, unit, at)),
    safeArc,
  };
}

function nearest(units: readonly Unit[], unit: Unit, at: number): Int32Array {
  const others = units.map((_, index) => index).filter((index) => index !== at);
  others.sort((a, b) => distance(unit, units[a]!) - distance(unit, units[b]!) || a - b);
  return Int32Array.from(others);
}

function makeUnits(count: number, random: () => number): Unit[] {
  const clusters = Math.ceil(count / CLUSTER_UNITS);
  const across = Math.ceil(Math.sqrt(clusters));
  return Array.from({ length: count }, (_, at) => {
    const cluster = at % clusters;
    const [angle, radius] = [random() * 2 * Math.PI, 30 * Math.sqrt(random())];
    return {
      x: 50 * (cluster % across) + radius * Math.cos(angle),
      y: 50 * Math.floor(cluster / across) + radius * Math.sin(angle),
      cluster,
      remote: radius > 22 ? 1 : 0,
      language: random() < 0.5 ? cluster % 5 : -1,
    };
  });
}

function makePeople(count: number, units: readonly Unit[], random: () => number): Person[] {
  const people = Array.from({ length: count }, (): Person => {
    const unit = Math.floor(random() * units.length);
    const main = Math.floor(random() ** 1.3 * FAMILIES);
    const more = random() < 0.7 ? 1 + Math.floor(2 * random()) : 0;
    const families = [main, ...Array.from({ length: more }, () => Math.floor(random() * FAMILIES))];
    const language = random() < 0.45 ? units[unit]!.cluster % 5 : Math.floor(random() * 12);
    return {
      unit,
      families,
      radiusKm: 15 + 45 * random(),
      woman: random() < 0.4,
      language,
      spouse: -1,
    };
  });
  marry(people, units, random);
  return people;
}

/** About 5 of 100 people are married to somebody of a unit within the limit. */
function marry(people: Person[], units: readonly Unit[], random: () => number): void {
  for (let a = 0; a < people.length; a++) {
    if (people[a]!.spouse >= 0 || random() > 0.06) continue;
    const b = Math.floor(random() * people.length);
    if (b === a || people[b]!.spouse >= 0) continue;
    if (distance(units[people[a]!.unit]!, units[people[b]!.unit]!) > COUPLE_KM) continue;
    people[a]!.spouse = b;
    people[b]!.spouse = a;
  }
}

function makeSlots(units: readonly Unit[], builder: NetworkBuilder): Slot[] {
  return units.flatMap((_, unit) =>
    Array.from({ length: TYPES }, (_type, type) => ({
      unit,
      family: type % FAMILIES,
      node: builder.addNode(),
    })),
  );
}

class RowBuilder {
  private readonly arcs: number[] = [];
  private readonly coefficients: number[] = [];

  add(arc: number, coefficient: number): void {
    this.arcs.push(arc);
    this.coefficients.push(coefficient);
  }

  build(code: string, most: number, penalty: number | null): SideRow {
    const order = this.arcs.map((_, at) => at).sort((a, b) => this.arcs[a]! - this.arcs[b]!);
    return {
      code,
      arcs: Int32Array.from(order, (at) => this.arcs[at]!),
      coefficients: Int32Array.from(order, (at) => this.coefficients[at]!),
      most,
      penalty,
    };
  }
}

function rowsOf(
  units: readonly Unit[],
  people: readonly Person[],
  places: readonly Place[],
): SideRow[] {
  const clusters = Math.max(...units.map(({ cluster }) => cluster)) + 1;
  const moved = Array.from({ length: clusters }, () => new RowBuilder());
  const surplus = Array.from({ length: clusters }, () => new RowBuilder());
  const speakers = units.map(() => new RowBuilder());
  const women = units.map(() => new RowBuilder());
  const arcsOf = people.map((): number[] => []);
  places.forEach(({ person, unit, seated }, arc) => {
    const who = people[person]!;
    const from = units[who.unit]!.cluster;
    arcsOf[person]!.push(arc);
    if (!seated) surplus[from]!.add(arc, 1);
    else {
      if (units[unit]!.cluster !== from) moved[from]!.add(arc, 1);
      if (units[unit]!.language === who.language) speakers[unit]!.add(arc, -1);
      women[unit]!.add(arc, who.woman ? -13 : 7);
    }
  });
  const size = (cluster: number): number =>
    people.filter(({ unit }) => units[unit]!.cluster === cluster).length;
  const clusterRows = moved.flatMap((row, cluster) => [
    row.build(`moved ${cluster}`, Math.floor(0.35 * size(cluster)), null),
    surplus[cluster]!.build(`surplus ${cluster}`, Math.floor(0.15 * size(cluster)), 60_000),
  ]);
  const unitRows = units.flatMap((unit, at) => [
    ...(unit.language < 0 ? [] : [speakers[at]!.build(`speakers ${at}`, -2, 200_000)]),
    women[at]!.build(`women ${at}`, 0, 2_000),
  ]);
  return [...clusterRows, ...unitRows, ...coupleRows(units, people, places, arcsOf)];
}

/** In whichever unit one of a couple is, the other is within the limit: a row for each unit open to the first. */
function coupleRows(
  units: readonly Unit[],
  people: readonly Person[],
  places: readonly Place[],
  arcsOf: readonly (readonly number[])[],
): SideRow[] {
  return people.flatMap((who, a) => {
    if (who.spouse <= a) return [];
    const open = new Set(arcsOf[a]!.map((arc) => places[arc]!.unit));
    return [...open].map((unit) => {
      const row = new RowBuilder();
      for (const arc of arcsOf[a]!) if (places[arc]!.unit === unit) row.add(arc, 1);
      for (const arc of arcsOf[who.spouse]!) {
        const near = distance(units[unit]!, units[places[arc]!.unit]!) <= COUPLE_KM;
        if (near) row.add(arc, -1);
      }
      return row.build(`couple ${a} in ${unit}`, 0, null);
    });
  });
}
