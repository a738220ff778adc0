import { describe, expect, it } from '@jest/globals';
import { parametersOn, scopesOf, type ParameterRow } from '../rules/parameters.js';
import { withDraft, withoutRow, withRow } from './draft.plan.js';

const aRow = (given: Partial<ParameterRow> = {}): ParameterRow => ({
  key: 'cap.deputies-per-organisation',
  value: 2,
  scope: 'nation',
  startsOn: '2026-01-01',
  endsOn: null,
  source: { document: 'Decree 370/2025/NĐ-CP', article: '', date: '2025-12-31' },
  evidence: 'found',
  note: '',
  ...given,
});
const valueOn = (rows: readonly ParameterRow[], day: string) =>
  parametersOn(rows, day, scopesOf('11')).values['cap.deputies-per-organisation'];

describe('withRow, withoutRow', () => {
  it('withRow replaces the row of the same key, scope and day, and withoutRow takes it away', () => {
    const one = aRow({ scope: 'province:11', value: 3 });
    const rows = withRow([one], { ...one, value: 4 });
    expect(rows.map(({ value }) => value)).toEqual([4]);
    expect(withRow(rows, { ...one, startsOn: '2028-01-01' })).toHaveLength(2);
    expect(withoutRow(rows, one)).toEqual([]);
    expect(withoutRow(rows, { ...one, scope: 'nation' })).toEqual(rows);
  });
});

describe('withDraft', () => {
  const own = (startsOn: string, endsOn: string | null, value: number) =>
    aRow({ scope: 'province:11', startsOn, endsOn, value });

  it('withDraft gives the old value the day before and the new one on the day', () => {
    const rows = withDraft([aRow()], [own('2027-01-01', null, 3)]);
    expect([valueOn(rows, '2026-12-31'), valueOn(rows, '2027-01-01')]).toEqual([2, 3]);
  });

  it('withDraft lets rows of one draft follow each other, and leaves the given rows alone', () => {
    const standing = [aRow(), own('2026-06-01', null, 5)];
    const rows = withDraft(standing, [
      own('2027-01-01', null, 3),
      own('2027-06-01', '2028-01-01', 4),
    ]);
    const days = ['2026-05-31', '2026-06-01', '2027-01-01', '2027-06-01', '2028-01-01'];
    expect(days.map((day) => valueOn(rows, day))).toEqual([2, 5, 3, 4, 3]);
    expect(standing).toHaveLength(2);
    expect(withDraft(standing, [])).toEqual(standing);
  });
});
