/**
 * The part of a placement in which only some people may move, as a small integer programme, and the flow that an answer
 * means for the whole.
 *
 * Columns: the arcs that are open to the people who may move, the arcs behind them as far as their flow can change, and
 * the excess of each elastic row that they touch. Everybody else is a constant.
 */
import { activityOf, type SideProblem } from './side-problem.js';
import type { SmallProgramme } from './small-solver.js';

/** Which rows an arc stands in. */
export interface RowsOfArcs {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly coefficients: Int32Array;
}

export function rowsOfArcs({ network, rows }: SideProblem): RowsOfArcs {
  const arcCount = network.tail.length;
  const starts = new Int32Array(arcCount + 1);
  for (const { arcs } of rows) for (const arc of arcs) starts[arc + 1]!++;
  for (let arc = 0; arc < arcCount; arc++) starts[arc + 1]! += starts[arc]!;
  const at = starts.slice();
  const result = new Int32Array(starts[arcCount]!);
  const coefficients = new Int32Array(result.length);
  rows.forEach(({ arcs, coefficients: own }, row) => {
    arcs.forEach((arc, index) => {
      const place = at[arc]!++;
      result[place] = row;
      coefficients[place] = own[index]!;
    });
  });
  return { starts, rows: result, coefficients };
}

/** The arcs behind the people by the node that they leave; of each node in ascending order. */
export type BackArcs = ReadonlyMap<number, readonly number[]>;

export function backArcsOf({ network, personCount }: SideProblem): BackArcs {
  const leaving = new Map<number, number[]>();
  for (let arc = 0; arc < network.tail.length; arc++) {
    const tail = network.tail[arc]!;
    if (tail < personCount) continue;
    const known = leaving.get(tail);
    if (known) known.push(arc);
    else leaving.set(tail, [arc]);
  }
  return leaving;
}

export interface SubProblem {
  readonly programme: SmallProgramme;
  /** The whole flow that an answer means; null where it is none. */
  readonly flowOf: (answer: Float64Array) => Float64Array | null;
}

interface Term {
  readonly column: number;
  readonly value: number;
}

/** Collects rows one after the other. */
class ProgrammeBuilder {
  readonly costs: number[] = [];
  readonly uppers: number[] = [];
  readonly integral: number[] = [];
  readonly present: number[] = [];
  private readonly lowers: number[] = [];
  private readonly limits: number[] = [];
  private readonly starts: number[] = [0];
  private readonly indices: number[] = [];
  private readonly values: number[] = [];

  addColumn(cost: number, upper: number, present: number, integral: boolean): number {
    this.costs.push(cost);
    this.present.push(present);
    this.uppers.push(upper);
    this.integral.push(integral ? 1 : 0);
    return this.costs.length - 1;
  }

  addRow(lower: number, upper: number, terms: readonly Term[]): void {
    this.lowers.push(lower);
    this.limits.push(upper);
    for (const { column, value } of terms) {
      this.indices.push(column);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
  }

  build(): SmallProgramme {
    return {
      columnCosts: Float64Array.from(this.costs),
      columnUppers: Float64Array.from(this.uppers),
      integral: Uint8Array.from(this.integral),
      rowLowers: Float64Array.from(this.lowers),
      rowUppers: Float64Array.from(this.limits),
      starts: Int32Array.from(this.starts),
      indices: Int32Array.from(this.indices),
      values: Float64Array.from(this.values),
      present: Float64Array.from(this.present),
    };
  }
}

export interface Freed {
  /** Who may move. */
  readonly people: readonly number[];
  /** The arcs open to a person, among them the present one. */
  readonly arcsOf: (person: number) => readonly number[];
}

/**
 * @param flow the present placement.
 * @param index built once for a problem.
 */
export function subProblemOf(
  problem: SideProblem,
  flow: Float64Array,
  freed: Freed,
  index: { readonly rows: RowsOfArcs; readonly back: BackArcs },
): SubProblem {
  const builder = new ProgrammeBuilder();
  const columnOf = new Map<number, number>();
  const open: number[] = [];
  for (const person of freed.people) {
    const terms = freed.arcsOf(person).map((arc) => {
      const column = builder.addColumn(problem.costs[arc]!, 1, flow[arc]!, true);
      columnOf.set(arc, column);
      open.push(arc);
      return { column, value: 1 };
    });
    builder.addRow(1, 1, terms);
  }
  const touched = touchedNodes(problem, open, index.back);
  const back = addBackArcs(
    builder,
    problem,
    touched,
    index.back,
    freed.people.length,
    flow,
    columnOf,
  );
  addBalances(builder, problem, { touched, back, open, flow, columnOf });
  addSideRows(builder, problem, { open, flow, columnOf }, index.rows);
  const changeable = [...open, ...back];
  return {
    programme: builder.build(),
    flowOf: (answer) => merged(flow, changeable, columnOf, answer),
  };
}

/** Nodes behind the people through which the flow can change; the sink, which nothing leaves, is not among them. */
function touchedNodes(
  { network }: SideProblem,
  open: readonly number[],
  back: BackArcs,
): Set<number> {
  const touched = new Set<number>();
  const queue = open.map((arc) => network.head[arc]!);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const leaving = back.get(node);
    if (touched.has(node) || !leaving) continue;
    touched.add(node);
    for (const arc of leaving) queue.push(network.head[arc]!);
  }
  return touched;
}

function addBackArcs(
  builder: ProgrammeBuilder,
  problem: SideProblem,
  touched: ReadonlySet<number>,
  back: BackArcs,
  people: number,
  flow: Float64Array,
  columnOf: Map<number, number>,
): number[] {
  const added: number[] = [];
  for (const node of touched) {
    for (const arc of back.get(node) ?? []) {
      const most = Math.min(problem.network.capacity[arc]!, flow[arc]! + people);
      columnOf.set(arc, builder.addColumn(problem.costs[arc]!, most, flow[arc]!, false));
      added.push(arc);
    }
  }
  return added;
}

interface Parts {
  readonly touched: ReadonlySet<number>;
  readonly back: readonly number[];
  readonly open: readonly number[];
  readonly flow: Float64Array;
  readonly columnOf: ReadonlyMap<number, number>;
}

/** What enters a touched node leaves it: in by columns − out by columns = −(in that is constant). */
function addBalances(builder: ProgrammeBuilder, problem: SideProblem, parts: Parts): void {
  const { network } = problem;
  const { touched, back, open, flow, columnOf } = parts;
  const terms = new Map<number, Term[]>([...touched].map((node) => [node, []]));
  /** Net present flow of the columns into each node; the constants bring the balance to 0. */
  const present = new Map<number, number>([...touched].map((node) => [node, 0]));
  const note = (node: number, arc: number, value: number): void => {
    const own = terms.get(node);
    if (!own) return;
    own.push({ column: columnOf.get(arc)!, value });
    present.set(node, present.get(node)! + value * flow[arc]!);
  };
  for (const arc of [...open, ...back]) note(network.head[arc]!, arc, 1);
  for (const arc of back) note(network.tail[arc]!, arc, -1);
  for (const [node, own] of terms) builder.addRow(present.get(node)!, present.get(node)!, own);
}

function addSideRows(
  builder: ProgrammeBuilder,
  problem: SideProblem,
  { open, flow, columnOf }: Pick<Parts, 'open' | 'flow' | 'columnOf'>,
  index: RowsOfArcs,
): void {
  const terms = new Map<number, Term[]>();
  const present = new Map<number, number>();
  for (const arc of open) {
    for (let at = index.starts[arc]!; at < index.starts[arc + 1]!; at++) {
      const [row, value] = [index.rows[at]!, index.coefficients[at]!];
      const own = terms.get(row) ?? [];
      terms.set(row, own);
      own.push({ column: columnOf.get(arc)!, value });
      present.set(row, (present.get(row) ?? 0) + value * flow[arc]!);
    }
  }
  for (const [at, own] of terms) {
    const row = problem.rows[at]!;
    const left = row.most - activityOf(row, flow) + present.get(at)!;
    if (row.penalty !== null) {
      const most = own.reduce((sum, { value }) => sum + Math.max(0, value), 0);
      const now = Math.max(0, present.get(at)! - left);
      const excess = builder.addColumn(row.penalty, Math.max(0, most - left), now, false);
      own.push({ column: excess, value: -1 });
    }
    builder.addRow(-Infinity, left, own);
  }
}

/** Answers are rounded; what is no whole number was no answer. */
function merged(
  flow: Float64Array,
  arcs: readonly number[],
  columnOf: ReadonlyMap<number, number>,
  answer: Float64Array,
): Float64Array | null {
  const whole = flow.slice();
  for (const arc of arcs) {
    const amount = answer[columnOf.get(arc)!]!;
    const rounded = Math.round(amount);
    if (Math.abs(amount - rounded) > 1e-4) return null;
    whole[arc] = rounded;
  }
  return whole;
}
