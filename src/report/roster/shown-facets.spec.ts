import { describe, expect, it } from '@jest/globals';
import type { Field } from '../../roster/reading/fields.js';
import { shownFacets } from './shown-facets.js';

const FACETS = {
  fullName: 'Lò Văn Ún',
  personalNumber: '011080001234',
  ethnicity: 'Thái',
  unit: 'A',
  fit: null,
  'rating:2024': 'tốt',
  'unknown:Điện thoại': '1',
};

function shown(fields: readonly Field[], unknown = false): string[] {
  return Object.keys(shownFacets(FACETS, { fields: new Set(fields), unknown }));
}

describe('shownFacets', () => {
  it('keeps what a column of the sheet says', () => {
    expect(shown(['fullName', 'unit', 'rating:2024'])).toEqual(['fullName', 'unit', 'rating:2024']);
    expect(shown(['personalNumber', 'ethnicity'])).toEqual(['personalNumber', 'ethnicity']);
  });

  it('lets nothing out that the sheet does not show, not even what is derived', () => {
    expect(shown([])).toEqual([]);
    expect(shown(['rating:2023'])).toEqual([]);
    expect(shown([], true)).toEqual(['unknown:Điện thoại']);
  });
});
