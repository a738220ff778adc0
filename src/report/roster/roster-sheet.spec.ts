import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readRoster } from '../../roster/reading/read-roster.js';
import type { RosterReading } from '../../roster/reading/roster-reading.js';
import { DEGREES } from '../../rules/vocabulary.js';
import type { SheetSpec } from '../../sheet/sheet-spec.js';
import { normalised } from '../../shared/text.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { writeWorkbook } from '../../sheet/xlsx-writer.js';
import { ROSTER_CHOICES } from './roster-columns.js';
import type { RosterFrame } from './roster-frame.js';
import type { RosterPerson } from './roster-person.js';
import { rosterSheet, type RosterSheetInput, templateSheet } from './roster-sheet.js';

const FRAME: RosterFrame = {
  on: '2025-06-30',
  provinceName: 'Tỉnh Điện Biên',
  unitName: null,
  notice: [],
};
const ALL = new Set(ROSTER_CHOICES.map(({ key }) => key));

function aPerson(given: Partial<RosterPerson> = {}): RosterPerson {
  return {
    ...{ staffId: 1, key: '1', fullName: 'Lò Văn Ún', personalNumber: '011080001234', sex: 'male' },
    ...{ bornOn: '1980-05-12', ethnicity: 'Thái', religion: null, homeText: null },
    ...{ addressText: null, unit: 'Xã Mường Phăng', rootUnit: 'Xã Mường Phăng', rootCode: 'A' },
    ...{ position: 'Kế toán', group: 'professional', block: 'government', recruitedOn: null },
    ...{ partyProbationaryOn: null, partyOfficialOn: null, generalEducation: null },
    ...{ degree: null, major: null, studyMode: null, school: null, politicalTheory: null },
    ...{ stateManagement: null, foreignLanguage: null, informatics: null, languages: [] },
    ...{ certificates: [], rankCode: null, step: null, coefficient: null, stepOn: null },
    ...{ positionAllowance: null, overGradePercent: null, insuranceYears: null },
    ...{ plannedTitle: null, spousePersonalNumber: null, note: null, ratings: {} },
    ...{ conditions: [], wish: null, proposedUnit: null, proposedPosition: null },
    ...{ unknown: {}, closed: false, ...given },
  };
}

function input(
  people: readonly RosterPerson[],
  given: Partial<RosterSheetInput> = {},
): RosterSheetInput {
  return { frame: FRAME, people, columns: ALL, closedScope: true, ...given };
}

async function written(sheet: SheetSpec): Promise<Buffer> {
  const stamp = { mark: null, text: 'Người xuất: A; mục đích: thử vòng đi vòng về' };
  return writeWorkbook({ sheets: [sheet], createdAt: '2025-06-30T00:00:00Z', stamp });
}

async function readBack(sheet: SheetSpec): Promise<RosterReading> {
  return readRoster('a.xlsx', await readWorkbook(await written(sheet)));
}

/** Words as the registry has them: what the reader would mend (old encodings, Ð, lists) is mended there already. */
const WORDS = fc
  .tuple(
    fc.constantFrom('', '=', '+', '-', '@', '＝', '＋', '"', '&', '<b>', '_x0041_', "'="),
    fc.array(
      fc.constantFrom('Nà', 'Tấu', 'Đại', 'học', 'Mường', 'Nhé', 'x1', '2024', '(', ')', '%'),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
    fc.constantFrom('', '!A1', '</t>', '…', ' 100%'),
  )
  .map(([first, words, last]) => normalised(`${first}Lò ${words.join(' ')}${last}`));
const OPTIONAL = fc.option(WORDS, { nil: null });
const DAY = fc.constantFrom('1980-05-12', '1999-12', '2003', null);

const PERSON = fc
  .record({
    fullName: fc.constantFrom('Lò Văn Ún', 'Giàng A Chu', 'Quàng Thị Dung', 'Tống Văn Tổng'),
    sex: fc.constantFrom('male' as const, 'female' as const, null),
    bornOn: fc.constantFrom('1980-05-12', '1980-05', '1980', '2001-01-31'),
    ...{ homeText: OPTIONAL, addressText: OPTIONAL, major: OPTIONAL, school: OPTIONAL },
    ...{ politicalTheory: OPTIONAL, stateManagement: OPTIONAL, foreignLanguage: OPTIONAL },
    ...{ recruitedOn: DAY, partyProbationaryOn: DAY, partyOfficialOn: DAY, stepOn: DAY },
    generalEducation: fc.constantFrom('12/12', '10/10', null),
    degree: fc.constantFrom(...DEGREES, null),
    languages: fc.uniqueArray(fc.constantFrom('Thái', 'Mông', 'Hà Nhì')),
    certificates: fc.uniqueArray(fc.constantFrom('Tin học B', 'Anh B1')),
    rankCode: fc.constantFrom('01.003', '06.031', 'V.07.03.28', null),
    step: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    coefficient: fc.constantFrom(2.34, 3.33, 3.66, 4.4, null),
    positionAllowance: fc.constantFrom(0.25, 0.1, null),
    overGradePercent: fc.constantFrom(5, 12, null),
    insuranceYears: fc.constantFrom(3, 12.5, null),
    ratings: fc.constantFrom({}, { '2023': 'Hoàn thành tốt nhiệm vụ', '2024': 'Hoàn thành' }),
    ...{ plannedTitle: OPTIONAL, note: OPTIONAL, proposedUnit: OPTIONAL },
    conditions: fc.constantFrom([], ['Nuôi con dưới 36 tháng'], ['Đi học', 'Hoàn cảnh khó khăn']),
    wish: fc.constantFrom('Ở lại', '1. Xã Nà Tấu; 2. Xã Mường Phăng', null),
    unknown: fc.constantFrom(
      {},
      { 'Số điện thoại': '+84912' },
      { 'Nhóm máu': '=O', 'Số sổ > Quyển': '7' },
    ),
  })
  .map((given) => aPerson({ ...given, personalNumber: null }));

describe('rosterSheet', () => {
  it('comes back as what went out, for random people', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(PERSON, { minLength: 1, maxLength: 6 }), async (people) => {
        const { records } = await readBack(rosterSheet(input(people)));
        expect(records.map(comparable)).toEqual(people.map(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('names the unit over its people where there are several, and still each in a row', async () => {
    const people = [
      aPerson(),
      aPerson({ rootCode: 'B', rootUnit: 'Xã Nà Tấu', unit: 'Phòng Kinh tế, Xã Nà Tấu' }),
    ];
    const { records, skipped } = await readBack(rosterSheet(input(people)));
    expect(records.map(({ unitText }) => unitText)).toEqual(people.map(({ unit }) => unit));
    expect(skipped.sections).toBe(2);
  });

  it('leaves out a column in which a value would be hidden, for all', async () => {
    const people = [
      aPerson({ closed: true, plannedTitle: 'Bí thư' }),
      aPerson({ plannedTitle: 'x' }),
    ];
    const fields = async (closedScope: boolean): Promise<unknown[]> => {
      const { sheets } = await readBack(rosterSheet(input(people, { closedScope })));
      return sheets[0]?.tables[0]?.columns.map(({ field }) => field) ?? [];
    };
    expect(await fields(true)).toEqual(expect.arrayContaining(['plannedTitle', 'rating:2024']));
    expect(await fields(false)).not.toEqual(expect.arrayContaining(['plannedTitle']));
    expect(await fields(false)).not.toEqual(expect.arrayContaining(['rating:2024']));
  });

  it('has only the chosen columns', async () => {
    const columns = new Set(['fullName', 'bornMale', 'bornFemale', 'unit', 'position']);
    const { sheets, records } = await readBack(rosterSheet(input([aPerson()], { columns })));
    expect(sheets[0]?.tables[0]?.columns).toHaveLength(6);
    expect(records[0]).toMatchObject({ ethnicity: null, personalNumber: null, sex: 'male' });
  });
});

describe('templateSheet', () => {
  const choices = new Map([['unit' as const, ['Xã Nà Tấu', 'Xã Mường Phăng, huyện A']]]);

  it('read as it is has the people in it, without the example and the empty rows', async () => {
    const people = [aPerson(), aPerson({ fullName: 'Giàng A Chu' })];
    const { records, issues, sheets } = await readBack(templateSheet(input(people, { choices })));
    expect(records.map(({ fullName }) => fullName)).toEqual(['Lò Văn Ún', 'Giàng A Chu']);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(sheets).toHaveLength(1);
    expect((await readBack(templateSheet(input([], { choices })))).records).toEqual([]);
  });

  it('its example filled in by hand as a person is one', async () => {
    const sheet = templateSheet(input([], { choices }));
    const [example] = sheet.rows;
    if (example?.kind !== 'cells') throw new Error('no example');
    const typed = { ...example, cells: [1, ...example.cells.slice(1)] };
    expect((await readBack({ ...sheet, rows: [typed] })).records).toHaveLength(1);
  });
});

/** The fields that a row gives back, in the names of a record. */
function expected(person: RosterPerson): unknown {
  const { wish, conditions, languages, ...given } = person;
  return {
    ...pick(given),
    unitText: person.unit,
    positionText: person.position,
    rank: person.rankCode,
    minorityLanguages: languages,
    conditions: [...conditions],
    wish,
    proposedUnitText: person.proposedUnit,
  };
}

function comparable(record: RosterReading['records'][number]): unknown {
  return {
    ...pick(record as unknown as Record<string, unknown>),
    unitText: record.unitText,
    positionText: record.positionText,
    rank: record.rank,
    minorityLanguages: record.minorityLanguages,
    conditions: record.conditions.map(({ text }) => text),
    wish: record.wish?.text ?? null,
    proposedUnitText: record.proposedUnitText,
  };
}

const SAME = [
  ...['fullName', 'sex', 'bornOn', 'homeText', 'addressText', 'major', 'school', 'degree'],
  ...['politicalTheory', 'stateManagement', 'foreignLanguage', 'recruitedOn', 'stepOn', 'note'],
  ...['partyProbationaryOn', 'partyOfficialOn', 'generalEducation', 'certificates', 'step'],
  ...['coefficient', 'positionAllowance', 'overGradePercent', 'insuranceYears', 'ratings'],
  ...['plannedTitle', 'unknown'],
];

function pick(from: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(SAME.map((key) => [key, from[key]]));
}
