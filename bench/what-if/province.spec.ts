import { describe, expect, it } from '@jest/globals';
import { levelList, place, solvePlacement } from '../../src/placement/place.js';
import { less } from '../../src/placement/price/place-costs.js';
import { pricedRun } from '../../src/placement/price/priced-run.js';
import { whatIf } from '../../src/placement/price/what-if.js';
import type { PinFact } from '../../src/scenario/facts.js';
import { provinceFacts } from './province.js';

const OPTIONS = { kind: 'best' as const };
const facts = provinceFacts({ people: 300, units: 6 });
const { proposals, potentials, levels } = solvePlacement(facts, OPTIONS).result;
const run = pricedRun({ facts, options: OPTIONS, proposals, potentials });

describe('questions about a province on real units', () => {
  it('whatIf tells of a pin what the run with that pin gives', () => {
    const { graph } = run.state;
    for (let person = 0; person < run.world.candidates.length; person += 25) {
      const { staffId, key: personKey } = run.world.candidates[person]!.person;
      const cell = run.world.cells.all[graph.arcPlace[graph.firstArc[person]!]!];
      if (!cell) continue;
      const at = { unitCode: cell.unitCode, positionCode: cell.position.code };
      const { change } = whatIf(run, { kind: 'pin', staffId, ...at });
      const pin: PinFact = { personKey, kind: 'seat', ...at, reason: 'thử' };
      const forced = place({ ...facts, pins: [pin] }, OPTIONS);
      expect(change).toEqual(less(levelList(forced.levels), levelList(levels)));
    }
  });

  it('has open required seats, people without a seat, leaders at a cap', () => {
    expect(levels.requiredUnfilled).toBeGreaterThan(0);
    expect(levels.withoutSeat).toBeGreaterThan(0);
    expect(provinceFacts({ people: 300, units: 6 })).toEqual(facts);
  });
});
