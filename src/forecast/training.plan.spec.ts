import { describe, expect, it } from '@jest/globals';
import type { CellFact } from './future-cells.plan.js';
import { trainingLines, type Trainee } from './training.plan.js';

const cell: CellFact = {
  communeCode: 'C0',
  unitCode: 'C0.VP',
  positionCode: 'O2',
  block: 'government',
  seats: 3,
  surplus: 2,
  vacant: 1,
  misfit: 2,
  cover: 0,
};
const PLACE = { communeCode: 'C0', unitCode: 'C0.VP', positionCode: 'O2' };
let people = 0;
const aTrainee = (given: Partial<Trainee> = {}): Trainee => ({
  staffId: (people += 1),
  unitCode: 'C0.VP',
  positionCode: 'O2',
  seated: true,
  failedTests: ['degree'],
  ...given,
});

describe('trainingLines', () => {
  it('trainingLines counts people who lack the same together, and the seats it would fill', () => {
    const trainees = [aTrainee(), aTrainee(), aTrainee({ seated: false, failedTests: ['rank'] })];
    expect(trainingLines(trainees, [cell])).toEqual([
      { ...PLACE, failedTests: ['degree'], people: trainees.slice(0, 2), seatsFilled: 2 },
      { ...PLACE, failedTests: ['rank'], people: trainees.slice(2), seatsFilled: 1 },
    ]);
  });

  it('trainingLines fills no vacant seat twice', () => {
    const waiting = ['degree', 'rank'] as const;
    const trainees = waiting.map((each) => aTrainee({ seated: false, failedTests: [each] }));
    const lines = trainingLines(trainees, [cell]);
    expect(lines.map(({ seatsFilled }) => seatsFilled)).toEqual([1, 0]);
  });

  it('trainingLines fills nothing where nothing is short', () => {
    const covered = { ...cell, vacant: 0, misfit: 1, cover: 1 };
    expect(trainingLines([aTrainee()], [covered])).toMatchObject([{ seatsFilled: 0 }]);
  });

  it('trainingLines puts the cell with the most seats first, and leaves out cells that are not counted', () => {
    const other = { ...cell, unitCode: 'C1.VP', communeCode: 'C1' };
    const trainees = [
      aTrainee(),
      ...[1, 2].map(() => aTrainee({ unitCode: 'C1.VP' })),
      aTrainee({ unitCode: 'C9.VP' }),
    ];
    expect(trainingLines(trainees, [cell, other]).map(({ unitCode }) => unitCode)).toEqual([
      'C1.VP',
      'C0.VP',
    ]);
  });
});
