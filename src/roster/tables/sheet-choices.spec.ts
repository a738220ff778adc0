import { describe, expect, it } from '@jest/globals';
import type { BatchKind } from '../batch-kind.js';
import { personChoices } from './people/person-choices.js';
import { thingChoices } from './things/thing-choices.js';

const CODES = { units: ['b', 'a', 'b'], positions: ['O1'], fields: ['office'] };

describe('thingChoices', () => {
  it('offers words everywhere, and the codes that the columns of each kind may name', () => {
    const of = (kind: BatchKind, column: string) => thingChoices(kind, CODES).get(column);
    expect(of('units', 'kind')).toContain('Phường');
    expect(of('units', 'parent_code')).toEqual(['a', 'b']);
    expect(of('positions', 'field')).toEqual(['office']);
    // positions succeed positions, units succeed units
    expect([of('positions', 'old_code'), of('merger', 'old_code')]).toEqual([['O1'], ['a', 'b']]);
    expect([of('seats', 'unit_code'), of('seats', 'position_code')]).toEqual([['a', 'b'], ['O1']]);
    expect(of('merger', 'item')).toContain('Căn cứ pháp lý');
    expect(of('units', 'name')).toBeUndefined();
  });
});

describe('personChoices', () => {
  it('offers words, units as rosters name them, and nothing where anything may stand', () => {
    const fields = ['wish', 'commune2', 'unit', 'rating', 'rating:2024', 'note', 'conditions'];
    const choices = personChoices(fields, new Map([['unit', ['Xã Nà Tấu']]]));
    expect(choices.get('commune2')).toEqual(['Xã Nà Tấu']);
    expect(choices.get('unit')).toEqual(['Xã Nà Tấu']);
    expect(choices.get('wish')).toContain('Ở lại');
    expect(choices.get('conditions')).toHaveLength(new Set(choices.get('conditions')).size);
    expect(choices.get('rating')).toEqual(choices.get('rating:2024'));
    expect([choices.get('note'), choices.get('commune1')]).toEqual([undefined, undefined]);
  });
});
