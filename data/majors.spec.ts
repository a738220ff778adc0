import { describe, expect, it } from '@jest/globals';
import { fitContext, fitOf, isQualified } from '../src/rules/fit.rules.js';
import { parametersOn, scopesOf } from '../src/rules/parameters.js';
import { DIVISION_KINDS } from '../src/rules/vocabulary.js';
import { normalised } from '../src/shared/text.js';
import { cell, column, list, parameterRows, repeated, rows, unknown } from './tables.js';

const positions = rows('positions.csv');
const fields = rows('fields.csv');
const majorGroups = rows('major_groups.csv');
const majors = rows('majors.csv');
const relations = rows('major_relations.csv');
const ranks = rows('ranks.csv');
const rankSteps = rows('rank_steps.csv');
const establishments = rows('dien-bien/establishments.csv');
const newPositions = positions.filter((row) => row['catalogue'] === 'new');
const majorGroupsOf = (code: string) =>
  positions.filter((row) => row['code'] === code).flatMap((row) => list(cell(row, 'major_groups')));

describe('majors', () => {
  it('are at least 250 spellings, each once whatever the case, in a known group', () => {
    const spellings = column(majors, 'spelling').map((text) => normalised(text).toLowerCase());
    expect(spellings.length).toBeGreaterThanOrEqual(250);
    expect(repeated(spellings)).toEqual([]);
    expect(column(majors, 'spelling').filter((text) => text !== normalised(text))).toEqual([]);
    expect(unknown(column(majors, 'major_group'), column(majorGroups, 'code'))).toEqual([]);
  });

  it('use every group', () => {
    expect(unknown(column(majorGroups, 'code'), column(majors, 'major_group'))).toEqual([]);
  });

  it('are related both ways, never to themselves', () => {
    const pairs = relations.map((row) => `${row['major_group']}>${row['related_group']}`);
    const mirrored = relations.map((row) => `${row['related_group']}>${row['major_group']}`);
    expect([...pairs].sort()).toEqual([...mirrored].sort());
    expect(repeated(pairs)).toEqual([]);
    expect(relations.filter((row) => row['major_group'] === row['related_group'])).toEqual([]);
    expect(unknown(column(relations, 'major_group'), column(majorGroups, 'code'))).toEqual([]);
  });

  it('of the six short fields qualify for no other professional seat of the government block', () => {
    const short = ['C6', 'E7', 'C4', 'E6', 'E8', 'E5'];
    const context = fitContext(
      relations.map((row) => [cell(row, 'major_group'), cell(row, 'related_group')] as const),
      [],
      parametersOn(parameterRows(), '2026-01-01', scopesOf('11')).values,
    );
    const seated = new Set(column(establishments, 'position_code'));
    const others = newPositions.filter(
      (row) =>
        row['block'] === 'government' &&
        row['position_group'] === 'professional' &&
        seated.has(cell(row, 'code')) &&
        !short.includes(cell(row, 'code')),
    );
    for (const code of short) {
      for (const majorGroup of majorGroupsOf(code)) {
        const taking = others.filter((row) => {
          const asked = {
            majorGroups: list(cell(row, 'major_groups')),
            minDegree: null,
            ranks: [],
          };
          const person = { majorGroup, degree: null, rank: null, certificates: [] };
          return isQualified(fitOf(person, { ...asked, certificates: [] }, context).fit);
        });
        expect([majorGroup, column(taking, 'code')]).toEqual([majorGroup, []]);
      }
    }
  });
});

describe('ranks and fields', () => {
  it('ranks are unique, with steps from 1 without gaps and rising coefficients', () => {
    expect(repeated(column(ranks, 'code'))).toEqual([]);
    expect(unknown(column(rankSteps, 'rank_code'), column(ranks, 'code'))).toEqual([]);
    for (const code of column(ranks, 'code')) {
      const steps = rankSteps.filter((row) => row['rank_code'] === code);
      expect(steps.length).toBeGreaterThan(5);
      expect(column(steps, 'step')).toEqual(steps.map((_row, at) => String(at + 1)));
      const coefficients = column(steps, 'coefficient').map(Number);
      expect(coefficients).toEqual([...coefficients].sort((a, b) => a - b));
    }
  });

  it('ranks of the specialist and the principal end where Decree 204/2004 ends', () => {
    const last = (code: string) =>
      column(
        rankSteps.filter((row) => row['rank_code'] === code),
        'coefficient',
      ).at(-1);
    expect(['01.001', '01.002', '01.003', '01.004', '01.005'].map(last)).toEqual([
      '8.00',
      '6.78',
      '4.98',
      '4.89',
      '4.06',
    ]);
  });

  it('fields are unique and in known divisions', () => {
    expect(repeated(column(fields, 'code'))).toEqual([]);
    expect(unknown(column(fields, 'division_kind'), DIVISION_KINDS)).toEqual([]);
  });
});
