import { describe, expect, it } from '@jest/globals';
import type { KnownKey } from '../../../law/law-version.js';
import { planVersions, type StandingRow } from '../../../law/versions.plan.js';
import { markText, readMark } from '../../export-marks.js';
import type { ThingValues } from '../things/thing-values.js';
import { CONTENT, parameterSteps, valuesOfVersion, type StandingLaw } from './parameter.plan.js';
import { textOfValue, valueOfText } from './parameter-texts.js';

const NATION: StandingRow = {
  ...{ id: 1, key: 'cap', value: 2.5, scope: 'nation', startsOn: '2025-07-01', endsOn: null },
  source: { document: 'Decree 300', article: 'art. 1', date: '2025-11-17' },
  ...{ evidence: 'confirmed', note: '' },
};
const CAP: KnownKey = {
  ...{ key: 'cap', pack: 'norms', kind: 'number', byUnit: false, nameVi: 'Cấp phó', nameEn: '' },
};
const law = (...rows: readonly StandingRow[]): StandingLaw => ({
  ...{ rows, keys: new Map([['cap', CAP]]), hasUnit: () => true },
  ...{ provinceCode: '11', asOf: '2026-07-01' },
});
const said = (change: ThingValues = {}): ThingValues => ({
  ...valuesOfVersion(NATION, '11'),
  ...change,
});
const step = (values: ThingValues, standing: StandingLaw, exported?: StandingRow) => {
  const went = exported && valuesOfVersion(exported, '11');
  const shown = went && Object.fromEntries(CONTENT.map((each) => [each, went[each] ?? null]));
  const mark = exported && shown ? readMark(markText(exported.id, shown)) : null;
  return parameterSteps([{ said: values, mark, before: null, answers: new Map() }], standing)[0]!;
};

describe('parameterSteps', () => {
  it('makes nothing of a row that says what holds for the nation', () => {
    expect(step(said(), law(NATION)).wanted).toBeNull();
  });

  it('makes a version of the province of another value, and does not call it confirmed', () => {
    expect(step(said({ value: '3' }), law(NATION)).wanted).toMatchObject({
      ...{ key: 'cap', value: 3, scope: 'province:11', startsOn: '2025-07-01', endsOn: null },
      evidence: 'found',
    });
  });

  it('begins on the day of the batch where the row names none, and says its last day', () => {
    const values = said({ value: '3', starts_on: null, last_on: '2027-12-31' });
    expect(step(values, law(NATION)).wanted).toMatchObject({
      ...{ startsOn: '2026-07-01', endsOn: '2028-01-01' },
    });
  });

  it('compares with the province where it has a value of its own', () => {
    const own: StandingRow = { ...NATION, id: 2, value: 3, scope: 'province:11' };
    expect(step(said({ value: '3' }), law(NATION, own)).wanted).toBeNull();
    expect(step(said(), law(NATION, own)).wanted).toMatchObject({ value: 2.5 });
  });

  it('takes nothing back that was changed after the export, and asks where both changed it', () => {
    const later: StandingRow = { ...NATION, id: 2, value: 3, scope: 'province:11' };
    expect(step(said(), law(NATION, later), NATION)).toMatchObject({ wanted: null, asked: [] });
    const both = step(said({ value: '4' }), law(NATION, later), NATION);
    expect(both.asked).toMatchObject([{ column: 'value', answer: null, since: 'export' }]);
    expect(both.wanted).toBeNull();
  });

  it('keeps a later value where a plain sheet says what it said before, until the reader decides', () => {
    const later: StandingRow = { ...NATION, id: 2, value: 4, scope: 'province:11' };
    const again = (value: string, answers: ReadonlyMap<string, string> = new Map()) =>
      parameterSteps(
        [{ said: said({ value }), mark: null, before: said({ value: '3,0' }), answers }],
        law(NATION, later),
      )[0]!;
    expect(again('3')).toMatchObject({
      wanted: null,
      asked: [{ column: 'value', answer: 'registry', since: 'last-sheet', stays: true }],
    });
    expect(again('3', new Map([['value', 'file']])).wanted).toMatchObject({ value: 3 });
    expect(again('5')).toMatchObject({
      wanted: null,
      asked: [{ column: 'value', answer: null, stays: false }],
    });
  });

  it('refuses two rows of one parameter, unit and first day', () => {
    const answers = new Map<string, string>();
    const row = { said: said({ value: '3' }), mark: null, before: null, answers };
    const [first, second] = parameterSteps([row, row], law(NATION));
    expect(first?.faults).toEqual([]);
    expect(second?.faults).toMatchObject([{ code: 'registry.row-twice' }]);
  });
});

describe('planVersions', () => {
  it('gives each version its own time whatever their order, and what stood keeps the rest', () => {
    const wanted = (startsOn: string, value: number) => ({ ...NATION, startsOn, value });
    const both = [wanted('2028-01-01', 4), wanted('2026-01-01', 3)];
    const { supersede, add } = planVersions([NATION], both);
    expect(supersede).toEqual([NATION]);
    expect(add.map(({ value, startsOn, endsOn }) => [value, startsOn, endsOn])).toEqual([
      [2.5, '2025-07-01', '2026-01-01'],
      [3, '2026-01-01', '2028-01-01'],
      [4, '2028-01-01', null],
    ]);
  });
});

describe('valueOfText', () => {
  it.each([
    ['2,5', 'number', 2.5],
    ['2.340.000', 'number', undefined],
    ['', 'number', undefined],
    ['Đúng', 'boolean', true],
    ['không', 'boolean', false],
    ['có lẽ', 'boolean', undefined],
    ['31/12/2030', 'day', '2030-12-31'],
    ['2030-12-31', 'day', '2030-12-31'],
    ['30/02/2030', 'day', undefined],
    ['a; b;', 'list', ['a', 'b']],
    ['Không có', 'list', []],
    ['Điều 5', 'text', 'Điều 5'],
  ] as const)('reads %j as a %s', (text, kind, value) => {
    expect(valueOfText(text, kind, undefined)).toEqual(value);
  });

  it('keeps a list of numbers one of numbers', () => {
    expect(valueOfText('60; 0', 'list', [30])).toEqual([60, 0]);
    expect(valueOfText('60; a', 'list', [30])).toBeUndefined();
  });

  it.each([
    [2.5, 'number'],
    [true, 'boolean'],
    ['2030-12-31', 'day'],
    [['a', 'b'], 'list'],
    [[], 'list'],
  ] as const)('reads %j as it was written', (value, kind) => {
    expect(valueOfText(textOfValue(value), kind, value)).toEqual(value);
  });
});
