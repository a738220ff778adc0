import { describe, expect, it } from '@jest/globals';
import { markText, readMark } from './export-marks.js';

const FACETS = {
  degree: 'university',
  step: 3,
  'unknown:Sở trường': 'cờ',
  certificates: ['Tin A'],
};

describe('a mark', () => {
  const mark = readMark(markText(17, FACETS));

  it('names the person and knows each value that went out', () => {
    expect(mark?.staffId).toBe(17);
    for (const [facet, value] of Object.entries(FACETS))
      expect(mark?.went(facet, value)).toBe(true);
  });

  it('knows a value that did not, and a facet that was not in the file', () => {
    expect(mark?.went('degree', 'master')).toBe(false);
    expect(mark?.went('step', null)).toBe(false);
    expect(mark?.went('religion', null)).toBeNull();
  });

  it('holds an empty value too', () => {
    expect(readMark(markText(1, { note: null }))?.went('note', null)).toBe(true);
    expect(readMark(markText(1, { note: null }))?.went('note', '')).toBe(false);
  });

  it('tells of two people with one value by two hashes', () => {
    const body = (id: number): string => markText(id, FACETS).split('.')[2] ?? '';
    expect(body(1)).not.toBe(body(2));
  });

  it.each([undefined, '', 'bt1.17', 'bt1.x.', 'bt2.17.', 'bt1.17.abc', `${markText(17, FACETS)}=`])(
    'that is broken is none: %j',
    (text) => {
      expect(readMark(text)).toBeNull();
    },
  );
});
