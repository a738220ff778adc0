import { CASE_NAMES, WISH_NAMES } from '../../registry/person/person-words.js';
import type { ConditionSpan } from '../../registry/staff-condition.store.js';
import type { StaffWish } from '../../registry/staff-row.js';
import { markText } from '../../roster/export-marks.js';
import { CASE_MARK, wordsOf } from '../../roster/tables/people/conditions.sheet.js';
import { PERSON_WORDS, RATING_WORDS } from '../../roster/tables/people/person-choices.js';
import type { Worded } from '../../roster/tables/people/person-sheet.js';
import { WHO } from '../../roster/tables/people/person-table.js';
import type { KindField } from '../../roster/sheet-kind.js';
import { dayBefore } from '../../shared/day.js';
import type { CellInput } from '../../sheet/sheet-spec.js';
import type { RosterPerson } from '../roster/roster-person.js';
import type { FormColumn, FormRow } from './sheet-form.js';

export const PERSON_SHEETS = ['wishes', 'ratings', 'conditions'] as const;
export type PersonSheetName = (typeof PERSON_SHEETS)[number];

const NOT_SHOWN = new Set(['mark', 'ordinal', 'sex', 'rating', 'year']);
const WHO_CELLS: Readonly<Record<string, (person: RosterPerson) => CellInput>> = {
  personalNumber: ({ personalNumber }) => personalNumber,
  fullName: ({ fullName }) => fullName,
  born: ({ bornOn }) => bornOn,
  unit: ({ unit }) => unit,
  position: ({ position }) => position,
};
const EXAMPLES: Readonly<Record<string, CellInput>> = {
  personalNumber: '011080000000',
  fullName: 'Nguyễn Văn A',
  born: '1980-05-12',
  wish: 'Chuyển đến',
  commune1: 'Xã Mường Phăng',
  conditions: CASE_NAMES.maternity,
  startsOn: '2025-03-01',
};
const DAYS = new Set(['born', 'startsOn', 'endsOn']);
const NARROW = /^(rating|accepted|liftedByRequest|personalNumber)/;
/**
 * The columns of a sheet about people: who, then what the sheet is about.
 *
 * @param year ratings are those of the three years before; null = of any year, since the day is not known yet.
 */
export function personColumns(
  kind: PersonSheetName,
  fields: readonly KindField[],
  year: number | null,
): (FormColumn & { readonly classes: KindField['classes'] })[] {
  const who = WHO.map(({ field }) => field as string);
  const order = [
    ...who,
    ...(kind === 'wishes' ? ['wish', 'commune1', 'commune2', 'commune3', 'accepted', 'note'] : []),
    ...(kind === 'conditions'
      ? ['conditions', 'startsOn', 'endsOn', 'liftedByRequest', 'note']
      : []),
    ...(kind === 'ratings' ? ratingFields(fields, year) : []),
  ];
  const known = new Map(fields.map((each) => [each.field, each]));
  return order.flatMap((field) => {
    const found = known.get(field);
    if (found === undefined || NOT_SHOWN.has(field)) return [];
    const choices = field.startsWith('rating:') ? RATING_WORDS : PERSON_WORDS[field];
    const example = field.startsWith('rating:') ? RATING_WORDS[1] : EXAMPLES[field];
    return [
      {
        ...{ key: field, label: found.label, classes: found.classes },
        width: NARROW.test(field) ? 16 : 26,
        ...(DAYS.has(field) && { kind: 'date' as const }),
        ...(choices && { choices }),
        ...(example !== undefined && { example }),
      },
    ];
  });
}

function ratingFields(fields: readonly KindField[], year: number | null): string[] {
  if (year !== null) return [3, 2, 1].map((ago) => `rating:${year - ago}`);
  return fields.map(({ field }) => field).filter((field) => field.startsWith('rating:'));
}

function whoCells(person: RosterPerson): Record<string, CellInput> {
  return Object.fromEntries(
    Object.entries(WHO_CELLS).map(([field, cell]) => [field, cell(person)]),
  );
}

/** Of the facets of a person those that a sheet shows; what is shown and empty is null. */
function shownOf(words: ReadonlyMap<string, Worded>, facets: readonly string[]) {
  return Object.fromEntries(facets.map((facet) => [facet, words.get(facet)?.text ?? null]));
}

export function wishRow(
  person: RosterPerson,
  wish: StaffWish | null,
  { words, shown }: { words: ReadonlyMap<string, Worded>; shown: ReadonlySet<string> },
): FormRow {
  const [commune1 = null, commune2 = null, commune3 = null] = wish?.communes ?? [];
  const facets = ['wish', ...(shown.has('note') ? ['note'] : [])];
  return {
    cells: {
      ...whoCells(person),
      wish: wish === null ? null : WISH_NAMES[wish.kind],
      ...{ commune1, commune2, commune3, accepted: wish?.accepted ?? null },
      note: wish?.note ?? null,
    },
    mark: markText(person.staffId, shownOf(words, facets)),
  };
}

export function ratingRow(
  person: RosterPerson,
  ratings: Readonly<Record<string, string>>,
  { words, shown }: { words: ReadonlyMap<string, Worded>; shown: ReadonlySet<string> },
): FormRow {
  const facets = [...shown].filter((field) => field.startsWith('rating:'));
  const cells = facets.map(
    (field) => [field, ratings[field.slice('rating:'.length)] ?? null] as const,
  );
  const own: Record<string, CellInput> = Object.fromEntries(cells);
  return {
    cells: { ...whoCells(person), ...own },
    mark: markText(person.staffId, shownOf(words, facets)),
  };
}

export function conditionRows(person: RosterPerson, spans: readonly ConditionSpan[]): FormRow[] {
  return spans.map((span) => ({
    cells: {
      ...whoCells(person),
      conditions: CASE_NAMES[span.case],
      startsOn: span.startsOn,
      endsOn: span.endsOn === null ? null : dayBefore(span.endsOn),
      liftedByRequest: span.liftedByRequest,
      note: span.note,
    },
    mark: markText(person.staffId, { [CASE_MARK]: wordsOf(span) }),
  }));
}

/** Without these a sheet says nothing, so it goes out without people. */
export const NEEDED: Readonly<Record<PersonSheetName, readonly string[]>> = {
  wishes: ['wish', 'commune1'],
  ratings: [],
  conditions: ['conditions', 'startsOn', 'endsOn', 'liftedByRequest'],
};
