import { describe, expect, it } from '@jest/globals';
import { lettersOf, readTable, requireColumns } from './table.js';
import { writeWorkbook } from './xlsx-writer.js';

function csv(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

describe('readTable', () => {
  it.each([',', ';', '\t'])(
    'reads a .csv file divided by %j with its row numbers',
    async (mark) => {
      const text = `code,name\r\n03127,"Mường, Phăng"\r\n\r\n 03130 ,Nà Tấu\r\n`;
      const table = await readTable(
        'units.csv',
        csv(
          `\ufeff${mark === ',' ? text : text.replace(', ', '#').replaceAll(',', mark).replace('#', ', ')}`,
        ),
      );
      expect(table).toMatchObject({
        file: 'units.csv',
        sheet: '',
        columns: ['code', 'name'],
        rows: [
          { row: 2, values: { code: '03127', name: 'Mường, Phăng' } },
          { row: 4, values: { code: '03130', name: 'Nà Tấu' } },
        ],
      });
    },
  );

  it('reads the first sheet that holds anything, numbers as digits and dates as days', async () => {
    const columns = [{ label: 'code' }, { label: 'startsOn', kind: 'date' as const }];
    const rows = [{ kind: 'cells' as const, cells: [3127, '2025-07-01'] }];
    const bytes = await writeWorkbook({
      createdAt: '2025-06-30T00:00:00Z',
      sheets: [{ name: 'Đơn vị', columns, rows, paper: 'A4', numbering: false }],
    });
    expect(await readTable('units.xlsx', bytes)).toMatchObject({
      sheet: 'Đơn vị',
      rows: [{ row: 2, values: { code: '3127', startsOn: '2025-07-01' } }],
    });
  });

  it('keeps a column called __proto__ as a column', async () => {
    const { rows } = await readTable('a.csv', csv('__proto__,b\n1,2\n'));
    expect(Object.entries(rows[0]?.values ?? {})).toEqual([
      ['__proto__', '1'],
      ['b', '2'],
    ]);
  });

  it.each([
    ['empty.csv', csv('\n\n'), 'sheet.empty'],
    ['twice.csv', csv('a,b,a\n1,2,3\n'), 'sheet.column-twice'],
    ['latin.csv', Buffer.from('tên\nHùng\n', 'latin1'), 'sheet.not-utf8'],
    ['quote.csv', csv('a\n"x\n'), 'sheet.damaged'],
    ['text.xlsx', csv('a,b\n'), 'sheet.csv'],
  ])('refuses %s', async (file, bytes, code) => {
    await expect(readTable(file, bytes)).rejects.toMatchObject({ code, kind: 'bad-input' });
  });
});

describe('requireColumns', () => {
  it('names each missing column with file, sheet and header row, and is silent for the others', async () => {
    const table = await readTable('seats.csv', csv('\nunit,position\n1,2\n'));
    expect(requireColumns(table, ['unit', 'position'])).toEqual([]);
    expect(requireColumns(table, ['unit', 'seats'])).toMatchObject([
      { file: 'seats.csv', row: 2, code: 'sheet.column-missing', severity: 'error' },
    ]);
    expect(requireColumns(table, ['seats'])[0]?.message).toContain('"seats"');
  });
});

describe('lettersOf', () => {
  it('gives the letters of a column, and none for a column that is not there', async () => {
    const table = await readTable('a.csv', csv('a,b\n1,2\n'));
    expect([lettersOf(table, 'b'), lettersOf(table, 'c')]).toEqual(['B', '']);
  });
});
