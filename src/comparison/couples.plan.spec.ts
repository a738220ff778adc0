import { describe, expect, it } from '@jest/globals';
import type { Line } from './compare.plan.js';
import { coupleWays, type Place } from './couples.plan.js';

const parameters = { 'distance.far-km': 30, 'placement.distance-factor': 1 };
/** One degree of latitude is 111 km. */
const places: Readonly<Record<string, Place>> = {
  A: { code: 'A', name: 'Xã A', point: { latitude: 21, longitude: 103 } },
  NEAR: { code: 'NEAR', name: 'Xã gần', point: { latitude: 21.2, longitude: 103 } },
  FAR: { code: 'FAR', name: 'Xã xa', point: { latitude: 21.3, longitude: 103 } },
  NOWHERE: { code: 'NOWHERE', name: 'Xã chưa có điểm', point: null },
};

const lineAt = (personKey: string, unitCode: string | null): [string, Line] => [
  personKey,
  {
    ...{ personKey, staffId: 1, outcome: unitCode === null ? 'leaving' : 'seated', unitCode },
    ...{ positionCode: null, distanceKm: 0, moved: false, far: false },
  },
];

const way = (a: string | null, b: string | null) =>
  coupleWays([['a', 'b']], new Map([lineAt('a', a), lineAt('b', b)]), {
    communeOf: (code) => (code === null ? undefined : places[code]),
    parameters,
  })[0];

describe('coupleWays', () => {
  it('holds a couple together that works in one commune, also without a point', () => {
    expect(way('A', 'A')).toMatchObject({ km: 0, apart: false });
    expect(way('NOWHERE', 'NOWHERE')).toMatchObject({ km: 0, apart: false });
  });

  it('parts a couple from the distance on that counts as far', () => {
    expect(way('A', 'NEAR')).toMatchObject({ communes: ['Xã A', 'Xã gần'], apart: false });
    expect(way('A', 'FAR')).toMatchObject({ apart: true });
    expect(way('FAR', 'A')?.km).toBeCloseTo(33.36, 1);
  });

  it('does not call a couple apart of whom one leaves, or whose way is not known', () => {
    expect(way('A', null)).toMatchObject({ communes: ['Xã A', null], km: null, apart: false });
    expect(way('A', 'NOWHERE')).toMatchObject({ km: null, apart: false });
  });

  it('says nothing of a couple of whom the run has only one', () => {
    expect(
      coupleWays([['a', 'b']], new Map([lineAt('a', 'A')]), {
        communeOf: () => undefined,
        parameters,
      }),
    ).toEqual([]);
  });
});
