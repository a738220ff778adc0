import type { SuccessionFact, UnitFact } from '../../scenario/facts.js';
import { bySuccession, rowsByOldUnit } from '../succession-rows.js';
import { districtRows } from './district-rows.plan.js';
import type { DrawnMap, MapFacts, MapRow } from './map-rows.js';

type Redrawn = Pick<MapFacts, 'units' | 'successions'>;

/**
 * The units and successions of a plan under another map of its communes. Districts follow their communes; all other rows
 * stay as they are. Areas and populations of new units whose make-up changes are computed from the old ones, else unknown.
 *
 * @returns successions by old and new code; nothing that does not change is another object.
 */
export function redrawn(facts: Redrawn, map: DrawnMap): Redrawn {
  const communes = oldCommunes(facts.units);
  const basisOf = basisBy(facts.successions);
  const drawn = map.rows
    .filter(({ oldCode }) => communes.has(oldCode))
    .map((row): SuccessionFact => ({ ...row, basis: basisOf(row) }));
  const kept = facts.successions.filter(({ oldCode }) => !communes.has(oldCode));
  const successions = districtRows({ units: facts.units, before: facts.successions, drawn, kept });
  const sorted = [...drawn, ...successions].sort(bySuccession);
  return { successions: sorted, units: unitsUnder(facts, map, drawn) };
}

/** Old communes whose rows are others now, by code. */
export function changedUnits(
  units: readonly UnitFact[],
  before: readonly MapRow[],
  after: readonly MapRow[],
): string[] {
  const [then, now] = [rowsByOldUnit(before), rowsByOldUnit(after)];
  return [...oldCommunes(units).keys()]
    .filter((code) => saying(then.get(code)) !== saying(now.get(code)))
    .sort();
}

function saying(rows: readonly MapRow[] = []): string {
  return JSON.stringify(rows.map(({ newCode, kind, share, main }) => [newCode, kind, share, main]));
}

export function oldCommunes(units: readonly UnitFact[]): Map<string, UnitFact> {
  return new Map(
    units
      .filter((unit) => !unit.isNew && unit.level === 'commune')
      .map((each) => [each.code, each]),
  );
}

/** The basis of the row that was there, else of the old unit's rows, else of the map. */
function basisBy(rows: readonly SuccessionFact[]): (row: MapRow) => string {
  const [first] = rows;
  const exact = new Map(rows.map((row) => [`${row.oldCode}/${row.newCode}`, row.basis]));
  const ofUnit = new Map(rows.map((row) => [row.oldCode, row.basis]));
  return ({ oldCode, newCode }) =>
    exact.get(`${oldCode}/${newCode}`) ?? ofUnit.get(oldCode) ?? first?.basis ?? '';
}

function unitsUnder(
  facts: Redrawn,
  { areas }: DrawnMap,
  drawn: readonly SuccessionFact[],
): UnitFact[] {
  const old = oldCommunes(facts.units);
  const typed = new Map(areas.map(({ code, areaKm2 }) => [code, areaKm2]));
  const [then, now] = [partsBy(facts.successions, old), partsBy(drawn, old)];
  return facts.units.map((unit) => {
    if (!unit.isNew || unit.level !== 'commune') return unit;
    const parts = { then: then.get(unit.code) ?? NONE, now: now.get(unit.code) ?? NONE, old };
    const areaKm2 = typed.get(unit.code) ?? figureOf('areaKm2', unit.areaKm2, parts);
    const population = figureOf('population', unit.population, parts);
    return areaKm2 === unit.areaKm2 && population === unit.population
      ? unit
      : { ...unit, areaKm2, population };
  });
}

/** Old communes in a new unit, each with the part of its people; null = unknown. */
type Parts = ReadonlyMap<string, number | null>;
const NONE: Parts = new Map();

function partsBy(
  rows: readonly MapRow[],
  old: ReadonlyMap<string, UnitFact>,
): Map<string, Map<string, number | null>> {
  const parts = new Map<string, Map<string, number | null>>();
  for (const { oldCode, newCode, share } of rows) {
    if (!old.has(oldCode)) continue;
    const of = parts.get(newCode) ?? new Map<string, number | null>();
    parts.set(newCode, of.set(oldCode, share));
  }
  return parts;
}

interface Compared {
  readonly then: Parts;
  readonly now: Parts;
  readonly old: ReadonlyMap<string, UnitFact>;
}

const DECIMALS = { areaKm2: 100, population: 1 } as const;

/** The figure that is known, with what came and went; where that is not known the sum of all parts, else unknown. */
function figureOf(
  figure: keyof typeof DECIMALS,
  known: number | null,
  { then, now, old }: Compared,
): number | null {
  const codes = [...new Set([...then.keys(), ...now.keys()])];
  const moved = codes.filter((code) => partIn(then, code) !== partIn(now, code));
  if (moved.length === 0) return known;
  const amount = (code: string, parts: Parts): number | null =>
    amountOf(old.get(code)?.[figure] ?? null, partIn(parts, code), figure);
  const came = sum(moved.map((code) => less(amount(code, now), amount(code, then))));
  const found =
    known === null || came === null
      ? sum([...now.keys()].map((code) => amount(code, now)))
      : known + came;
  if (found === null || found < 0) return null;
  return Math.round(found * DECIMALS[figure]) / DECIMALS[figure];
}

/** 0 = nothing of it, null = unknown. */
function partIn(parts: Parts, code: string): number | null {
  return parts.has(code) ? (parts.get(code) ?? null) : 0;
}

/** A part of the people says nothing of a part of the land. */
function amountOf(
  whole: number | null,
  part: number | null,
  figure: keyof typeof DECIMALS,
): number | null {
  if (part === 0) return 0;
  if (whole === null || part === null || (figure === 'areaKm2' && part !== 1)) return null;
  return whole * part;
}

function less(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    0,
  );
}
