import { describe, expect, it } from '@jest/globals';
import {
  BLOCKS,
  DEGREES,
  DIVISION_KINDS,
  EVIDENCE,
  POSITION_GROUPS,
} from '../src/rules/vocabulary.js';
import { isDay } from '../src/shared/day.js';
import { cell, column, list, repeated, rows, unknown } from './tables.js';

const positions = rows('positions.csv');
const positionSuccessions = rows('position_successions.csv');
const fields = rows('fields.csv');
const majorGroups = rows('major_groups.csv');
const ranks = rows('ranks.csv');
const establishments = rows('dien-bien/establishments.csv');
const blockOf = new Map(positions.map((row) => [cell(row, 'code'), cell(row, 'block')]));
const newPositions = positions.filter((row) => row['catalogue'] === 'new');
const oldPositions = positions.filter((row) => row['catalogue'] === 'old');

describe('positions', () => {
  it('have unique codes and known words', () => {
    expect(repeated(column(positions, 'code'))).toEqual([]);
    expect(unknown(column(positions, 'block'), BLOCKS)).toEqual([]);
    expect(unknown(column(positions, 'division_kind'), DIVISION_KINDS)).toEqual([]);
    expect(unknown(column(positions, 'position_group'), POSITION_GROUPS)).toEqual([]);
    expect(unknown(column(positions, 'min_degree'), DEGREES)).toEqual([]);
    expect(unknown(column(positions, 'evidence'), EVIDENCE)).toEqual([]);
    expect(unknown(column(positions, 'given'), ['0', '1'])).toEqual([]);
    expect(unknown(column(positions, 'party_managed'), ['0', '1'])).toEqual([]);
  });

  it('name fields, major groups and ranks that exist', () => {
    expect(unknown(column(positions, 'field'), column(fields, 'code'))).toEqual([]);
    const named = positions.flatMap((row) => list(cell(row, 'major_groups')));
    expect(unknown(named, column(majorGroups, 'code'))).toEqual([]);
    const asked = positions.flatMap((row) => list(cell(row, 'ranks')));
    expect(unknown(asked, column(ranks, 'code'))).toEqual([]);
  });

  it('change from the old catalogue to the new on 1 July 2025', () => {
    expect(new Set(column(oldPositions, 'ends_on'))).toEqual(new Set(['2025-07-01']));
    expect(new Set(column(newPositions, 'starts_on'))).toEqual(new Set(['2025-07-01']));
    expect(positions.filter((row) => !isDay(cell(row, 'starts_on')))).toEqual([]);
  });

  it('are led to the new ones from every old one, in an order without gaps or doubles', () => {
    const olds = column(oldPositions, 'code');
    expect(new Set(column(positionSuccessions, 'old_code'))).toEqual(new Set(olds));
    expect(unknown(column(positionSuccessions, 'new_code'), column(newPositions, 'code'))).toEqual(
      [],
    );
    for (const code of olds) {
      const own = positionSuccessions.filter((row) => row['old_code'] === code);
      expect(column(own, 'preference')).toEqual(own.map((_row, at) => String(at + 1)));
      expect(repeated(column(own, 'new_code'))).toEqual([]);
    }
  });

  it('lead from every old one to one with seats in Điện Biên, whatever the major', () => {
    const seated = new Set(column(establishments, 'position_code'));
    const open = positionSuccessions.filter(
      (row) => row['major_groups'] === '' && seated.has(cell(row, 'new_code')),
    );
    expect(unknown(column(oldPositions, 'code'), column(open, 'old_code'))).toEqual([]);
  });

  it('keep the block when they succeed', () => {
    const moved = positionSuccessions.filter(
      (row) => blockOf.get(cell(row, 'old_code')) !== blockOf.get(cell(row, 'new_code')),
    );
    expect(moved).toEqual([]);
  });
});
