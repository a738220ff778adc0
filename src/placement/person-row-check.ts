/**
 * The part of the certificate that looks at every arc of a person: no arc may gain, and the one that is taken must not be
 * worth leaving. One look at each arc, without allocation.
 */
import type { PackedGroup } from './packed-levels.js';
import type { PersonProblem } from './flow/people/person-network.js';

/** Arcs are looked at in pieces of about so many, which stay in the processor's cache. */
const PIECE = 2048;

/** The rows from `first` on that make about one piece. */
function pieceFrom(rowStart: Int32Array, people: number, first: number): number {
  let end = first + 1;
  while (end < people && rowStart[end + 1]! - rowStart[first]! <= PIECE) end++;
  return end;
}

/** Checks rows one after the other: by the first group of levels, and where that says 0 by the next ones. */
class RowCheck {
  readonly found: string[] = [];
  private costs = new Float64Array(PIECE);
  private readonly first: PackedGroup;
  private readonly later: readonly PackedGroup[];

  constructor(
    private readonly problem: PersonProblem,
    private readonly choice: Int32Array,
    groups: readonly PackedGroup[],
  ) {
    const none = { weights: [], potential: new Float64Array(problem.network.nodeCount) };
    this.first = groups[0] ?? none;
    this.later = groups.slice(1);
  }

  /** Rows `first` … `end − 1`. */
  piece(first: number, end: number): void {
    const { rowStart } = this.problem.network;
    const from = rowStart[first]!;
    const length = rowStart[end]! - from;
    if (length > this.costs.length) this.costs = new Float64Array(length);
    this.problem.levels.blend(this.costs, from, length, this.first.weights);
    for (let person = first; person < end; person++) this.row(person, from);
  }

  private row(person: number, from: number): void {
    const { rowStart, place } = this.problem.network;
    const { costs } = this;
    const { potential } = this.first;
    const end = rowStart[person + 1]!;
    const own = -potential[person]!;
    for (let arc = rowStart[person]!; arc < end; arc++) {
      const value = costs[arc - from]! - potential[place[arc]!]!;
      if (value <= own && (value < own || this.laterSign(person, arc) < 0)) {
        this.found.push(`person ${person}: arc ${arc} would gain`);
      }
    }
    const taken = this.choice[person]!;
    const value = costs[taken - from]! - potential[place[taken]!]!;
    if (value > own || (value === own && this.laterSign(person, taken) > 0)) {
      this.found.push(`person ${person}: to leave arc ${taken} would gain`);
    }
  }

  private laterSign(person: number, arc: number): number {
    const { network, levels } = this.problem;
    for (const { weights, potential } of this.later) {
      const own = potential[person]! - potential[network.place[arc]!]!;
      const cost = weights.reduce(
        (sum, weight, level) => (weight === 0 ? sum : sum + weight * levels.costOf(level, arc)),
        own,
      );
      if (cost !== 0) return cost;
    }
    return 0;
  }
}

/** Violations of people's arcs, in words; after `most` it stops. */
export function rowViolations(
  problem: PersonProblem,
  choice: Int32Array,
  groups: readonly PackedGroup[],
  most: number,
): string[] {
  const { people, rowStart } = problem.network;
  const check = new RowCheck(problem, choice, groups);
  for (let first = 0; first < people && check.found.length < most;) {
    const end = pieceFrom(rowStart, people, first);
    check.piece(first, end);
    first = end;
  }
  return check.found;
}
