import { describe, expect, it } from '@jest/globals';
import { readParameterPack } from './parameter-pack.js';

const row = {
  key: 'distance.far-km',
  value: 30,
  scope: 'nation',
  startsOn: '2025-08-01',
  endsOn: null,
  source: { document: 'Decision 77/2025/QĐ-UBND', article: '', date: '' },
  evidence: 'found',
  note: '',
};
const pack = { pack: 'placement', name: 'Placement', parameters: [row] };

describe('readParameterPack', () => {
  it('readParameterPack gives the pack back as it stands', () => {
    expect(readParameterPack(pack)).toEqual(pack);
    expect(readParameterPack({ ...pack, parameters: [] }).parameters).toEqual([]);
  });

  it.each([
    ['key', { key: ' ' }],
    ['value', { value: null }],
    ['scope', { scope: 11 }],
    ['startsOn', { startsOn: '2025-02-30' }],
    ['endsOn', { endsOn: '2026' }],
    ['document', { source: { ...row.source, document: '' } }],
    ['evidence', { evidence: 'guessed' }],
    ['note', { note: undefined }],
  ])('readParameterPack names the place and the wrong field %s', (field, change) => {
    expect(() => readParameterPack({ ...pack, parameters: [row, { ...row, ...change }] })).toThrow(
      expect.objectContaining({
        code: 'law.pack-unreadable',
        details: { where: 'tham số thứ 2', field },
      }),
    );
  });

  it.each([[null], [[]], ['x'], [{ ...pack, parameters: {} }], [{ ...pack, name: 1 }]])(
    'readParameterPack refuses what is no pack: %j',
    (json) => {
      expect(() => readParameterPack(json)).toThrow(
        expect.objectContaining({ code: 'law.pack-unreadable' }),
      );
    },
  );
});
