/**
 * A placement network with conditions that no network can carry: rows Σ coefficient × flow ≤ most over arcs of people.
 *
 * All numbers are integers. A hard row is never broken; an elastic one costs `penalty` for each unit over `most`.
 */
import type { FlowNetwork } from '../flow/network.js';

export interface SideRow {
  /** Stable name, for messages and ties. */
  readonly code: string;
  /** Arcs of people, ascending, each once. */
  readonly arcs: Int32Array;
  /** By place in `arcs`, none 0. */
  readonly coefficients: Int32Array;
  readonly most: number;
  /** null = hard. */
  readonly penalty: number | null;
}

export interface SideProblem {
  /** Nodes 0 … personCount − 1 are people with supply 1; their arcs come first, person by person; no lower bounds. */
  readonly network: FlowNetwork;
  readonly personCount: number;
  /** One integer cost by arc. */
  readonly costs: Float64Array;
  readonly rows: readonly SideRow[];
  /** By arc of a person: the commune of the place, −1 = none. */
  readonly arcGroup: Int32Array;
  /** By commune: the others, the nearest first. */
  readonly nearGroups: readonly Int32Array[];
  /** By person: an arc without capacity behind it; where everybody of a hard row takes it, the row holds. */
  readonly safeArc: Int32Array;
}

/** Where the arcs of each person begin; the last entry ends the last person. */
export function firstArcs({ network, personCount }: SideProblem): Int32Array {
  const first = new Int32Array(personCount + 1);
  const { tail } = network;
  let arc = 0;
  for (let person = 0; person < personCount; person++) {
    first[person] = arc;
    while (arc < tail.length && tail[arc] === person) arc++;
  }
  first[personCount] = arc;
  return first;
}

/** Σ coefficient × flow. */
export function activityOf(row: SideRow, flow: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < row.arcs.length; at++) sum += row.coefficients[at]! * flow[row.arcs[at]!]!;
  return sum;
}

/** How far each row is over its limit, 0 where it holds. */
export function excesses({ rows }: SideProblem, flow: Float64Array): number[] {
  return rows.map((row) => Math.max(0, activityOf(row, flow) - row.most));
}

export interface SideValue {
  /** Σ cost × flow + Σ penalty × excess. */
  readonly total: number;
  readonly hardBroken: number;
  readonly penalties: number;
}

export function valueOf(problem: SideProblem, flow: Float64Array): SideValue {
  let total = 0;
  for (let arc = 0; arc < flow.length; arc++) total += problem.costs[arc]! * flow[arc]!;
  let hardBroken = 0;
  let penalties = 0;
  excesses(problem, flow).forEach((excess, at) => {
    const penalty = problem.rows[at]?.penalty ?? null;
    if (excess === 0) return;
    if (penalty === null) hardBroken++;
    else penalties += penalty * excess;
  });
  return { total: total + penalties, hardBroken, penalties };
}
