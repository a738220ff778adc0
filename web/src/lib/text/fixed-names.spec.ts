import { describe, expect, it } from '@jest/globals';
import { column, rows } from '../../../../data/tables.js';
import { divisionName } from '../../../../src/merger/division.rules.js';
import { DIVISION_KINDS } from '../../../../src/rules/vocabulary.js';
import { FIXED_NAMES } from './fixed-names.js';

describe('names that no list holds in English', () => {
  const english = new Map(FIXED_NAMES);

  it('are those of every rank that ships and of every division', () => {
    const divisions = DIVISION_KINDS.flatMap((kind) =>
      (['commune', 'ward'] as const).map((unit) => divisionName(unit, kind)),
    );
    const names = [...column(rows('ranks.csv'), 'name_vi'), ...divisions];
    expect(names.filter((name) => !english.has(name))).toEqual([]);
    expect(names.length).toBeGreaterThan(40);
  });

  it('stand for one another, one to one', () => {
    expect(english.size).toBe(FIXED_NAMES.length);
    expect(new Set(english.values()).size).toBe(FIXED_NAMES.length);
  });
});
