import { describe, expect, it } from '@jest/globals';
import { gridWorkbook } from '../../test/support/grid-workbook.js';
import { checkRosters } from './check.plan.js';
import { readRoster } from './reading/read-roster.js';

const NOTHING = { provinceName: null, units: [], positions: [], majors: [], ranks: [] };
const CONTEXT = { ...NOTHING, asOf: '2025-07-01', parameters: {}, ladders: new Map() };

describe('cells of a unit and a post that cannot be read', () => {
  it('are told once, and empty ones are missing', () => {
    const formula = { kind: 'blank', formula: true } as const;
    const wrong = { kind: 'error', text: '#REF!' } as const;
    const rows = [
      ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Đơn vị', 'Chức vụ'],
      [1, 'Lò Văn Minh', '12/5/1980', 'Nam', formula, wrong],
      [2, 'Lò Thị Hoa', '1/2/1985', 'Nữ', null, null],
    ];
    const reading = readRoster('a.xlsx', gridWorkbook({ rows }));
    const { issues } = checkRosters([{ name: 'a.xlsx', reading }], CONTEXT);
    expect(
      issues.filter(({ row }) => row > 1).map(({ row, column, code }) => `${column}${row} ${code}`),
    ).toEqual([
      'E2 roster.formula-not-calculated',
      'F2 roster.cell-error',
      'E3 roster.unit-missing',
      'F3 roster.position-missing',
    ]);
  });
});
