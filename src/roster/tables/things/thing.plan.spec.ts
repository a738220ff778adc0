import { describe, expect, it } from '@jest/globals';
import type { Mark } from '../../mark.js';
import { thingSteps, type SaidThing } from './thing.plan.js';
import type { ThingSpans, ThingValues } from './thing-values.js';

const sheet = {
  keyOf: ({ code }: ThingValues) => String(code),
  ...{ span: 'continue', usual: {} },
} as unknown as ThingSpans;
const ENDED = {
  id: 7,
  values: { code: 'A', seats: 5, starts_on: '2025-07-01', last_on: '2025-09-14' },
};
const known = new Map([['A', [ENDED]]]);
const mark = {
  staffId: 7,
  went: (column, value) => value === ENDED.values[column as keyof typeof ENDED.values],
} as Mark;

function stepOf(row: Partial<SaidThing>, asOf = '2025-10-01') {
  const said = { code: 'A', seats: 5 };
  const rows = [{ said, mark: null, before: null, answers: new Map<string, string>(), ...row }];
  const { before, after, changed, asked } = thingSteps(rows, known, { sheet, asOf })[0]!;
  return { before: before?.id ?? null, startsOn: after['starts_on'], changed, asked };
}

const STAYS = { before: 7, startsOn: '2025-07-01', changed: [] };
const ASKED = { column: 'last_on', answer: 'registry', since: 'last-sheet', stays: true };

describe('a thing that was ended', () => {
  it('stays ended where its sender says what it has always said', () => {
    expect(stepOf({ before: { code: 'A', seats: 5 } })).toEqual({ ...STAYS, asked: [ASKED] });
  });

  it('stays ended where our own export comes back as it went', () => {
    expect(stepOf({ mark })).toEqual({ ...STAYS, asked: [] });
  });

  it('begins again where the reader says that the file is right', () => {
    const answers = new Map([['last_on', 'file']]);
    expect(stepOf({ before: { code: 'A', seats: 5 }, answers })).toMatchObject({
      ...{ before: null, startsOn: '2025-10-01', asked: [{ ...ASKED, answer: 'file' }] },
    });
  });

  it.each([
    ['nobody has said it before', {}],
    ['the file says something new', { before: { code: 'A', seats: 4 } }],
    ['an export comes back changed', { mark, said: { code: 'A', seats: 6 } }],
  ])('begins again where %s', (_why, row) => {
    expect(stepOf(row)).toMatchObject({ before: null, startsOn: '2025-10-01', asked: [] });
  });
});
