import type { Point, ScenarioFacts, SuccessionFact, UnitFact } from '../scenario/facts.js';

/**
 * The checker's own reading of units and successions. It shares nothing with the model, on purpose: a fault there must not
 * hide here. Written for plainness, not for speed.
 */
export class CheckMap {
  private readonly old: readonly UnitFact[];
  private readonly standing: ReadonlyMap<string, UnitFact>;
  private readonly insideCache = new Map<string, boolean>();

  constructor(private readonly facts: ScenarioFacts) {
    this.old = facts.units.filter((unit) => !unit.isNew);
    const succeeded = new Set(facts.successions.map((row) => row.oldCode));
    const closed = (unit: UnitFact | undefined): boolean =>
      unit !== undefined &&
      (succeeded.has(unit.code) || closed(this.old.find((o) => o.code === unit.parentCode)));
    const standing = new Map<string, UnitFact>();
    for (const unit of this.old) if (!closed(unit)) standing.set(unit.code, unit);
    for (const unit of facts.units) if (unit.isNew) standing.set(unit.code, unit);
    this.standing = standing;
  }

  stands(code: string): boolean {
    return this.standing.has(code);
  }

  /** The commune or department above a unit of the effective day. */
  commune(code: string): UnitFact | null {
    const unit = this.standing.get(code);
    if (!unit) return null;
    if (unit.level !== 'division' || unit.parentCode === null) return unit;
    return this.commune(unit.parentCode) ?? unit;
  }

  /** The commune, district or department that an old unit belonged to; the code itself where it is unknown. */
  oldCommune(oldCode: string): string {
    const unit = this.old.find((each) => each.code === oldCode);
    if (!unit || unit.level !== 'division' || unit.parentCode === null) return oldCode;
    return this.oldCommune(unit.parentCode);
  }

  /** Whether a unit of the effective day lies within the successors of an old unit. */
  isInside(oldCode: string, code: string): boolean {
    const key = `${oldCode}|${code}`;
    const known = this.insideCache.get(key);
    if (known !== undefined) return known;
    const targets = this.targets(oldCode).map((row) => row.newCode);
    const answer = this.isUnder(code, targets);
    this.insideCache.set(key, answer);
    return answer;
  }

  /** The successor whose bench takes the people of an old unit. */
  mainSuccessor(oldCode: string): string | null {
    const rows = this.targets(oldCode);
    return (rows.find((row) => row.main) ?? rows[0])?.newCode ?? null;
  }

  isUnder(code: string, targets: readonly string[]): boolean {
    if (targets.includes(code)) return this.standing.has(code);
    const parent = this.standing.get(code)?.parentCode ?? null;
    return parent !== null && this.isUnder(parent, targets);
  }

  oldPoint(oldCode: string): Point | null {
    const unit = this.old.find((each) => each.code === oldCode);
    if (!unit) return null;
    return unit.point ?? (unit.parentCode === null ? null : this.oldPoint(unit.parentCode));
  }

  private targets(oldCode: string): Pick<SuccessionFact, 'newCode' | 'main'>[] {
    const rows = this.facts.successions.filter((row) => row.oldCode === oldCode);
    if (rows.length > 0) {
      return rows
        .filter((row) => row.share !== 0 && this.standing.has(row.newCode))
        .sort((a, b) => (a.newCode < b.newCode ? -1 : 1));
    }
    const unit = this.old.find((each) => each.code === oldCode);
    if (!unit) return [];
    const parent = this.old.find((each) => each.code === unit.parentCode);
    const above = parent ? this.targets(parent.code) : [];
    if (parent && (unit.level === 'division' || this.isSucceeded(parent))) return above;
    return this.standing.get(oldCode) === unit ? [{ newCode: oldCode, main: true }] : [];
  }

  private isSucceeded(unit: UnitFact): boolean {
    if (this.facts.successions.some((row) => row.oldCode === unit.code)) return true;
    const parent = this.old.find((each) => each.code === unit.parentCode);
    return parent !== undefined && this.isSucceeded(parent);
  }
}
