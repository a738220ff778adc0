import { describe, expect, it } from '@jest/globals';
import { CellPool, type PlainCell } from './cell-pool.js';
import { PLAIN_STYLE } from './styles.js';
import { CONTEXT, DAY } from '../../test/support/cell-context.js';

function plain(given: Partial<PlainCell> = {}): PlainCell {
  return { column: 2, type: 'n', raw: '29221', style: PLAIN_STYLE, ...given };
}

describe('CellPool', () => {
  it('gives one cell for all that say the same in a column', () => {
    const pool = new CellPool(CONTEXT);
    expect(pool.cellOf(plain())).toBe(pool.cellOf(plain()));
  });

  it('gives cells of other columns, types, styles and texts as they are', () => {
    const pool = new CellPool(CONTEXT);
    const given = [
      plain(),
      plain({ column: 3 }),
      plain({ style: DAY }),
      plain({ type: 'str' }),
      plain({ type: 's', raw: '0' }),
      plain({ raw: '0' }),
    ].map((each) => pool.cellOf(each));
    expect(given.map((cell) => [cell?.column, cell?.kind, cell?.text])).toEqual([
      [2, 'number', '29221'],
      [3, 'number', '29221'],
      [2, 'date', '01/01/1980'],
      [2, 'text', '29221'],
      [2, 'text', 'Thái'],
      [2, 'number', '0'],
    ]);
  });

  it('keeps none where texts do not come again, and still gives each', () => {
    const pool = new CellPool(CONTEXT);
    for (let raw = 0; raw < 2_000; raw++)
      expect(pool.cellOf(plain({ raw: String(raw) }))?.text).toBe(String(raw));
    expect(pool.cellOf(plain({ raw: '7' }))).not.toBe(pool.cellOf(plain({ raw: '7' })));
  });
});
