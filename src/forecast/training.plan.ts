import type { FailedTest } from '../rules/fit.rules.js';
import type { CellFact } from './future-cells.plan.js';

/** Somebody who would qualify after training for the position held. */
export interface Trainee {
  readonly staffId: number;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly seated: boolean;
  readonly failedTests: readonly FailedTest[];
}

/** What one kind of training would bring in a cell. */
export interface TrainingLine<T extends Trainee = Trainee> {
  readonly communeCode: string;
  readonly unitCode: string;
  readonly positionCode: string;
  /** What they lack, in the order of the tests. */
  readonly failedTests: readonly FailedTest[];
  readonly people: readonly [T, ...T[]];
  /** Seats short today that would then have a qualified person. */
  readonly seatsFilled: number;
}

/**
 * Who fits after what, and how many seats that are short it would fill: those who hold a seat make theirs good, those who wait
 * without one can take what is vacant.
 *
 * @returns by seats filled, the most first; cells in the order given. Trainees of a cell that is not counted are left out.
 * @source Law 80/2025/QH15 (standards of positions); DOMAIN 3.2 step 12: training is the fourth way to fill a gap
 */
export function trainingLines<T extends Trainee>(
  trainees: readonly T[],
  cells: readonly CellFact[],
): TrainingLine<T>[] {
  const byCell = new Map<string, T[]>();
  for (const trainee of trainees) {
    const key = cellKey(trainee);
    byCell.set(key, [...(byCell.get(key) ?? []), trainee]);
  }
  return cells
    .flatMap((cell) => linesOf(cell, byCell.get(cellKey(cell)) ?? []))
    .sort((a, b) => b.seatsFilled - a.seatsFilled);
}

function linesOf<T extends Trainee>(cell: CellFact, trainees: readonly T[]): TrainingLine<T>[] {
  const byTests = new Map<string, [T, ...T[]]>();
  for (const trainee of trainees) {
    const key = trainee.failedTests.join(' ');
    const alike = byTests.get(key);
    if (alike === undefined) byTests.set(key, [trainee]);
    else alike.push(trainee);
  }
  const { communeCode, unitCode, positionCode } = cell;
  let short = Math.max(0, cell.vacant + cell.misfit - cell.cover);
  let vacant = cell.vacant;
  return [...byTests.values()].map((people) => {
    const seated = people.filter((each) => each.seated).length;
    const waiting = Math.min(vacant, people.length - seated);
    const seatsFilled = Math.min(short, seated + waiting);
    vacant -= waiting;
    short -= seatsFilled;
    const [{ failedTests }] = people;
    return { communeCode, unitCode, positionCode, failedTests, people, seatsFilled };
  });
}

function cellKey(at: { readonly unitCode: string; readonly positionCode: string }): string {
  return `${at.unitCode} ${at.positionCode}`;
}
