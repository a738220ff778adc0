import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allowanceOf, DEFAULT_LIMITS } from './limits.js';
import { SheetScanner } from './sheet-scanner.js';
import { CONTEXT } from '../../test/support/cell-context.js';
import { WholeCell } from './whole-cell.js';
import { XmlTags, type XmlHandler } from './xml-tags.js';

const LIMITS = { ...DEFAULT_LIMITS, cellCharacters: 12, elements: 40 };

/** All that can be told of what was read, or the refusal. */
function told(pieces: readonly string[], isAtOnce: boolean): unknown {
  const allowance = allowanceOf(LIMITS);
  const scanner = new SheetScanner(CONTEXT, LIMITS, allowance);
  const byTag: XmlHandler = {
    open: (name, attributes) => scanner.open(name, attributes),
    close: (name) => scanner.close(name),
    text: (text) => scanner.text(text),
  };
  const tags = new XmlTags(isAtOnce ? scanner : byTag, allowance);
  try {
    for (const piece of pieces) tags.write(piece);
    tags.end();
  } catch (error) {
    return String(error);
  }
  const rows = scanner.takeRows().map(({ row, hidden, cells }) => ({
    ...{ row, hidden },
    cells: cells.map(({ column, kind, value, text, format }) => [
      column,
      kind,
      value,
      text,
      format,
    ]),
  }));
  return { rows, ...allowance };
}

const attribute = fc.constantFrom(
  ...['r="A1"', 'r="B1"', 'r="C1"', 'r="AB1"', 'r="c1"', 'r="1"', 'r=""', "r='D1'"],
  ...['s="0"', 's="1"', 's="9"', 's=""', 's="12345678"', 's="x"', 'x:r="E1"', 'cm="1"'],
  ...['t="s"', 't="n"', 't="str"', 't="b"', 't="e"', 't="d"', 't="inlineStr"', 't=""', 't="stx"'],
);
const content = fc.constantFrom(
  ...['/>', '></c>', '><v>0</v></c>', '><v>1</v></c>', '><v>29221</v></c>', '><v>29221.5</v></c>'],
  ...['><v></v></c>', '><v/></c>', '><v> 0 </v></c>', '><v>a&amp;b</v></c>', '><v>&lt;</v></c>'],
  ...['><v>chữ</v></c>', '><f>1+1</f><v>2</v></c>', '><is><t>x</t></is></c>', '> <v>0</v></c>'],
  ...['><v>0</v> </c>', '><v >0</v></c>', '><v>quá dài cho một ô</v></c>', '><v>1e999</v></c>'],
  ...['><v>2026-11-30</v></c>', '><v>true</v></c>', '><v>12345678</v></c>', '><v>0</c>', '>'],
);
const cell = fc
  .tuple(fc.array(attribute, { maxLength: 3 }), content, fc.constantFrom(' ', '  ', '\n'))
  .map(
    ([attributes, rest, space]) => `<c${attributes.map((each) => space + each).join('')}${rest}`,
  );
const sheet = fc
  .tuple(fc.array(cell, { maxLength: 3 }), fc.array(cell, { maxLength: 3 }))
  .map(([first, second]) =>
    [`<sheetData><row r="1">`, ...first, '</row><row r="2">', ...second, '</row></sheetData>'].join(
      '',
    ),
  );
const PLAIN =
  '<sheetData><row r="1"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"/></row></sheetData>';

describe('a cell read at one go', () => {
  it('is the cell that its tags say, with the same refusals and the same limits', () => {
    fc.assert(
      fc.property(sheet, (xml) => {
        expect(told([xml], true)).toEqual(told([xml], false));
      }),
      { seed: 20261130, numRuns: 3_000 },
    );
  });

  it('is the same wherever the file is cut into pieces', () => {
    const right = told([PLAIN], false);
    for (let at = 0; at <= PLAIN.length; at++)
      expect(told([PLAIN.slice(0, at), PLAIN.slice(at)], true)).toEqual(right);
  });

  it('is taken where it looks as most cells do, and left to its tags else', () => {
    const read = (xml: string) => {
      const whole = new WholeCell();
      const end = whole.read(xml, 0);
      return end < 0 ? null : [end, whole.column, whole.style, whole.type, whole.raw];
    };
    expect(read('<c r="AB12" s="3" t="s"><v>12</v></c><c')).toEqual([37, 28, 3, 's', 12]);
    expect(read('<c s="3" r="A1"><v>-1.5E-3</v></c>')).toEqual([34, 1, 3, 'n', '-1.5E-3']);
    expect(read('<c t="str"><v>chữ</v></c>')).toEqual([25, 0, -1, 'str', 'chữ']);
    expect(read('<c r="B7" s="3"/>')).toEqual([17, 2, 3, 'n', null]);
    expect(read('<c r="B7"><f>A1</f><v>3</v></c>')).toBeNull();
    expect(read('<c r="B7" t="s"><v>1</v>')).toBeNull();
    expect(read('<cols r="B7"/>')).toBeNull();
  });
});
