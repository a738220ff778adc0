import { describe, expect, it } from '@jest/globals';
import { FIELD_CLASSES, OPEN_FIELDS } from '../../access/fields/field-classes.js';
import { type FileValue, personFile, type Viewer, valuesNamed } from './person-file.js';
import { PERSON_GROUPS } from './person-fields.js';
import type { PersonPosting, PersonRecord } from './person-record.js';

const POSTING: PersonPosting = {
  startsOn: '2020-01-01',
  endsOn: null,
  kind: 'main',
  unitCode: 'A',
  unitName: 'Xã A',
  positionCode: 'P',
  positionName: 'Chuyên viên',
  partyManaged: false,
  seated: true,
  fit: null,
};

function aRecord(given: Partial<PersonRecord> = {}): PersonRecord {
  return {
    staffId: 1,
    staff: {
      full_name: 'Lò Văn Thử',
      personal_number: '011085000123',
      ethnicity: 'Thái',
      born_on: '1985-05',
      degree: 'university',
      coefficient: 3.66,
      planned_title: 'Phó Chủ tịch',
      certificates: ['Tin học', 'Anh B1'],
      unknown_columns: { 'Nhóm máu': 'O' },
      note: null,
    },
    postings: [POSTING],
    ratings: [{ year: 2024, rating: 'Hoàn thành tốt' }],
    languages: ['Thái'],
    conditions: [],
    wishes: [],
    ...given,
  };
}

const CONDITION = {
  case: 'grave-illness',
  startsOn: '2025-01-02',
  endsOn: null,
  liftedByRequest: false,
  note: 'điều trị tại K',
} as const;

const LEADER: Viewer = { role: 'leader', closedScope: false };
const OFFICER: Viewer = { role: 'officer', closedScope: false };
const OPERATOR: Viewer = { role: 'operator', closedScope: true };

function valueIn(record: PersonRecord, viewer: Viewer, key: string): FileValue | undefined {
  return personFile(record, viewer)
    .flatMap(({ items }) => items)
    .find((each) => each.key === key);
}

describe('personFile', () => {
  it('has every column of a person but the surrogate ones', () => {
    const shown = PERSON_GROUPS.flatMap(({ fields }) => fields.map(({ column }) => column));
    const classed = Object.values(FIELD_CLASSES).flatMap(({ fields }) =>
      'staff' in fields ? [...fields.staff] : [],
    );
    const all = [...classed, ...(OPEN_FIELDS.staff ?? []), 'planned_title'];
    const missing = all.filter((column) => !shown.includes(column));
    expect(missing.sort()).toEqual(['created_in', 'home_unit_id', 'id', 'key']);
  });

  it('writes values as a Vietnamese reader does', () => {
    const value = (key: string): unknown => valueIn(aRecord(), OPERATOR, key)?.value;
    expect(value('born_on')).toBe('05/1985');
    expect(value('degree')).toBe('đại học');
    expect(value('coefficient')).toBe('3,66');
    expect(value('certificates')).toBe('Tin học; Anh B1');
    expect(value('unknown_columns')).toBe('Nhóm máu: O');
  });

  it('masks the number and hides the rest from accounts; officers may open it, leaders may not', () => {
    expect(valueIn(aRecord(), LEADER, 'personal_number')).toMatchObject({
      value: '•••••••••123',
      state: 'masked',
      revealable: false,
    });
    expect(valueIn(aRecord(), OFFICER, 'ethnicity')).toMatchObject({
      value: null,
      state: 'hidden',
      revealable: true,
    });
    expect(valueIn(aRecord(), LEADER, 'full_name')).toMatchObject({ state: 'shown', class: null });
  });

  it('is the same to a leader whether or not there is an illness, a discipline, a note', () => {
    const well = personFile(aRecord(), LEADER);
    for (const each of ['grave-illness', 'discipline', 'hard-circumstances'] as const) {
      const ill = aRecord({ conditions: [{ ...CONDITION, case: each }] });
      expect(personFile(ill, LEADER)).toEqual(well);
    }
    const { staff } = aRecord();
    expect(personFile(aRecord({ staff: { ...staff, note: 'ốm' } }), LEADER)).toEqual(well);
  });

  it('shows study to everybody who sees the person, without the words typed to it', () => {
    const record = aRecord({ conditions: [{ ...CONDITION, case: 'study-or-seconded' }] });
    const value = valueIn(record, LEADER, 'condition:study')?.value;
    expect(value).toBe('Đang học dài hạn hoặc biệt phái, từ 02/01/2025');
  });

  it('closes ratings and planned title of whoever holds or held a title of the Party committee', () => {
    const held = { ...POSTING, partyManaged: true, endsOn: '2021-01-01' };
    const record = aRecord({ postings: [POSTING, held] });
    for (const key of ['planned_title', 'rating:2024']) {
      expect(valueIn(record, OFFICER, key)).toMatchObject({
        value: null,
        state: 'hidden',
        class: 'closed',
        revealable: false,
      });
      expect(valueIn(record, { ...OFFICER, closedScope: true }, key)).toMatchObject({
        state: 'shown',
      });
      expect(valueIn(aRecord(), OFFICER, key)).toMatchObject({ state: 'shown', class: null });
    }
  });
});

describe('valuesNamed', () => {
  it('finds all values of a class, one by its key, and no open one', () => {
    const file = personFile(aRecord(), OPERATOR);
    expect(valuesNamed(file, 'party').map(({ key }) => key)).toEqual([
      'party_probationary_on',
      'party_official_on',
    ]);
    expect(valuesNamed(file, 'ethnicity')).toHaveLength(1);
    expect(valuesNamed(file, 'degree')).toEqual([]);
    expect(valuesNamed(file, '')).toEqual([]);
  });
});
