import { describe, expect, it } from '@jest/globals';
import { personsMustStandOnce } from './duplicates.rules.js';

type Row = Parameters<typeof personsMustStandOnce>[0][number];

function aRow(row: number, change: Partial<Row> = {}): Row {
  return {
    file: 'a.xlsx',
    sheet: 'Xã Nà Tấu',
    row,
    personalNumber: null,
    fullName: 'Lò Văn Hùng',
    bornOn: '1985-03-02',
    unitText: 'Xã Nà Tấu',
    ...change,
  };
}

describe('personsMustStandOnce', () => {
  it('is silent where numbers differ although name, birth and unit are the same', () => {
    const rows = [
      aRow(7, { personalNumber: '011085000001' }),
      aRow(8, { personalNumber: '011085000002' }),
    ];
    expect(personsMustStandOnce(rows)).toEqual([]);
  });

  it('reports the same number at both rows, each naming the other place and not the number', () => {
    const issues = personsMustStandOnce([
      aRow(7, { personalNumber: '011085000001' }),
      aRow(9, { personalNumber: '011085000001', sheet: 'Xã Pú Nhi' }),
    ]);
    expect(issues.map(({ row, code, severity }) => [row, code, severity])).toEqual([
      [7, 'roster.person-twice', 'error'],
      [9, 'roster.person-twice', 'error'],
    ]);
    expect(issues[0]?.message).toContain('sheet "Xã Pú Nhi", dòng 9');
    expect(issues[0]?.message).not.toContain('011085000001');
  });

  it('only asks where two rows without numbers share name, full birth date and unit', () => {
    const issues = personsMustStandOnce([aRow(7), aRow(8)]);
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['roster.maybe-same-person', 'warning'],
      ['roster.maybe-same-person', 'warning'],
    ]);
  });

  it('does not ask where only the year of birth is known', () => {
    expect(
      personsMustStandOnce([aRow(7, { bornOn: '1985' }), aRow(8, { bornOn: '1985' })]),
    ).toEqual([]);
  });
});
