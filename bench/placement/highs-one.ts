/**
 * One process: solves a binary instance of peer-file.ts as a linear programme by HiGHS in WebAssembly and prints JSON; seconds
 * are of the processor, without the passing of the model. Argument: path.
 */
import { readFileSync } from 'node:fs';
import highsModule from 'highs';

const loadHighs = highsModule as unknown as typeof highsModule.default;

const [path = ''] = process.argv.slice(2);
const bytes = readFileSync(path);
const numbers = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const [nodes = 0, arcs = 0] = numbers;
const column = (at: number): Int32Array =>
  numbers.subarray(2 + nodes + at * arcs, 2 + nodes + (at + 1) * arcs);
const supply = Float64Array.from(numbers.subarray(2, 2 + nodes));
const [tail, head, capacity, cost] = [column(0), column(1), column(2), column(3)];

/** Column by column: 1 in the row of the tail, −1 in that of the head. */
const indices = new Int32Array(2 * arcs);
const values = new Float64Array(2 * arcs);
for (let arc = 0; arc < arcs; arc++) {
  indices.set([tail[arc]!, head[arc]!], 2 * arc);
  values.set([1, -1], 2 * arc);
}
const people = supply.reduce((sum, amount) => sum + Math.max(0, amount), 0);

const highs = await loadHighs();
const model = highs.createModel({
  numCols: arcs,
  numRows: nodes,
  colCost: Float64Array.from(cost),
  colLower: new Float64Array(arcs),
  colUpper: Float64Array.from(capacity, (most) => (most < 0 ? people : most)),
  rowLower: supply,
  rowUpper: supply,
  matrix: {
    numRows: nodes,
    numCols: arcs,
    format: 'csc',
    starts: Int32Array.from({ length: arcs + 1 }, (_, arc) => 2 * arc),
    indices,
    values,
  },
});
model.options.set({ output_flag: false });
const from = process.cpuUsage();
model.run();
const { user, system } = process.cpuUsage(from);
const optimal = model.getModelStatus() === highs.constants.modelStatus.optimal;
const objective = Math.round(model.getObjectiveValue());
model.dispose();
const peakMemoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
const seconds = [(user + system) / 1e6];
process.stdout.write(`${JSON.stringify({ seconds, optimal, objective, peakMemoryMb })}\n`);
