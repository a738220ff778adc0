import { ROSTER_FIELDS } from '../../roster-fields.js';
import type { KindField } from '../../sheet-kind.js';
import { CONDITIONS_TABLE } from './conditions.table.js';
import { personFields } from './person-fields.js';
import { RATINGS_TABLE } from './ratings.table.js';
import { WISHES_TABLE } from './wishes.table.js';

/** Of these columns each tells that there is a case. */
const OF_CASE = new Set(['conditions', 'startsOn', 'endsOn', 'liftedByRequest']);

/** What the columns of each sheet about people may mean. */
export const SHEET_FIELDS = {
  wishes: personFields(WISHES_TABLE.fields),
  ratings: [
    ...personFields(RATINGS_TABLE.fields, (field) => (field === 'rating' ? 'ratings' : field)),
    ...ROSTER_FIELDS.filter(({ field }) => field.startsWith('rating:')),
  ],
  conditions: personFields(CONDITIONS_TABLE.fields, (field) =>
    OF_CASE.has(field) ? 'conditions' : field,
  ),
} as const satisfies Readonly<Record<string, readonly KindField[]>>;
