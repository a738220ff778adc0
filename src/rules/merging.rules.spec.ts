import { describe, expect, it } from '@jest/globals';
import { mergingCriteria, mergingNeeds, type MergedUnit } from './merging.rules.js';

const parameters = {
  'merging.not-examined-from-parts': 3,
  'merging.commune.mountain.area-ratio': 2,
  'merging.commune.mountain.population-ratio': 1,
  'merging.commune.other.area-ratio': 1,
  'merging.commune.other.population-ratio': 2,
  'merging.ward.area-km2': 5.5,
  'merging.ward.city.population': 45000,
  'merging.ward.highland.population': 15000,
  'merging.ward.other.population': 21000,
  'standard.commune.mountain.area-km2': 100,
  'standard.commune.mountain.population': 5000,
  'standard.commune.other.area-km2': 30,
  'standard.commune.other.population': 8000,
};

function answer(given: Partial<MergedUnit>) {
  const unit: MergedUnit = {
    kind: 'commune',
    parts: 2,
    areaKm2: 200,
    population: 5000,
    terrain: 'mountain',
    wardClass: 'highland',
    ...given,
  };
  return mergingCriteria(unit, parameters);
}

describe('mergingCriteria', () => {
  it('mergingCriteria asks a mountain commune for twice the area and once the people, the limit included', () => {
    expect(answer({})).toEqual({
      examined: true,
      reason: null,
      areaRatio: 1,
      populationRatio: 1,
      meets: true,
    });
    expect(answer({ areaKm2: 199.99 }).meets).toBe(false);
    expect(answer({ population: 4999 }).meets).toBe(false);
  });

  it('mergingCriteria asks other communes for once the area and twice the people', () => {
    expect(answer({ terrain: 'other', areaKm2: 30, population: 16000 }).meets).toBe(true);
    expect(answer({ terrain: 'other', areaKm2: 30, population: 15999 }).meets).toBe(false);
  });

  it('mergingCriteria asks a ward for the figures of its class', () => {
    const ward = { kind: 'ward', areaKm2: 5.5, population: 15000 } as const;
    expect(answer(ward).meets).toBe(true);
    expect(answer({ ...ward, wardClass: 'other' }).meets).toBe(false);
    expect(answer({ ...ward, wardClass: 'city' }).populationRatio).toBeCloseTo(1 / 3);
  });

  it('mergingCriteria examines two parts, not three, not one, and no island', () => {
    expect(answer({ parts: 2 }).examined).toBe(true);
    expect(answer({ parts: 3 })).toMatchObject({
      examined: false,
      reason: 'many-parts',
      meets: null,
    });
    expect(answer({ parts: 1 }).reason).toBe('unmerged');
    expect(answer({ terrain: 'island' }).reason).toBe('island');
  });

  it('mergingCriteria leaves it open where a figure is missing, unless the other one fails', () => {
    expect(answer({ areaKm2: null })).toMatchObject({ areaRatio: null, meets: null });
    expect(answer({ areaKm2: null, population: 100 }).meets).toBe(false);
  });
});

describe('mergingNeeds', () => {
  it('mergingNeeds multiplies the standard of a commune and takes the figures of a ward as they are', () => {
    const land = { terrain: 'mountain', wardClass: 'city' } as const;
    expect(mergingNeeds({ kind: 'commune', ...land }, parameters)).toEqual({
      areaKm2: 200,
      population: 5000,
    });
    expect(mergingNeeds({ kind: 'commune', ...land, terrain: 'other' }, parameters)).toEqual({
      areaKm2: 30,
      population: 16000,
    });
    expect(mergingNeeds({ kind: 'ward', ...land }, parameters)).toEqual({
      areaKm2: 5.5,
      population: 45000,
    });
  });
});
