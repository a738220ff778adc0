/**
 * HiGHS as a peer: a flow as a linear programme or an integer one, over columns of arcs and rows of nodes. Levels one after
 * the other: each one with the values of those before it as rows.
 */
import highsModule, { type Highs, type ModelData } from 'highs';
import { type Costs, type FlowNetwork } from '../../../src/placement/flow/network.js';

/** The types describe a CommonJS module; what Node loads is the ES module, whose default is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

export type Kind = 'linear' | 'integer';

export class HighsPeer {
  private constructor(private readonly highs: Highs) {}

  static async load(): Promise<HighsPeer> {
    return new HighsPeer(await loadHighs());
  }

  /** By level the least value; null where there is no flow. Values are rounded: all costs are whole numbers. */
  solve(network: FlowNetwork, levels: readonly Costs[], kind: Kind): number[] | null {
    const values: number[] = [];
    for (const costs of levels) {
      const value = this.least(network, levels.slice(0, values.length), values, costs, kind);
      if (value === null) return null;
      values.push(Math.round(value));
    }
    return values;
  }

  private least(
    network: FlowNetwork,
    before: readonly Costs[],
    values: readonly number[],
    costs: Costs,
    kind: Kind,
  ): number | null {
    const { highs } = this;
    const { optimal, infeasible } = highs.constants.modelStatus;
    return highs.withModel(this.model(network, before, values, costs, kind), (model) => {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, random_seed: 1 });
      model.run();
      const status = model.getModelStatus();
      if (status === infeasible) return null;
      if (status !== optimal) throw new Error(`HiGHS says ${status}`);
      return model.getObjectiveValue();
    });
  }

  private model(
    { nodeCount, supply, tail, head, lower, capacity }: FlowNetwork,
    before: readonly Costs[],
    values: readonly number[],
    costs: Costs,
    kind: Kind,
  ): ModelData {
    const rows = Array.from({ length: nodeCount + before.length }, (): [number, number][] => []);
    for (let arc = 0; arc < tail.length; arc++) {
      if (tail[arc] === head[arc]) continue;
      rows[tail[arc]!]!.push([arc, 1]);
      rows[head[arc]!]!.push([arc, -1]);
    }
    before.forEach((level, at) => {
      level.forEach((cost, arc) => cost !== 0 && rows[nodeCount + at]!.push([arc, cost]));
    });
    const starts = new Int32Array(rows.length + 1);
    rows.forEach((row, at) => (starts[at + 1] = starts[at]! + row.length));
    const entries = rows.flat();
    const sides = [...supply, ...values];
    const { continuous, integer } = this.highs.constants.variableType;
    return {
      numCols: tail.length,
      numRows: rows.length,
      colCost: Array.from(costs),
      colLower: lower === null ? new Float64Array(tail.length) : lower,
      colUpper: capacity,
      rowLower: sides,
      rowUpper: sides,
      matrix: {
        numRows: rows.length,
        numCols: tail.length,
        format: 'csr',
        starts,
        indices: Int32Array.from(entries, ([arc]) => arc),
        values: Float64Array.from(entries, ([, value]) => value),
      },
      integrality: Array.from(tail, () => (kind === 'integer' ? integer : continuous)),
    };
  }
}
