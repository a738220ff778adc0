import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { rawWorkbook } from '../../../test/support/raw-workbook.js';
import { readRoster } from './read-roster.js';

function struck(text: string): GridCell {
  return { kind: 'text', text, value: text, struck: true };
}

describe('cells with a line through them', () => {
  it('are read and told, the name before the others', () => {
    const rows = [
      ['TT', 'Họ và tên', 'Ngày sinh', 'Đơn vị', 'Chức vụ'],
      [1, struck('Lò Văn Ún'), struck('12/5/1980'), 'Xã Nà Tấu', 'CT UBND'],
      [2, 'Lò Văn Hai', '12/5/1981', 'Xã Nà Tấu', struck('TC-KT')],
      [3, 'Lò Văn Ba', '12/5/1982', 'Xã Nà Tấu', 'VP-TK'],
    ];
    const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
    expect(records.map(({ fullName }) => fullName)).toEqual([
      ...['Lò Văn Ún', 'Lò Văn Hai', 'Lò Văn Ba'],
    ]);
    expect(issues.map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual([
      [2, 'B', 'roster.cell-struck', 'warning'],
      [3, 'E', 'roster.cell-struck', 'warning'],
    ]);
  });

  it('are known by their style', async () => {
    const styles =
      '<fonts count="3"><font/><font><strike/></font><font><strike val="false"/></font></fonts><cellXfs count="3"><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/></cellXfs>';
    const cells = [0, 1, 2].map((style) => `<c s="${style}" t="inlineStr"><is><t>A</t></is></c>`);
    const sheet = `<sheetData><row>${cells.join('')}</row></sheetData>`;
    const { sheets } = await readWorkbook(rawWorkbook({ sheet, styles }));
    expect(sheets[0]?.rows[0]?.cells.map((cell) => cell.struck)).toEqual([false, true, false]);
  });
});
