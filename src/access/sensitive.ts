import type { AuditKey } from './audit-key.js';
import { CLOSED_FIELDS, FIELD_CLASSES, type Place } from './fields/field-classes.js';

/** Of pins and proposals only the person: a `reason` of theirs is given as the entry's `why`, which people read. */
const PLACES: readonly Place[] = [
  ...(['staff', 'staff_ratings', 'staff_conditions', 'staff_languages'] as const),
  ...(['wishes', 'record', 'person'] as const),
];

/** The fields whose values never stand in the trail, as columns and as JSON keys. */
export const SENSITIVE: ReadonlySet<string> = new Set(
  [
    ...Object.values(FIELD_CLASSES).flatMap(({ fields }) => fieldsOf(fields)),
    ...fieldsOf(CLOSED_FIELDS),
    'person_key',
  ].flatMap((field) => [field, camelCase(field)]),
);

const DIGITS = 12;

/**
 * The same fields with sensitive values as `hmac:` and 12 hexadecimal digits, at any depth. Equal values of one subject give
 * equal hashes, so a change is seen; those of two subjects do not, so nobody is known by somebody else's.
 *
 * @param subject what the entry is about: `person/7`.
 */
export function hashed(
  key: AuditKey,
  subject: string,
  fields: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      SENSITIVE.has(name) ? hashOf(key, subject, name, value) : inside(key, subject, value),
    ]),
  );
}

function hashOf(key: AuditKey, subject: string, name: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = JSON.stringify([subject, name, value]);
  return `hmac:${key.mac('field', text).slice(0, DIGITS)}`;
}

function inside(key: AuditKey, subject: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => inside(key, subject, each));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return hashed(key, subject, value as Record<string, unknown>);
}

function fieldsOf(fields: Readonly<Partial<Record<Place, readonly string[]>>>): readonly string[] {
  return PLACES.flatMap((place) => fields[place] ?? []);
}

function camelCase(column: string): string {
  return column.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
}
