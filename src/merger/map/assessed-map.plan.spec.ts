import { describe, expect, it } from '@jest/globals';
import { planOfFacts } from '../merger.service.js';
import { MERGER_PARAMETERS } from '../spec-merger.js';
import { assessedMap } from './assessed-map.plan.js';
import type { MapFacts, MapRow } from './map-rows.js';
import { redrawn } from './redraw.plan.js';
import { DRAWN, MAP } from './spec-map.js';

const FACTS: MapFacts = {
  ...MAP,
  ...{ effectiveOn: '2025-07-01', seats: [], positions: [], parameters: MERGER_PARAMETERS },
  people: [{ unitCode: '00012' }, { unitCode: '00012' }, { unitCode: '901' }],
};

function assessed(rows: readonly MapRow[], parameters = MERGER_PARAMETERS) {
  const facts = { ...FACTS, ...redrawn(FACTS, { rows, areas: [] }), parameters };
  return assessedMap(facts, planOfFacts(facts));
}

const into = (oldCode: string, newCode: string): MapRow[] =>
  DRAWN.map((row) => (row.oldCode === oldCode ? { ...row, newCode } : row));

describe('a map beside the law', () => {
  it('does not examine three parts, nor one', () => {
    const { units } = assessed(DRAWN);
    expect(units.map(({ parts, verdict, reason }) => [parts, verdict, reason])).toEqual([
      [3, 'not-examined', 'many-parts'],
      [1, 'not-examined', 'unmerged'],
    ]);
  });

  it('says of two parts what is there, what is asked, and that it is not met', () => {
    const { units, breaches } = assessed(into('00012', '00014'));
    expect(units[1]).toEqual({
      ...{ code: '00014', parts: 2, people: 2, areaKm2: 60, population: 6000 },
      ...{ needsAreaKm2: 200, needsPopulation: 5000, verdict: 'not-met', reason: null },
    });
    const criteria = breaches.filter(({ code }) => code === 'merger.criteria-not-met');
    expect(criteria.map(({ unitCode }) => unitCode)).toContain('00014');
  });

  it('says unknown where a figure is missing and the other one is met', () => {
    const large = { ...MERGER_PARAMETERS, 'standard.commune.mountain.area-km2': 10 };
    const { units } = assessed(into('00013', '00014'), large);
    expect(units[1]).toMatchObject({ areaKm2: null, population: 7000, verdict: 'unknown' });
  });

  it('lists a unit that is left without a successor as an error', () => {
    const { breaches } = assessed(DRAWN.filter(({ oldCode }) => oldCode !== '00012'));
    expect(breaches[0]).toMatchObject({ code: 'merger.no-successor', severity: 'error' });
  });

  it('counts the people of a split district as to be decided', () => {
    expect(assessed(DRAWN).peopleToDecide).toBe(1);
  });
});
