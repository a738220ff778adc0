import type { UnitFact } from '../../scenario/facts.js';
import { anOldUnit, aRow } from '../spec-merger.js';

/** For specs of maps: a district of four communes, of which three become one and the fourth another. */
export const OLD: readonly UnitFact[] = [
  anOldUnit({ code: '901', name: 'Huyện Mường Một', kind: 'rural-district', level: 'district' }),
  ...[
    ['00011', 'Xã Bản Một', 10, 1000],
    ['00012', 'Xã Bản Hai', 20, 2000],
    ['00013', 'Xã Bản Ba', null, 3000],
    ['00014', 'Phường Bản Tư', 40, 4000],
  ].map(([code, name, areaKm2, population]) =>
    anOldUnit({
      ...{ code: code as string, name: name as string, parentCode: '901' },
      areaKm2: areaKm2 as number | null,
      population: population as number,
    }),
  ),
];

const aNewUnit = (code: string, name: string, areaKm2: number, population: number): UnitFact => ({
  ...anOldUnit({ code, name, areaKm2, population }),
  startsOn: '2025-07-01',
  isNew: true,
});

export const NEW: readonly UnitFact[] = [
  aNewUnit('00011', 'Xã Mường Mới', 60, 6000),
  aNewUnit('00014', 'Phường Bản Tư', 40, 4000),
];

export const MAP = {
  units: [...OLD, ...NEW],
  successions: [
    aRow('00011', '00011'),
    aRow('00012', '00011'),
    aRow('00013', '00011'),
    aRow('00014', '00014'),
    aRow('901', '00011', { kind: 'part', share: 0.6 }),
    aRow('901', '00014', { kind: 'part', share: 0.4, main: false }),
  ],
};

export const DRAWN = MAP.successions
  .filter(({ oldCode }) => oldCode !== '901')
  .map(({ basis: _basis, ...row }) => row);
