import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../../shared/actor.js';
import { FIELD_CLASSES, FIELD_CLASS_KEYS, OPEN_FIELDS, type Place } from './field-classes.js';
import {
  classesOfField,
  classOfCondition,
  classOfField,
  isClosedField,
  mayReveal,
  protectedMessage,
  revealableBy,
  seenValue,
  seesWhole,
  sightOf,
} from './fields.rules.js';

describe('sightOf', () => {
  it('shows no class in full to any account', () => {
    for (const role of ROLES)
      for (const each of FIELD_CLASS_KEYS) expect(sightOf(role, each)).not.toBe('shown');
  });

  it('masks personal numbers for those who see people and hides the rest', () => {
    for (const role of ['officer', 'manager', 'leader'] as const) {
      expect(sightOf(role, 'personal-number')).toBe('masked');
      expect(sightOf(role, 'health')).toBe('hidden');
      expect(sightOf(role, null)).toBe('shown');
    }
  });

  it('lets auditor, administrator and the door see nobody at all', () => {
    for (const role of ['auditor', 'administrator', 'gate'] as const)
      for (const each of [null, ...FIELD_CLASS_KEYS]) expect(sightOf(role, each)).toBe('none');
  });

  it('shows the operator of the machine everything', () => {
    for (const each of [null, ...FIELD_CLASS_KEYS]) expect(sightOf('operator', each)).toBe('shown');
  });
});

describe('mayReveal, revealableBy', () => {
  it('open every class to officers and managers and none to leaders', () => {
    expect(revealableBy('officer')).toEqual(FIELD_CLASS_KEYS);
    expect(revealableBy('manager')).toEqual(FIELD_CLASS_KEYS);
    for (const role of ['leader', 'auditor', 'administrator', 'gate'] as const)
      expect(revealableBy(role)).toEqual([]);
    expect(mayReveal('leader', 'personal-number')).toBe(false);
    expect(mayReveal('operator', 'health')).toBe(true);
  });
});

describe('classOfField, classesOfField', () => {
  it('find the class of a column, of a key of a roster and of a frozen fact', () => {
    expect(classOfField('staff', 'ethnicity')).toBe('ethnicity');
    expect(classOfField('record', 'partyOfficialOn')).toBe('party');
    expect(classOfField('person', 'spouseKey')).toBe('family');
    expect(classOfField('proposals', 'person_key')).toBe('personal-number');
    expect(classOfField('staff', 'degree')).toBeNull();
  });

  it('name all classes that a cell of conditions may tell of', () => {
    expect(classesOfField('record', 'conditions')).toEqual(['health', 'discipline', 'family']);
  });

  it('put no field both in a class and among the open ones', () => {
    const both = (Object.keys(OPEN_FIELDS) as Place[]).flatMap((place) =>
      (OPEN_FIELDS[place] ?? []).filter(
        (field) => classOfField(place, field) !== null || isClosedField(place, field),
      ),
    );
    expect(both).toEqual([]);
  });
});

describe('classOfCondition', () => {
  it('knows health, discipline and family, and leaves study open', () => {
    expect(classOfCondition('grave-illness')).toBe('health');
    expect(classOfCondition('prosecution')).toBe('discipline');
    expect(classOfCondition('other')).toBe('family');
    expect(classOfCondition('study-or-seconded')).toBeNull();
  });
});

describe('seesWhole', () => {
  it('lets only the operator read a reason as it was written', () => {
    expect(seesWhole('operator', 'proposals', 'reason')).toBe(true);
    for (const role of ROLES) expect(seesWhole(role, 'proposals', 'reason')).toBe(false);
    expect(seesWhole('leader', 'staff', 'degree')).toBe(true);
  });
});

describe('isClosedField', () => {
  it('closes planned titles and ratings, nothing else of a person', () => {
    expect(isClosedField('staff', 'planned_title')).toBe(true);
    expect(isClosedField('staff_ratings', 'rating')).toBe(true);
    expect(isClosedField('staff', 'degree')).toBe(false);
  });
});

describe('seenValue', () => {
  it('gives the value, its last digits, or nothing', () => {
    expect(seenValue('operator', 'health', 'x')).toEqual({ value: 'x', state: 'shown' });
    expect(seenValue('leader', 'personal-number', '011085000123')).toEqual({
      value: '•••••••••123',
      state: 'masked',
    });
    expect(seenValue('officer', 'health', 'x')).toEqual({ value: null, state: 'hidden' });
  });

  it('does not tell by a hidden field whether there is anything', () => {
    expect(seenValue('officer', 'party', null)).toEqual(seenValue('officer', 'party', '2001'));
  });
});

describe('protectedMessage', () => {
  it('keeps only the last digits of a number, even one that is no number', () => {
    expect(protectedMessage('personal-number', 'Số định danh "01108" chỉ có 5 chữ số.', '')).toBe(
      'Số định danh "••108" chỉ có 5 chữ số.',
    );
  });

  it('leaves no value of a hidden class: neither as typed nor as understood', () => {
    const message = '"2/9/85" ghi năm hai chữ số, được hiểu là năm 1985. Hãy ghi đủ.';
    const text = protectedMessage('party', message, '2/9/85');
    expect(text).toBe('"…" ghi năm hai chữ số, được hiểu là năm …. Hãy ghi đủ.');
    expect(protectedMessage('health', 'Ô chứa số 45123, là ngày 15/07/2023.', '45123')).toBe(
      'Ô chứa số …, là ngày ….',
    );
  });

  it('hides what was typed in a free text, with quotation marks in it, and keeps what is wanted', () => {
    const typed = 'xin về vì "bệnh" nặng';
    const message = `Không hiểu nguyện vọng "${typed}". Hãy ghi "Ở lại" hoặc "1. Xã …".`;
    expect(protectedMessage('free-text', message, typed)).toBe(
      'Không hiểu nguyện vọng "…". Hãy ghi "Ở lại" hoặc "1. Xã …".',
    );
  });

  it('leaves open fields as they are, but for personal numbers', () => {
    expect(protectedMessage(null, 'Không có đơn vị "Xã 011085000123".', '')).toBe(
      'Không có đơn vị "Xã •••••••••123".',
    );
  });
});

describe('FIELD_CLASSES', () => {
  it('names a source for each class', () => {
    for (const each of FIELD_CLASS_KEYS) expect(FIELD_CLASSES[each].source).toMatch(/\S{3}/);
  });
});
