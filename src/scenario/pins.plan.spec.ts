import { describe, expect, it } from '@jest/globals';
import { type PersonsWords, pinsFromRoster, wishesOf } from './pins.plan.js';

const NAMES = {
  units: [
    {
      code: '90001',
      name: 'Xã Bản Mới',
      level: 'commune',
      isNew: true,
      parentCode: '12',
      kind: 'commune',
    },
  ],
  positions: [{ code: 'L1', name: 'Chủ tịch', given: true, divisionKind: null }],
} as const;

const aPerson = (words: Partial<PersonsWords>): PersonsWords => ({
  key: '011085000123',
  fullName: 'Lò Văn A',
  proposedUnitText: null,
  proposedPositionText: null,
  wish: null,
  ...words,
});

describe('wishesOf', () => {
  const REASON = 'gần mẹ đang điều trị ung thư';
  const wish = (communes: string[]): PersonsWords =>
    aPerson({ wish: { kind: 'move', communes, accepted: false, note: null } });

  it('reads a commune of the plan and tells nothing', () => {
    const { wishes, unread } = wishesOf([wish(['xã bản mới'])], NAMES);
    expect(wishes.get('011085000123')).toEqual({ kind: 'move', communeCodes: ['90001'] });
    expect(unread).toEqual([]);
  });

  it('tells whose wish names no commune, once, and never what was typed', () => {
    const { wishes, unread } = wishesOf([wish(['Xã Bản Mới', REASON, 'Xã Xa'])], NAMES);
    expect(wishes.get('011085000123')).toEqual({ kind: 'move', communeCodes: ['90001'] });
    expect(unread).toHaveLength(1);
    expect(unread[0]!.message).toContain('Lò Văn A');
    expect(unread[0]!.message).not.toMatch(/mẹ|ung thư|Xã Xa|011085000123/);
  });
});

describe('pinsFromRoster', () => {
  it('tells of an unknown unit of a proposal, without the personal number that stands in it', () => {
    const proposal = { proposedUnitText: 'Xã Lạ 011085000123', proposedPositionText: 'Chủ tịch' };
    const { pins, unread } = pinsFromRoster([aPerson(proposal)], NAMES);
    expect(pins).toEqual([]);
    expect(unread[0]!.message).toContain('"Xã Lạ •••••••••123"');
    expect(unread[0]!.message).not.toContain('011085000123');
  });
});
