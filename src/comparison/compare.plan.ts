import { byCodePoint } from '../shared/text.js';

/** Where one run puts a person, as far as a comparison asks. */
export interface Line {
  readonly personKey: string;
  readonly staffId: number;
  readonly outcome: 'seated' | 'surplus' | 'leaving';
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  /** Straight line times the factor; 0 = no point is known, or leaving. */
  readonly distanceKm: number;
  readonly moved: boolean;
  /** Works somewhere, with or without a seat, and far from home by the law of the run's scenario. */
  readonly far: boolean;
}

/** A run with its lines, by person. */
export interface LinesOfRun {
  readonly runId: number;
  readonly lines: ReadonlyMap<string, Line>;
}

export const LISTS = ['all', 'differences', 'far'] as const;
export type List = (typeof LISTS)[number];

/**
 * Whether runs put a person into different places; not being in one of them is a difference too. Why, and how well it
 * fits, is not compared: those follow from the place.
 */
export function placesDiffer(runs: readonly LinesOfRun[], personKey: string): boolean {
  const places = runs.map(({ lines }) => {
    const line = lines.get(personKey);
    return line === undefined
      ? ''
      : [line.outcome, line.unitCode ?? '', line.positionCode ?? ''].join('|');
  });
  return places.some((place) => place !== places[0]);
}

/** Everybody who is in at least one of the runs and in the list, by key. */
export function keysOf(runs: readonly LinesOfRun[], list: List): string[] {
  const keys = new Set(runs.flatMap(({ lines }) => [...lines.keys()]));
  const wanted = [...keys].filter((key) => {
    switch (list) {
      case 'all':
        return true;
      case 'differences':
        return placesDiffer(runs, key);
      case 'far':
        return runs.some(({ lines }) => lines.get(key)?.far === true);
    }
  });
  return wanted.sort(byCodePoint);
}

/** Two people of one house, the smaller key first. */
export type Pair = readonly [string, string];

/**
 * Couples both of whom are there; it is enough that one names the other.
 *
 * @param spouseOf by key of who names a spouse.
 */
export function pairsOf(
  spouseOf: ReadonlyMap<string, string>,
  people: { readonly has: (key: string) => boolean },
): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [key, spouse] of spouseOf) {
    if (spouse === key || !people.has(key) || !people.has(spouse)) continue;
    const pair: Pair = byCodePoint(key, spouse) < 0 ? [key, spouse] : [spouse, key];
    pairs.set(pair.join('|'), pair);
  }
  return [...pairs.values()].sort((a, b) => byCodePoint(a.join('|'), b.join('|')));
}

/** How a house may be needed in one commune. */
export interface HousingNeed {
  readonly communeCode: string;
  /** People whose way is far. */
  readonly people: number;
  /** The same, a couple in one commune counted once. */
  readonly households: number;
}

/**
 * Homes that a run makes necessary: whoever works far from home needs one where the work is, and a couple that both work
 * far from home in the same commune needs one together.
 *
 * @param communeOf code of the commune of a unit; null = not known, which is counted nowhere.
 * @returns by commune, the most households first.
 * @source docs/decisions/0046-comparing-plans.md (product decision, after Decision 77/2025/QĐ-UBND of Sơn La)
 */
export function housingNeeds(
  lines: ReadonlyMap<string, Line>,
  pairs: readonly Pair[],
  communeOf: (unitCode: string | null) => string | null,
): HousingNeed[] {
  const at = new Map<string, string>();
  for (const [key, line] of lines) {
    const commune = line.far ? communeOf(line.unitCode) : null;
    if (commune !== null) at.set(key, commune);
  }
  const needs = new Map<string, { people: number; households: number }>();
  const add = (commune: string, people: number, households: number): void => {
    const need = needs.get(commune) ?? { people: 0, households: 0 };
    needs.set(commune, {
      people: need.people + people,
      households: need.households + households,
    });
  };
  for (const commune of at.values()) add(commune, 1, 1);
  for (const [a, b] of pairs) {
    const commune = at.get(a);
    if (commune !== undefined && commune === at.get(b)) add(commune, 0, -1);
  }
  return [...needs]
    .map(([communeCode, need]) => ({ communeCode, ...need }))
    .sort((a, b) => b.households - a.households || byCodePoint(a.communeCode, b.communeCode));
}

/** What a run comes to over the lines that the reader sees. */
export interface LineFigures {
  readonly people: number;
  readonly seated: number;
  readonly surplus: number;
  readonly leaving: number;
  readonly moved: number;
  /** Of those who do not leave; null where there is nobody. */
  readonly medianKm: number | null;
  readonly longestKm: number | null;
  readonly farWays: number;
}

export function figuresOf(lines: ReadonlyMap<string, Line>): LineFigures {
  const all = [...lines.values()];
  const count = (test: (line: Line) => boolean): number => all.filter(test).length;
  const ways = all
    .filter(({ outcome }) => outcome !== 'leaving')
    .map(({ distanceKm }) => distanceKm)
    .sort((a, b) => a - b);
  return {
    people: all.length,
    seated: count(({ outcome }) => outcome === 'seated'),
    surplus: count(({ outcome }) => outcome === 'surplus'),
    leaving: count(({ outcome }) => outcome === 'leaving'),
    moved: count(({ moved }) => moved),
    medianKm: medianOf(ways),
    longestKm: ways.at(-1) ?? null,
    farWays: count(({ far }) => far),
  };
}

function medianOf(sorted: readonly number[]): number | null {
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
