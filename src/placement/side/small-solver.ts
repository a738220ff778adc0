/**
 * A small mixed-integer programme, and who solves it. Columns have finite bounds from 0; rows are given one after the
 * other: row r has the entries starts[r] … starts[r + 1] − 1.
 */
export interface SmallProgramme {
  readonly columnCosts: Float64Array;
  readonly columnUppers: Float64Array;
  /** By column: 1 = whole numbers only. */
  readonly integral: Uint8Array;
  readonly rowLowers: Float64Array;
  readonly rowUppers: Float64Array;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float64Array;
  /** By column: a solution to begin with. */
  readonly present: Float64Array;
}

export interface SmallLimits {
  readonly seconds: number;
  /** An answer within so much of the best is good enough; below 1 it is the best, as costs are whole numbers. */
  readonly gap: number;
}

export abstract class SmallSolver {
  /**
   * Minimises. The answer is a proposal: whoever asks checks it.
   *
   * @returns by column; null where nothing was found within the time.
   */
  abstract solve(programme: SmallProgramme, limits: SmallLimits): Float64Array | null;
}
