import { describe, expect, it } from '@jest/globals';
import { LINE_HEIGHT, mergedHeight, rowHeight } from './row-height.js';

const TEN_WIDE = [{ label: 'A', width: 10 }];

describe('rowHeight', () => {
  it('is one line for short text, numbers and nothing', () => {
    expect(rowHeight(['một dòng'], TEN_WIDE)).toBe(LINE_HEIGHT);
    expect(rowHeight([12_345_678_901, null, true], TEN_WIDE)).toBe(LINE_HEIGHT);
    expect(rowHeight([], TEN_WIDE)).toBe(LINE_HEIGHT);
  });

  it('takes words to the next line as a whole and cuts only those that are too long', () => {
    const two = rowHeight(['một hai ba bốn'], TEN_WIDE);
    expect(two).toBeGreaterThan(LINE_HEIGHT);
    expect(rowHeight(['một dòng mà xuống'], TEN_WIDE)).toBe(two);
    expect(rowHeight(['x'.repeat(20)], TEN_WIDE)).toBe(two);
    expect(rowHeight(['x'.repeat(10)], TEN_WIDE)).toBe(LINE_HEIGHT);
  });

  it('counts the lines that the text has itself', () => {
    expect(rowHeight(['a\nb\nc'], TEN_WIDE)).toBe(
      rowHeight(['một hai ba bốn năm sáu bảy'], TEN_WIDE),
    );
  });

  it('does not grow with what nobody sees', () => {
    const hidden = [...TEN_WIDE, { label: 'B', width: 10, hidden: true }];
    expect(rowHeight(['a', 'x'.repeat(400)], hidden)).toBe(LINE_HEIGHT);
  });

  it('follows the longest cell and stays below what Excel allows', () => {
    expect(rowHeight(['a', 'b\nc'], TEN_WIDE)).toBe(rowHeight(['b\nc'], TEN_WIDE));
    expect(rowHeight(['x '.repeat(5000)], TEN_WIDE)).toBe(409);
  });
});

describe('mergedHeight', () => {
  it('sees the width of all merged columns together', () => {
    expect(mergedHeight('mười ký tự và hơn nữa', 100)).toBe(LINE_HEIGHT);
    expect(mergedHeight('mười ký tự và hơn nữa', 10)).toBeGreaterThan(LINE_HEIGHT);
  });
});
