import { distanceKm } from '../../rules/distance.rules.js';
import type { ParameterValues, UnitFact } from '../../scenario/facts.js';

/** How far communes and departments are from each other, as placement counts distance. */
export class RootDistances {
  private readonly km: Float64Array;

  constructor(
    private readonly roots: readonly Pick<UnitFact, 'point'>[],
    parameters: ParameterValues,
  ) {
    const count = roots.length;
    this.km = new Float64Array(count * count);
    for (let a = 0; a < count; a++) {
      for (let b = 0; b < a; b++) {
        const [from, to] = [roots[a]?.point ?? null, roots[b]?.point ?? null];
        const km = from && to ? distanceKm(from, to, parameters) : Infinity;
        this.km[a * count + b] = km;
        this.km[b * count + a] = km;
      }
    }
  }

  /** By index of `Territory.roots`; Infinity where a point is missing, or an index is −1. */
  between(a: number, b: number): number {
    if (a < 0 || b < 0) return Infinity;
    if (a === b) return 0;
    return this.km[a * this.roots.length + b] ?? Infinity;
  }

  /** The other roots, the nearest first, then by code. */
  nearestTo(root: number): Int32Array {
    const others = this.roots.map((_, index) => index).filter((index) => index !== root);
    others.sort((a, b) => compare(this.between(root, a), this.between(root, b)) || a - b);
    return Int32Array.from(others);
  }
}

function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
