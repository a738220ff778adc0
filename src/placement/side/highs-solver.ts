import highsModule, { type Highs, type ModelData } from 'highs';
import { type SmallLimits, SmallSolver, type SmallProgramme } from './small-solver.js';

/** The types describe a CommonJS module; what Node loads is the ES module, whose default is the loader itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** HiGHS, compiled to WebAssembly. One model at a time; each is freed again. */
export class HighsSolver extends SmallSolver {
  private constructor(private readonly highs: Highs) {
    super();
  }

  static async load(): Promise<HighsSolver> {
    return new HighsSolver(await loadHighs());
  }

  /**
   * The relative gap is set to nothing: by default HiGHS stops at 1e-4, which is many people where the objective is full of
   * bonuses for seats.
   */
  solve(programme: SmallProgramme, { seconds, gap }: SmallLimits): Float64Array | null {
    const { highs } = this;
    return highs.withModel(modelOf(programme, highs), (model) => {
      model.options.set({
        output_flag: false,
        mip_rel_gap: 0,
        mip_abs_gap: gap,
        time_limit: seconds,
        random_seed: 1,
      });
      model.setSolution({ colValue: programme.present });
      model.run();
      const status = model.getModelStatus();
      const { optimal, timeLimit } = highs.constants.modelStatus;
      if (status !== optimal && status !== timeLimit) return null;
      const { colValue } = model.getSolution();
      return colValue.length === programme.columnCosts.length ? Float64Array.from(colValue) : null;
    });
  }
}

function modelOf(programme: SmallProgramme, highs: Highs): ModelData {
  const { columnCosts, columnUppers, integral, rowLowers, rowUppers } = programme;
  const { continuous, integer } = highs.constants.variableType;
  return {
    numCols: columnCosts.length,
    numRows: rowLowers.length,
    colCost: columnCosts,
    colLower: new Float64Array(columnCosts.length),
    colUpper: columnUppers,
    rowLower: rowLowers,
    rowUpper: rowUppers,
    matrix: {
      numRows: rowLowers.length,
      numCols: columnCosts.length,
      format: 'csr' as const,
      starts: programme.starts,
      indices: programme.indices,
      values: programme.values,
    },
    integrality: Array.from(integral, (each) => (each === 1 ? integer : continuous)),
  };
}
