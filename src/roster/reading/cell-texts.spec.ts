import { describe, expect, it } from '@jest/globals';
import type { Cell, Workbook } from '../../sheet/workbook.js';
import { cellTexts } from './cell-texts.js';

const cell = (column: number, text: string): Cell => ({
  ...{ column, text, kind: 'text', value: text, serial: null },
  ...{ format: '@', formula: false, font: null, runs: null },
});
const BOOK: Workbook = {
  dateSystem: '1900',
  sheets: ['A', 'B'].map((name) => ({
    ...{ name, state: 'visible', merges: [], hiddenColumns: [] },
    rows: [{ row: 5, hidden: false, cells: [cell(1, ''), cell(2, name), cell(28, ' x ')] }],
  })),
};

describe('cellTexts', () => {
  it('gives what stands in the cells as it stands there, by letters, empty ones left out', () => {
    expect(cellTexts(BOOK, [{ sheet: 'B', row: 5 }])).toEqual([{ B: 'B', AB: ' x ' }]);
  });

  it('keeps the order of the rows asked for, and gives nothing for a row that is not there', () => {
    const asked = [
      { sheet: 'A', row: 6 },
      { sheet: 'A', row: 5 },
      { sheet: 'C', row: 5 },
    ];
    expect(cellTexts(BOOK, asked)).toEqual([{}, { B: 'A', AB: ' x ' }, {}]);
  });
});
