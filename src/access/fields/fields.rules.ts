import type { Actor, Role } from '../../shared/actor.js';
import { maskedNumber, withoutNumbers } from '../../shared/masking.js';
import {
  CLOSED_FIELDS,
  FIELD_CLASSES,
  FIELD_CLASS_KEYS,
  type FieldClass,
  type Place,
  type Sight,
} from './field-classes.js';

type AnyRole = Actor['role'];

/** A value as a caller gets it; hidden ones do not tell whether there is anything. */
export interface SeenValue {
  readonly value: string | null;
  readonly state: Exclude<Sight, 'none'>;
}

/** What a role sees of a class before it asks. The operator has the machine and sees all; the door sees nobody. */
export function sightOf(role: AnyRole, fieldClass: FieldClass | null): Sight {
  if (role === 'operator') return 'shown';
  if (role === 'gate') return 'none';
  if (fieldClass === null) return seesPeople(role) ? 'shown' : 'none';
  return FIELD_CLASSES[fieldClass].seenBy[role];
}

/** Whether a role may open a class for one person, with a purpose. */
export function mayReveal(role: AnyRole, fieldClass: FieldClass): boolean {
  if (role === 'operator') return true;
  const roles: readonly AnyRole[] = FIELD_CLASSES[fieldClass].revealedBy;
  return roles.includes(role);
}

/** The classes that a role may open, in the order of the table. */
export function revealableBy(role: AnyRole): FieldClass[] {
  return FIELD_CLASS_KEYS.filter((each) => mayReveal(role, each));
}

/** The class of a field, or null where it is open; the first of the table where a field holds several. */
export function classOfField(place: Place, field: string): FieldClass | null {
  return classesOfField(place, field)[0] ?? null;
}

/** All classes that a field may tell of: a cell of conditions may name an illness or a discipline. */
export function classesOfField(place: Place, field: string): FieldClass[] {
  return FIELD_CLASS_KEYS.filter((each) => {
    const fields: Readonly<Partial<Record<Place, readonly string[]>>> = FIELD_CLASSES[each].fields;
    return fields[place]?.includes(field) ?? false;
  });
}

/** The class of a case that stands against moving a person; null = study or secondment, which rosters show anyway. */
export function classOfCondition(conditionCase: string): FieldClass | null {
  return classOfField('staff_conditions', conditionCase);
}

/** Whether a role sees every class that a field may tell of. */
export function seesWhole(role: AnyRole, place: Place, field: string): boolean {
  return [null, ...classesOfField(place, field)].every((each) => sightOf(role, each) === 'shown');
}

/** Whether the field is closed for holders of titles that the Party committee manages. */
export function isClosedField(place: Place, field: string): boolean {
  return CLOSED_FIELDS[place]?.includes(field) ?? false;
}

/** A value of a class as a role gets it. */
export function seenValue(
  role: AnyRole,
  fieldClass: FieldClass | null,
  value: string | null,
): SeenValue {
  const sight = sightOf(role, fieldClass);
  switch (sight) {
    case 'shown':
      return { value, state: 'shown' };
    case 'masked':
      return value === null
        ? { value, state: 'shown' }
        : { value: maskedNumber(value), state: 'masked' };
    case 'hidden':
    case 'none':
      return { value: null, state: 'hidden' };
  }
}

/**
 * What is wrong with a cell, without what the cell says where its class is protected.
 *
 * @param typed the text of the cell, as the message quotes it; empty = not known.
 */
export function protectedMessage(
  fieldClass: FieldClass | null,
  message: string,
  typed: string,
): string {
  if (fieldClass === null) return withoutNumbers(message);
  if (fieldClass === 'personal-number')
    return message.replace(QUOTED, (_quoted, text: string) => `"${maskedNumber(text)}"`);
  const unquoted = (typed === '' ? message : message.replaceAll(`"${typed}"`, '"…"')).replace(
    FIRST_QUOTED,
    '"…"',
  );
  return fieldClass === 'free-text' ? unquoted : unquoted.replace(FIGURES, '…');
}

const QUOTED = /"([^"]*)"/gu;
const FIRST_QUOTED = /"[^"]*"/u;
const FIGURES = /\d[\d/.,-]*\d|\d/gu;

function seesPeople(role: Role): boolean {
  return role !== 'auditor' && role !== 'administrator';
}
