import { describe, expect, it } from '@jest/globals';
import { appliedCondition, type SpokenSpan } from './conditions.sheet.js';
import type { SaidCondition } from './conditions.table.js';
import { appliedRatings } from './ratings.sheet.js';
import { appliedWish } from './wishes.sheet.js';
import type { SaidWish } from './wishes.table.js';

const said = (given: Partial<SaidCondition> = {}): SaidCondition => ({
  ...{ case: 'maternity', startsOn: '2025-03-01', endsOn: '2025-09-01' },
  ...{ liftedByRequest: false, note: '', text: 'Thai sản', ...given },
});
const span = (given: Partial<SpokenSpan> = {}): SpokenSpan => ({
  ...{ id: 7, case: 'maternity', startsOn: '2025-01-01', endsOn: '2025-03-02' },
  ...{ liftedByRequest: false, note: 'cũ', ...given },
});

describe('appliedCondition', () => {
  it('takes the case that the row overlaps for the same case', () => {
    expect(appliedCondition([span()], said())).toEqual([
      { ...span(), startsOn: '2025-03-01', endsOn: '2025-09-01', note: '', spoken: true },
    ]);
  });

  it('begins a new case on the day on which the one before ended, and beside one of another kind', () => {
    expect(appliedCondition([span({ endsOn: '2025-03-01' })], said())).toHaveLength(2);
    expect(appliedCondition([span({ case: 'discipline' })], said())).toHaveLength(2);
  });

  it('refuses a row that overlaps two cases, or one of which another row has spoken', () => {
    const two = [span(), span({ id: 8, startsOn: '2025-08-01', endsOn: null })];
    expect(appliedCondition(two, said())).toHaveProperty('refused');
    expect(appliedCondition([span({ spoken: true })], said())).toHaveProperty('refused');
  });

  it('keeps the note where the table has no column of notes', () => {
    expect(appliedCondition([span()], said({ note: null }))).toMatchObject([{ note: 'cũ' }]);
    expect(appliedCondition([], said({ note: null }))).toMatchObject([{ note: 'Thai sản' }]);
  });
});

describe('appliedWish', () => {
  const wish: SaidWish = { kind: 'stay', communes: [], accepted: false, text: 'Ở lại', note: null };

  it('keeps the note of a wish that it repeats, and takes the words of another one', () => {
    const known = { kind: 'stay', communes: [], accepted: false, note: 'theo đơn' } as const;
    expect(appliedWish(known, wish)?.note).toBe('theo đơn');
    expect(appliedWish({ ...known, accepted: true }, wish)?.note).toBe('Ở lại');
    expect(appliedWish(known, { ...wish, note: '' })?.note).toBe('');
  });

  it('of no wish is none', () => {
    expect(appliedWish(null, { ...wish, kind: null })).toBeNull();
  });
});

describe('appliedRatings', () => {
  it('leaves years that are not named, and takes away what an empty cell denies', () => {
    expect(appliedRatings({ '2022': 'a', '2023': 'b' }, { '2023': null, '2024': 'c' })).toEqual({
      ...{ '2022': 'a', '2024': 'c' },
    });
  });
});
