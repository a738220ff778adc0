import type { UnitKind } from '../rules/vocabulary.js';
import type { Point, ScenarioFacts, SuccessionFact, UnitFact } from '../scenario/facts.js';
import { byCodePoint } from '../shared/text.js';

/** Where the people of an old unit may follow it: the units that succeed it (with all under them), and the main one. */
export interface Successors {
  readonly codes: ReadonlySet<string>;
  readonly mainCode: string;
}

/** Province, department or commune, division; a deeper tree is a cycle. */
const MAX_DEPTH = 16;

type UnitsByCode = ReadonlyMap<string, UnitFact>;

/**
 * The map of a scenario: what stands on the effective day, and which old unit became which. A code may name one unit before
 * and another after, so the two sides are never looked up together.
 */
export class Territory {
  private readonly before: UnitsByCode;
  private readonly after: UnitsByCode;
  /** The communes and departments of the effective day, by code. */
  readonly roots: readonly UnitFact[];
  private readonly children: UnitsByCode;
  private readonly rootIndexes: ReadonlyMap<string, number>;
  private readonly rows: ReadonlyMap<string, readonly SuccessionFact[]>;

  constructor(facts: Pick<ScenarioFacts, 'units' | 'successions'>) {
    this.rows = rowsByOldCode(facts.successions);
    this.before = new Map(facts.units.filter((unit) => !unit.isNew).map(withCode));
    const goOn = [...this.before.values()].filter((unit) => !this.isClosed(unit.code));
    const created = facts.units.filter((unit) => unit.isNew);
    this.after = new Map([...goOn, ...created].map(withCode));
    this.roots = [...this.after.values()]
      .filter((unit) => this.rootAfter(unit.code) === unit)
      .sort((a, b) => byCodePoint(a.code, b.code));
    this.children = new Map(
      [...this.after.values()].map((unit) => [`${unit.parentCode ?? ''}|${unit.kind}`, unit]),
    );
    this.rootIndexes = new Map(this.roots.map((unit, index) => [unit.code, index]));
  }

  /** The place in `roots` of the commune or department that a unit of the effective day belongs to; -1 = unknown. */
  rootIndexOf(code: string): number {
    return this.rootIndexes.get(this.rootAfter(code)?.code ?? '') ?? -1;
  }

  /** The unit with this code on the effective day; undefined when there is none or it has been closed. */
  unitAfter(code: string): UnitFact | undefined {
    return this.after.get(code);
  }

  unitBefore(code: string): UnitFact | undefined {
    return this.before.get(code);
  }

  /** The commune (or department) that a unit of the effective day belongs to: the nearest that is no division. */
  rootAfter(code: string): UnitFact | undefined {
    const path = climb(this.after, code);
    return path.find((unit) => unit.level !== 'division') ?? path.at(-1);
  }

  /** The unit and those above it, from the lowest, on the effective day. */
  pathAfter(code: string): UnitFact[] {
    return climb(this.after, code);
  }

  /** The division of a kind directly under a unit of the effective day. */
  childOf(code: string, kind: UnitKind): UnitFact | undefined {
    return this.children.get(`${code}|${kind}`);
  }

  /** The point of an old unit, else of the nearest unit above that has one. */
  pointBefore(code: string): Point | null {
    return climb(this.before, code).find((unit) => unit.point !== null)?.point ?? null;
  }

  /** The old commune (or district, department) that an old unit belonged to. */
  rootBefore(code: string): UnitFact | undefined {
    const path = climb(this.before, code);
    return path.find((unit) => unit.level !== 'division') ?? path.at(-1);
  }

  /**
   * Where the people of an old unit follow it: the successors of the unit, else of the nearest unit above that has some;
   * a unit that goes on follows itself.
   *
   * @returns null when the unit is unknown, or closed without successor.
   */
  successorsOf(oldCode: string): Successors | null {
    const path = climb(this.before, oldCode);
    const rows = path.map((unit) => this.rows.get(unit.code)).find((each) => each !== undefined);
    if (rows) return successorsIn(rows.filter((row) => this.after.has(row.newCode)));
    const root = this.rootBefore(oldCode);
    if (!root || this.after.get(root.code) !== root) return null;
    return { codes: new Set([root.code]), mainCode: root.code };
  }

  private isClosed(oldCode: string): boolean {
    return climb(this.before, oldCode).some((unit) => this.rows.has(unit.code));
  }
}

function rowsByOldCode(rows: readonly SuccessionFact[]): Map<string, SuccessionFact[]> {
  const grouped = new Map<string, SuccessionFact[]>();
  for (const row of rows) {
    const known = grouped.get(row.oldCode);
    if (known) known.push(row);
    else grouped.set(row.oldCode, [row]);
  }
  return grouped;
}

/** Rows that take none of the population (`share` 0) lead nobody anywhere. */
function successorsIn(rows: readonly SuccessionFact[]): Successors | null {
  const taking = rows.filter((row) => row.share !== 0);
  const main = taking.find((row) => row.main) ?? taking[0];
  if (!main) return null;
  return { codes: new Set(taking.map((row) => row.newCode)), mainCode: main.newCode };
}

function climb(units: UnitsByCode, code: string): UnitFact[] {
  const path: UnitFact[] = [];
  let at: string | null = code;
  while (at !== null && path.length < MAX_DEPTH) {
    const unit: UnitFact | undefined = units.get(at);
    if (!unit) break;
    path.push(unit);
    at = unit.parentCode;
  }
  return path;
}

function withCode(unit: UnitFact): [string, UnitFact] {
  return [unit.code, unit];
}
