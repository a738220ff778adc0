import { describe, expect, it } from '@jest/globals';
import type { Issue } from '../shared/issue.js';
import { choicesOf, withChoices } from './choices.plan.js';
import type { RosterColumn } from './reading/columns.js';

const CONTEXT = {
  units: [
    { id: 0, code: 'A', name: 'huyện A', parentCode: null, aliases: [] },
    { id: 4, code: 'B', name: 'huyện B', parentCode: null, aliases: [] },
    { id: 1, code: 'a', name: 'Xã Thanh An', parentCode: 'A', aliases: [] },
    { id: 2, code: 'b', name: 'Xã Thanh An', parentCode: 'B', aliases: [] },
    { id: 3, code: 'c', name: 'Xã Nà Tấu', parentCode: 'A', aliases: ['Nà Tấu'] },
  ],
  positions: [{ code: 'p', spellings: ['Chủ tịch', 'CT'] }],
  ranks: [{ code: '01.003', name: 'Chuyên viên' }],
};

function column(letters: string, number: number, field: RosterColumn['field']): RosterColumn {
  return { column: number, letters, label: letters, field };
}

const SHEETS = [
  {
    sheet: 'A',
    tables: [
      {
        headerRows: { first: 1, last: 1 },
        lastRow: 9,
        title: null,
        columns: [column('A', 1, 'ordinal'), column('B', 2, 'fullName'), column('C', 3, 'unit')],
      },
      {
        headerRows: { first: 10, last: 10 },
        lastRow: 20,
        title: null,
        columns: [column('B', 2, 'unit'), column('C', 3, 'fullName')],
      },
    ],
  },
];

function anIssue(row: number, letters: string): Issue {
  const place = { file: 'f', sheet: 'A', row, column: letters };
  return { ...place, code: 'c', severity: 'error', message: 'Sai.' };
}

describe('choicesOf', () => {
  it('names a unit with its superior where two bear one name', () => {
    expect(choicesOf(CONTEXT).get('unit')).toEqual([
      'huyện A',
      'huyện B',
      'Xã Nà Tấu',
      'Xã Thanh An, huyện A',
      'Xã Thanh An, huyện B',
    ]);
  });

  it('has nothing for a name', () => {
    expect(choicesOf(CONTEXT).get('fullName')).toBeUndefined();
    expect(choicesOf(CONTEXT).get('rank')).toEqual(['01.003']);
  });
});

describe('withChoices', () => {
  const choices = choicesOf(CONTEXT);

  it('offers the values of the column in the table that the row belongs to', () => {
    const [upper, lower] = withChoices([anIssue(9, 'C'), anIssue(10, 'C')], SHEETS, choices);
    expect(upper?.choices).toHaveLength(5);
    expect(lower?.choices).toEqual([]);
  });

  it('puts an issue of a whole row at the name, and one of the sheet nowhere', () => {
    const marked = withChoices([anIssue(2, ''), anIssue(12, '')], SHEETS, choices);
    expect(marked.map((each) => each.column)).toEqual(['B', 'C']);
    const [elsewhere] = withChoices([{ ...anIssue(2, ''), sheet: 'B' }], SHEETS, choices);
    expect(elsewhere?.column).toBe('');
  });
});
