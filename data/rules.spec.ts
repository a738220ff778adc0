import { describe, expect, it } from '@jest/globals';
import { evidenceOf, parametersOn, scopesOf } from '../src/rules/parameters.js';
import { isDay } from '../src/shared/day.js';
import { cell, parameterRows, rows } from './tables.js';

const parameters = parameterRows();

describe('dated parameters', () => {
  const on = (day: string, province = '11') => parametersOn(parameters, day, scopesOf(province));

  it('have one value on every day on which one of them changes, in every province', () => {
    const days = new Set(parameters.flatMap((row) => [row.startsOn, row.endsOn ?? row.startsOn]));
    for (const day of days) {
      for (const province of ['01', '11', '79']) expect(() => on(day, province)).not.toThrow();
    }
  });

  it('change with the law', () => {
    const over = (key: string, days: readonly string[]) => days.map((day) => on(day).values[key]);
    const days = ['2025-07-01', '2025-10-14', '2025-10-15', '2026-01-01'];
    expect(over('cap.deputies-per-organisation', days)).toEqual([1, 1, 2, 2]);
    expect(over('cap.vice-chairs-per-commune', days)).toEqual([2, 2, 2, 2.5]);
    expect(over('standard.commune.other.population', days)).toEqual([8000, 8000, 8000, 16000]);
    expect(over('salary.base-monthly-vnd', ['2026-06-30', '2026-07-01'])).toEqual([
      2340000, 2530000,
    ]);
  });

  it('are wider for Hà Nội than for the nation', () => {
    const organisations = (province: string) =>
      on('2026-01-01', province).values['cap.organisations-per-commune'];
    expect([organisations('01'), organisations('11')]).toEqual([4.7, 4.5]);
  });

  it('say what is only recalled or derived', () => {
    const set = on('2026-01-01');
    expect(evidenceOf(set, ['placement.distance-factor'])).toEqual(['derived']);
    expect(evidenceOf(set, ['no-go.cases', 'cap.vice-chairs-per-commune'])).toEqual(['found']);
  });

  it('are named in both languages, each with its kind of value', () => {
    const kinds = new Map(rows('law_keys.csv').map((row) => [cell(row, 'key'), row]));
    for (const { key, value } of parameters) {
      const row = kinds.get(key);
      expect([key, row && cell(row, 'kind')]).toEqual([key, kindOf(value)]);
      expect(cell(row!, 'name_vi') && cell(row!, 'name_en')).not.toBe('');
    }
  });

  it('give the retirement and pay-out of the day before and of the day of a change', () => {
    const over = (key: string, days: readonly string[]) => days.map((day) => on(day).values[key]);
    expect(over('payout.178.insurance.from-years', ['2025-06-30', '2025-07-01'])).toEqual([20, 15]);
    expect(
      over('payout.154.article', ['2025-06-15', '2025-06-16', '2030-12-31', '2031-01-01']),
    ).toEqual([undefined, 'Nghị định 154/2025/NĐ-CP', 'Nghị định 154/2025/NĐ-CP', undefined]);
  });
});

function kindOf(value: unknown): string {
  if (typeof value === 'string') return isDay(value) ? 'day' : 'text';
  return Array.isArray(value) ? 'list' : typeof value;
}
