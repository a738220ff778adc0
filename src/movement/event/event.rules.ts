import { folded } from '../../shared/text.js';
import type { EventField, EventKind, EventValues } from './person-event.js';

const EVERYTHING: readonly EventField[] = [
  ...(['fullName', 'sex', 'bornOn', 'recruitedOn', 'homeText', 'addressText'] as const),
  ...(['degree', 'major', 'majorGroup', 'school', 'rankCode', 'step', 'coefficient'] as const),
  ...(['positionAllowance', 'plannedTitle', 'spousePersonalNumber'] as const),
];

const FIELDS: Readonly<Record<EventKind, readonly EventField[]>> = {
  newcomer: EVERYTHING,
  correction: EVERYTHING,
  degree: ['degree', 'major', 'majorGroup', 'school'],
  marriage: ['spousePersonalNumber'],
  maternity: [],
  discipline: [],
};

/** Kinds that are a case against moving the person, during a span. */
const CASES = { maternity: 'maternity', discipline: 'discipline' } as const;

/**
 * An event changes what it is about and nothing else: a marriage no degree.
 *
 * @returns the fields that do not belong to the kind, in the order given.
 * @source product decision: what an event changed must be told by its name
 */
export function fieldsNotOf(kind: EventKind, fields: readonly EventField[]): EventField[] {
  return fields.filter((field) => !FIELDS[kind].includes(field));
}

/**
 * Maternity and discipline stand against moving a person from their day on; other events do not.
 *
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 25 and 26, in force from 2025-07-01
 */
export function caseOf(kind: EventKind): 'maternity' | 'discipline' | null {
  return kind === 'maternity' || kind === 'discipline' ? CASES[kind] : null;
}

/**
 * A name of an event that tells no illness, family or discipline.
 *
 * @source Law 91/2025/QH15; docs/security.md
 */
export function seenKind(kind: EventKind): Exclude<EventKind, 'maternity' | 'discipline'> | 'case' {
  return kind === 'maternity' || kind === 'discipline' ? 'case' : kind;
}

/**
 * A major belongs to the group under which its spelling is known; where nobody knows it, to none until somebody says so.
 *
 * @param values `majorGroup` undefined = none was named.
 * @source product decision: a new major with the group of the old one would judge a person by the wrong field
 */
export function groupOfMajor(
  values: EventValues,
  known: readonly { readonly spelling: string; readonly majorGroup: string }[],
): EventValues['majorGroup'] {
  const { major, majorGroup: said } = values;
  if (said !== undefined || typeof major !== 'string') return said;
  return known.find(({ spelling }) => folded(spelling) === folded(major))?.majorGroup ?? null;
}
