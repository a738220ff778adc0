import highsModule, { type ModelData } from 'highs';
import type { SideProblem } from '../../src/placement/side/side-problem.js';

const loadHighs = highsModule as unknown as typeof highsModule.default;

/** The bound that HiGHS' linear programme gives for the whole problem: what no placement, even one with parts of people, beats. */
export async function lpBound(problem: SideProblem): Promise<{ bound: number; seconds: number }> {
  const highs = await loadHighs();
  const begun = performance.now();
  const bound = highs.withModel(modelOf(problem), (model) => {
    model.options.set({ output_flag: false });
    model.run();
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
      throw new Error('no LP optimum');
    return model.getObjectiveValue();
  });
  return { bound, seconds: (performance.now() - begun) / 1000 };
}

/** Columns: arcs, then the excess of each elastic row. Rows: nodes but the sink, then side rows. */
function modelOf({ network, costs, rows, personCount }: SideProblem): ModelData {
  const arcCount = network.tail.length;
  const sink = network.nodeCount - 1;
  const elastic = rows.flatMap((row, at) => (row.penalty === null ? [] : [at]));
  const numCols = arcCount + elastic.length;
  const columns = Array.from({ length: numCols }, (): [number, number][] => []);
  for (let arc = 0; arc < arcCount; arc++) {
    const [from, to] = [network.tail[arc]!, network.head[arc]!];
    if (from !== sink) columns[arc]!.push([from, 1]);
    if (to !== sink) columns[arc]!.push([to, -1]);
  }
  rows.forEach((row, at) => {
    row.arcs.forEach((arc, index) => columns[arc]!.push([sink + at, row.coefficients[index]!]));
  });
  elastic.forEach((row, index) => columns[arcCount + index]!.push([sink + row, -1]));
  const starts = new Int32Array(numCols + 1);
  columns.forEach((entries, column) => (starts[column + 1] = starts[column]! + entries.length));
  const entries = columns.flat();
  const supplies = Array.from(network.supply.subarray(0, sink));
  return {
    numCols,
    numRows: sink + rows.length,
    colCost: [...costs, ...elastic.map((row) => rows[row]!.penalty!)],
    colLower: new Float64Array(numCols),
    colUpper: [
      ...Array.from(network.capacity, (most, arc) => (network.tail[arc]! < personCount ? 1 : most)),
      ...elastic.map(() => Infinity),
    ],
    rowLower: [...supplies, ...rows.map(() => -Infinity)],
    rowUpper: [...supplies, ...rows.map(({ most }) => most)],
    matrix: {
      numRows: sink + rows.length,
      numCols,
      format: 'csc',
      starts,
      indices: Int32Array.from(entries, ([row]) => row),
      values: Float64Array.from(entries, ([, value]) => value),
    },
  };
}
