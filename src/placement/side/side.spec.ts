import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomFrom } from '../../../bench/flow/random-network.js';
import { lpBound } from '../../../bench/side/lp-bound.js';
import { sideInstance } from '../../../bench/side/instance.js';
import { NetworkBuilder } from '../flow/network.js';
import { flowViolations } from './flow-check.js';
import { HighsSolver } from './highs-solver.js';
import { improved } from './neighbourhood-search.js';
import { priceRows } from './prices.js';
import { repaired } from './repair.js';
import { firstArcs, valueOf, type SideProblem, type SideRow } from './side-problem.js';

const NEVER_LATE = { isLate: () => false };
const PRICES = { rounds: 200, patience: 40, progress: 1, firstStep: 64, ...NEVER_LATE };
const SEARCH = { rounds: 200, secondsEach: 20, ...NEVER_LATE };

/** Few people, three communes of two slots each, random hard and elastic rows that safe arcs keep. */
function tiny(seed: number): SideProblem {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const builder = new NetworkBuilder();
  const [people, communes] = [3 + below(3), 3];
  for (let person = 0; person < people; person++) builder.addNode(1);
  const slots = Array.from({ length: 2 * communes }, () => builder.addNode());
  const sink = builder.addNode(-people);
  const costs: number[] = [];
  const groups: number[] = [];
  const safeArc = new Int32Array(people);
  for (let person = 0; person < people; person++) {
    slots.forEach((slot, at) => {
      if (random() < 0.35) return;
      builder.addArc(person, slot, Infinity);
      costs.push(below(60));
      groups.push(at >> 1);
    });
    safeArc[person] = builder.addArc(person, sink, Infinity);
    costs.push(200 + below(50));
    groups.push(person % communes);
  }
  for (const slot of slots) {
    builder.addArc(slot, sink, 1 + below(2));
    costs.push(-below(100));
  }
  const network = builder.build();
  const safe = new Set(safeArc);
  const rows = Array.from({ length: 4 }, (_, at): SideRow => {
    const arcs = groups.map((_group, arc) => arc).filter((arc) => !safe.has(arc) && random() < 0.5);
    const hard = at < 2;
    return {
      code: `row ${at}`,
      arcs: Int32Array.from(arcs),
      coefficients: Int32Array.from(arcs, () =>
        hard || random() < 0.5 ? 1 + below(2) : -1 - below(2),
      ),
      most: hard ? below(3) : below(4) - 2,
      penalty: hard ? null : 5 + below(80),
    };
  });
  return {
    network,
    personCount: people,
    costs: Float64Array.from(costs),
    rows,
    arcGroup: Int32Array.from(groups),
    nearGroups: Array.from({ length: communes }, (_, at) =>
      Int32Array.from([0, 1, 2].filter((each) => each !== at)),
    ),
    safeArc,
  };
}

/** The least value over every way to choose an arc for each person. */
function bruteForce(problem: SideProblem): number {
  const first = firstArcs(problem);
  const flow = new Float64Array(problem.network.tail.length);
  let least = Infinity;
  const choose = (person: number): void => {
    if (person < problem.personCount) {
      for (let arc = first[person]!; arc < first[person + 1]!; arc++) {
        flow[arc] = 1;
        choose(person + 1);
        flow[arc] = 0;
      }
      return;
    }
    fillSlots(problem, flow, first[problem.personCount]!);
    if (flowViolations(problem, flow).length === 0)
      least = Math.min(least, valueOf(problem, flow).total);
  };
  choose(0);
  return least;
}

function fillSlots({ network }: SideProblem, flow: Float64Array, from: number): void {
  for (let arc = from; arc < flow.length; arc++) {
    flow[arc] = 0;
    for (let into = 0; into < from; into++) {
      if (network.head[into] === network.tail[arc]) flow[arc]! += flow[into]!;
    }
  }
}

describe('side constraints on small placements', () => {
  let solver: HighsSolver;
  beforeAll(async () => {
    solver = await HighsSolver.load();
  });

  it('gives a bound that no placement beats, and the best placement where a small programme holds everybody', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const problem = tiny(seed);
      const best = bruteForce(problem);
      const priced = priceRows(problem, PRICES);
      const start = repaired(problem, priced.seenPrices);
      const found = improved(problem, priced, start, {
        solver,
        limits: SEARCH,
        sizes: [
          { near: 1, threshold: 50 },
          { near: 2, threshold: Infinity },
        ],
      });
      expect(priced.bound).toBeLessThanOrEqual(best);
      expect(flowViolations(problem, start)).toEqual([]);
      expect(flowViolations(problem, found.flow)).toEqual([]);
      expect(valueOf(problem, found.flow).total).toBe(found.total);
      expect([seed, found.total]).toEqual([seed, best]);
    }
  });

  it('keeps prices where all costs are exact, however wide the steps', () => {
    for (let seed = 1; seed <= 30; seed++) {
      const problem = tiny(seed);
      const { prices, bound } = priceRows(problem, { ...PRICES, firstStep: 2 ** 52 });
      expect(Math.max(...prices)).toBeLessThan(2 ** 52);
      expect(bound).toBeLessThanOrEqual(bruteForce(problem));
    }
  });

  it('repairs hard rows that the prices alone leave broken', () => {
    const broken = Array.from({ length: 60 }, (_, at) => tiny(at + 1)).filter((problem) => {
      const unpriced = new Float64Array(problem.rows.length);
      return flowViolations(problem, repaired({ ...problem, rows: [] }, unpriced)).length > 0;
    });
    expect(broken.length).toBeGreaterThan(5);
    for (const problem of broken) {
      const flow = repaired(problem, new Float64Array(problem.rows.length));
      expect(flowViolations(problem, flow)).toEqual([]);
    }
  });

  it('refuses a problem whose safe arcs do not keep a hard row', () => {
    const problem = tiny(1);
    const impossible: SideRow = {
      code: 'impossible',
      arcs: problem.safeArc.slice(0, 1),
      coefficients: Int32Array.of(1),
      most: -1,
      penalty: null,
    };
    const rows = [impossible];
    expect(() => repaired({ ...problem, rows }, new Float64Array(1))).toThrow('impossible');
  });

  it('gives the same placement each time', () => {
    const once = (): Float64Array => {
      const problem = sideInstance({ people: 80, units: 5, seed: 9 });
      const priced = priceRows(problem, { ...PRICES, firstStep: 2000 });
      const start = repaired(problem, priced.seenPrices);
      const limits = { ...SEARCH, rounds: 2 };
      return improved(problem, priced, start, {
        solver,
        limits,
        sizes: [{ near: 2, threshold: 300 }],
      }).flow;
    };
    expect(once()).toEqual(once());
  });

  it('reaches the bound of the linear programme from below, and places nearly as well as it', async () => {
    const problem = sideInstance({ people: 150, units: 6, seed: 4 });
    const priced = priceRows(problem, { ...PRICES, firstStep: 2000 });
    const { bound } = await lpBound(problem);
    expect(priced.bound).toBeLessThanOrEqual(bound + 0.5);
    expect(priced.bound).toBeGreaterThan(bound - 1e-5 * Math.abs(bound));
    const start = repaired(problem, priced.seenPrices);
    const sizes = [{ near: 1, threshold: 200 }];
    const found = improved(problem, priced, start, { solver, limits: SEARCH, sizes });
    expect(flowViolations(problem, found.flow)).toEqual([]);
    expect(found.total).toBeGreaterThanOrEqual(priced.bound);
    expect(found.total - priced.bound).toBeLessThan(1e-3 * Math.abs(priced.bound));
  });
});

describe('flowViolations', () => {
  it('names a flow outside its arc, a node that does not balance and a hard row that is broken', () => {
    const problem = tiny(2);
    const sound = repaired(problem, new Float64Array(problem.rows.length));
    const changed = (arc: number, amount: number): string[] => {
      const flow = sound.slice();
      flow[arc] = amount;
      return flowViolations(problem, flow);
    };
    const used = sound.findIndex((amount) => amount === 1);
    expect(changed(used, -1)).toContainEqual(expect.stringContaining('outside'));
    expect(changed(used, 0)).toContainEqual(expect.stringContaining('left over'));
    const row: SideRow = {
      code: 'one too many',
      arcs: Int32Array.of(used),
      coefficients: Int32Array.of(1),
      most: 0,
      penalty: null,
    };
    expect(flowViolations({ ...problem, rows: [row] }, sound)).toEqual([
      'one too many: 1 is over 0',
    ]);
  });
});
