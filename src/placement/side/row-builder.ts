import type { SideRow } from './side-problem.js';

/** Collects the terms of a row; terms of one arc add up, and those that come to nothing go. */
export class RowBuilder {
  private readonly terms = new Map<number, number>();

  constructor(readonly code: string) {}

  add(arc: number, coefficient: number): void {
    this.terms.set(arc, (this.terms.get(arc) ?? 0) + coefficient);
  }

  get isEmpty(): boolean {
    return this.terms.size === 0;
  }

  build(most: number, penalty: number | null): SideRow {
    const arcs = [...this.terms].filter(([, value]) => value !== 0).sort(([a], [b]) => a - b);
    return {
      code: this.code,
      arcs: Int32Array.from(arcs, ([arc]) => arc),
      coefficients: Int32Array.from(arcs, ([, value]) => value),
      most,
      penalty,
    };
  }
}
