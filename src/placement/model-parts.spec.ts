import { describe, expect, it } from '@jest/globals';
import { BadInput, NotFound } from '../shared/errors.js';
import { benchOf } from './bench.js';
import { everybodyHasASuccessor, everyPostHasASuccessor } from './bench.rules.js';
import { cellsOf } from './cells.js';
import { asksToLeave, wishCost, wishRank } from './costs.js';
import { distancesFrom } from './distances.js';
import { placementCosts, seatWeight } from './placement-parameters.js';
import { capsOver, poolsOf } from './pools.js';
import {
  aPerson,
  aPosition,
  aSuccession,
  aUnit,
  facts,
  NEW_UNITS,
  PARAMETERS,
  POSITIONS,
  seats,
} from './spec-world.js';
import { Territory } from './territory.js';
import { worldOf } from './world.js';

describe('Territory', () => {
  const territory = new Territory(facts());

  it('tells the old from the new unit of one code', () => {
    expect(territory.unitBefore('A')?.name).toBe('Xã A');
    expect(territory.unitAfter('A')?.name).toBe('Xã N');
    expect(territory.unitAfter('B')).toBeUndefined();
  });

  it('gives the successors of a unit, all of a district, none of an unknown one', () => {
    expect(territory.successorsOf('B')).toEqual({ codes: new Set(['M']), mainCode: 'M' });
    expect(territory.successorsOf('D')).toEqual({ codes: new Set(['A', 'M']), mainCode: 'A' });
    expect(territory.successorsOf('Z')).toBeNull();
  });

  it('leaves out a successor that takes land only', () => {
    const successions = [
      aSuccession('A', 'A', { share: 0, main: false }),
      aSuccession('A', 'M', { share: 1 }),
    ];
    const own = new Territory(facts({ successions })).successorsOf('A');
    expect(own).toEqual({ codes: new Set(['M']), mainCode: 'M' });
  });

  it('gives nobody to a unit whose code a new unit took without succession', () => {
    expect(new Territory(facts({ successions: [] })).successorsOf('A')).toBeNull();
  });

  it('ends on a tree that is a cycle', () => {
    const units = [
      aUnit({ code: 'P', parentCode: 'Q', level: 'division' }),
      aUnit({ code: 'Q', parentCode: 'P', level: 'division' }),
    ];
    expect(new Territory({ units, successions: [] }).pathAfter('P').length).toBeLessThan(20);
  });
});

describe('cellsOf', () => {
  it('weighs seats by the zone and border of the commune, also in its divisions', () => {
    const division = aUnit({ code: 'A.KT', level: 'division', parentCode: 'A', isNew: true });
    const world = facts({
      units: [...facts().units, division],
      seats: [seats('A.KT', 'LAW', 2, 1), seats('M', 'LAW', 1)],
    });
    const cells = cellsOf(world, new Territory(world));
    expect(cells.all).toMatchObject([
      { unitCode: 'A.KT', weight: 4, seats: 2, required: 1, root: { code: 'A' } },
      { unitCode: 'M', weight: 1 },
    ]);
  });

  it('adds up rows that are listed twice', () => {
    const world = facts({ seats: [seats('A', 'LAW', 1, 1), seats('A', 'LAW', 2)] });
    expect(cellsOf(world, new Territory(world)).all).toMatchObject([{ seats: 3, required: 1 }]);
  });
});

describe('seatWeight', () => {
  it('puts border communes of zone III first, and counts no zone as zone I', () => {
    const weight = (zone: 'I' | 'II' | 'III' | null, border: boolean) =>
      seatWeight(PARAMETERS, { zone, border });
    expect([weight('III', true), weight('III', false), weight('II', true)]).toEqual([4, 3, 2]);
    expect([weight('I', true), weight(null, false)]).toEqual([1, 1]);
  });

  it('refuses a weight that is missing or no whole number', () => {
    const place = { zone: 'II' as const, border: false };
    expect(() => seatWeight({}, place)).toThrow(NotFound);
    expect(() => seatWeight({ 'placement.weight.zone-ii': 1.5 }, place)).toThrow(BadInput);
  });
});

describe('wishCost', () => {
  const costs = placementCosts(PARAMETERS);
  const move = { kind: 'move' as const, communeCodes: ['A', 'B', 'C'] };

  it('rises with the rank of the commune and is highest for none', () => {
    const at = (rootCode: string | null) => wishCost(move, { rootCode, inside: false }, costs);
    expect([at('A'), at('B'), at('C'), at('D'), at(null)]).toEqual([0, 1, 2, 3, 3]);
  });

  it('asks a stay to be within the successors and a leaver to leave', () => {
    const stay = { kind: 'stay' as const, communeCodes: [] };
    const leave = { kind: 'leave' as const, communeCodes: [] };
    expect(wishCost(stay, { rootCode: 'A', inside: true }, costs)).toBe(0);
    expect(wishCost(stay, { rootCode: 'A', inside: false }, costs)).toBe(3);
    expect(wishCost(leave, { rootCode: null, inside: false }, costs)).toBe(0);
    expect(wishCost(leave, { rootCode: 'A', inside: true }, costs)).toBe(3);
    expect(wishCost(null, { rootCode: 'A', inside: false }, costs)).toBe(0);
  });

  it('wishRank counts from 1', () => {
    expect([wishRank(move, 'A'), wishRank(move, 'C'), wishRank(move, 'D')]).toEqual([1, 3, null]);
  });

  it('asksToLeave is true of early retirement and leaving only', () => {
    const asks = (kind: 'stay' | 'move' | 'retire-early' | 'leave') =>
      asksToLeave({ wish: { kind, communeCodes: [] } });
    expect([asks('retire-early'), asks('leave'), asks('stay'), asks('move')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(asksToLeave({ wish: null })).toBe(false);
  });
});

describe('distancesFrom', () => {
  it('counts tenths of a kilometre times the factor, and 0 where a point is missing', () => {
    const roots = [...NEW_UNITS, { point: null }];
    const origin = { latitude: 21.0, longitude: 103.0 };
    const factor = (value: number) => ({ ...PARAMETERS, 'placement.distance-factor': value });
    expect([...distancesFrom(roots, factor(1))(origin)]).toEqual([0, 556, 0]);
    expect([...distancesFrom(roots, factor(2))(origin)]).toEqual([0, 1112, 0]);
    expect([...distancesFrom(roots, factor(1))(null)]).toEqual([0, 0, 0]);
  });
});

describe('poolsOf', () => {
  const pool = (code: string, positionCodes: string[]) => ({
    code,
    name: code,
    capacity: 1,
    positionCodes,
    source: '',
  });

  it('nests caps from the smallest outwards', () => {
    const pools = poolsOf([pool('all', ['a', 'b', 'c']), pool('ab', ['a', 'b']), pool('c', ['c'])]);
    expect(capsOver(pools, 'a').map((cap) => cap.code)).toEqual(['ab', 'all']);
    expect(capsOver(pools, 'c').map((cap) => cap.code)).toEqual(['c', 'all']);
    expect(capsOver(pools, 'd')).toEqual([]);
  });

  it('nests equal sets and refuses sets that cross', () => {
    const equal = poolsOf([pool('x', ['a']), pool('y', ['a'])]);
    expect(capsOver(equal, 'a').map((cap) => cap.code)).toEqual(['x', 'y']);
    expect(() => poolsOf([pool('x', ['a', 'b']), pool('y', ['b', 'c'])])).toThrow(BadInput);
  });
});

describe('benchOf', () => {
  it('keeps the own block before a preferred position of another', () => {
    const world = worldOf(
      facts({
        people: [aPerson({ key: '1' })],
        seats: [seats('A', 'PARTY', 1), seats('A', 'LAW', 1)],
        positionSuccessions: [
          { oldCode: 'OLD', newCode: 'PARTY', preference: 1, majorGroups: [] },
          { oldCode: 'OLD', newCode: 'LAW', preference: 2, majorGroups: [] },
        ],
      }),
      { kind: 'best' },
    );
    const [who] = world.candidates;
    expect(who && benchOf(world, who)).toEqual({ unitCode: 'A', positionCode: 'LAW' });
  });

  it('puts a position that the commune lacks into the division of its kind', () => {
    const division = aUnit({
      code: 'A.KT',
      kind: 'economic',
      level: 'division',
      parentCode: 'A',
      isNew: true,
    });
    const world = worldOf(
      facts({
        units: [...facts().units, division],
        positions: [...POSITIONS, aPosition({ code: 'E8', divisionKind: 'economic' })],
        people: [aPerson({ key: '1' })],
        positionSuccessions: [{ oldCode: 'OLD', newCode: 'E8', preference: 1, majorGroups: [] }],
      }),
      { kind: 'best' },
    );
    const [who] = world.candidates;
    expect(who && benchOf(world, who)).toEqual({ unitCode: 'A.KT', positionCode: 'E8' });
  });

  it('everybodyHasASuccessor and everyPostHasASuccessor name the person', () => {
    const people = [aPerson({ key: '1', unitCode: 'Z' }), aPerson({ key: '2', positionCode: 'X' })];
    const world = worldOf(facts({ people }), { kind: 'best' });
    expect(everybodyHasASuccessor(world)).toMatchObject([{ personKey: '1', severity: 'error' }]);
    const waiting = new Set(['2']);
    expect(everyPostHasASuccessor(world, waiting)).toMatchObject([
      { personKey: '2', severity: 'error' },
    ]);
    expect(everyPostHasASuccessor(world, new Set())).toMatchObject([{ severity: 'warning' }]);
  });
});
