import { type FieldClass, FIELD_CLASSES } from '../../access/fields/field-classes.js';
import {
  classOfCondition,
  classOfField,
  isClosedField,
  mayReveal,
  seenValue,
} from '../../access/fields/fields.rules.js';
import type { Actor } from '../../shared/actor.js';
import { dayText } from '../../shared/day.js';
import { PERSON_GROUPS, type StaffField } from './person-fields.js';
import type { PersonCondition, PersonRecord, PersonWish } from './person-record.js';
import { CASE_NAMES, WISH_NAMES } from './person-words.js';

/** Who looks at a file. */
export interface Viewer {
  readonly role: Actor['role'];
  /** May know of people whose titles the Party committee manages. */
  readonly closedScope: boolean;
}

/** A field that only accounts with the closed scope see; it cannot be opened by a purpose. */
export const CLOSED = 'closed';
export type ValueClass = FieldClass | typeof CLOSED;

export interface FileValue {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
  readonly state: 'shown' | 'masked' | 'hidden';
  readonly class: ValueClass | null;
  /** The viewer may open it with a purpose. */
  readonly revealable: boolean;
}

export interface FileGroup {
  readonly key: string;
  readonly label: string;
  readonly items: readonly FileValue[];
}

/** A value before it is known who looks. */
interface RawValue {
  readonly key: string;
  readonly label: string;
  readonly value: string | null;
  readonly class: FieldClass | null;
  readonly closed?: boolean;
}

/**
 * A person's file as a viewer may see it. Hidden values stand in it whether or not there is anything, so that a hidden
 * illness cannot be told from health.
 */
export function personFile(record: PersonRecord, viewer: Viewer): FileGroup[] {
  // Of any time: whoever held such a title keeps a closed file, and no day that a caller chooses opens it.
  const isClosed = !viewer.closedScope && record.postings.some((each) => each.partyManaged);
  const seen = (raw: RawValue): FileValue => seenBy(viewer, isClosed, raw);
  const group = (key: string, label: string, items: readonly RawValue[]): FileGroup => ({
    key,
    label,
    items: items.map(seen),
  });
  return [
    ...PERSON_GROUPS.map(({ key, label, fields }) =>
      group(
        key,
        label,
        fields.map((field) => staffValue(record, field)),
      ),
    ),
    group('languages', 'Tiếng dân tộc', [
      open('languages', 'Tiếng dân tộc', record.languages.join(', ')),
    ]),
    group('conditions', 'Trường hợp chưa được điều động', conditionValues(record.conditions)),
    group('ratings', 'Xếp loại chất lượng', record.ratings.map(ratingValue)),
    group('wishes', 'Nguyện vọng', record.wishes.flatMap(wishValues)),
  ];
}

/** The values that a class or a field's key names, in the order of the file. */
export function valuesNamed(file: readonly FileGroup[], name: string): FileValue[] {
  return file
    .flatMap(({ items }) => items)
    .filter((each) => each.class !== null && (each.class === name || each.key === name));
}

function seenBy(viewer: Viewer, isClosed: boolean, raw: RawValue): FileValue {
  const { key, label, value, class: fieldClass, closed = false } = raw;
  if (closed && isClosed)
    return { key, label, value: null, state: 'hidden', class: CLOSED, revealable: false };
  const seen = seenValue(viewer.role, fieldClass, value);
  const revealable =
    seen.state !== 'shown' && fieldClass !== null && mayReveal(viewer.role, fieldClass);
  return { key, label, ...seen, class: fieldClass, revealable };
}

function staffValue({ staff }: PersonRecord, { column, label, text }: StaffField): RawValue {
  const stored = staff[column] ?? null;
  return {
    key: column,
    label,
    value: stored === null ? null : (text?.(stored) ?? plain(stored)),
    class: classOfField('staff', column),
    closed: isClosedField('staff', column),
  };
}

/** One line a class, there for everybody; study and secondment are open. */
function conditionValues(conditions: readonly PersonCondition[]): RawValue[] {
  const of = (fieldClass: FieldClass | null): string | null =>
    textOf(
      conditions
        .filter((each) => classOfCondition(each.case) === fieldClass)
        .map((each) => conditionText(each, fieldClass !== null)),
    );
  const line = (fieldClass: FieldClass): RawValue => ({
    key: `condition:${fieldClass}`,
    label: FIELD_CLASSES[fieldClass].what,
    value: of(fieldClass),
    class: fieldClass,
  });
  return [
    line('health'),
    line('discipline'),
    line('family'),
    open('condition:study', CASE_NAMES['study-or-seconded'], of(null)),
  ];
}

function conditionText(condition: PersonCondition, withNote: boolean): string {
  const { startsOn, endsOn, liftedByRequest, note } = condition;
  const parts = [
    CASE_NAMES[condition.case],
    `từ ${dayText(startsOn)}`,
    endsOn === null ? null : `đến trước ${dayText(endsOn)}`,
    liftedByRequest ? 'tự nguyện đề nghị điều động' : null,
    withNote ? note : null,
  ];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

function ratingValue({ year, rating }: PersonRecord['ratings'][number]): RawValue {
  return { key: `rating:${year}`, label: `Năm ${year}`, value: rating, class: null, closed: true };
}

function wishValues({ campaign, kind, communes, accepted, note }: PersonWish): RawValue[] {
  const what = [WISH_NAMES[kind], communes.join('; ')].filter(Boolean).join(': ');
  return [
    open(`wish:${campaign}`, `Đợt ${campaign}`, accepted ? `${what} (đã chấp thuận)` : what),
    {
      key: `wish-note:${campaign}`,
      label: `Đợt ${campaign}, lời ghi`,
      value: note,
      class: classOfField('wishes', 'note'),
    },
  ];
}

function open(key: string, label: string, value: string | null): RawValue {
  return { key, label, value: value === '' ? null : value, class: null };
}

function plain(stored: unknown): string | null {
  if (Array.isArray(stored)) return textOf(stored.map(String));
  if (typeof stored === 'object' && stored !== null)
    return textOf(Object.entries(stored).map(([label, text]) => `${label}: ${String(text)}`));
  return String(stored);
}

function textOf(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join('; ');
}
