import { folded } from '../../../shared/text.js';
import type { Field } from '../fields.js';

/** A dash, dots or a stroke stand for an empty cell, whatever the column. */
const STROKES = /^[-–—_.…/\\\s]+$/;
/** So do these words, where a day, a number or a word of a catalogue is asked for; "Không" is an answer under "Tôn giáo". */
const BEGINNING = /^[kcn]/i;
const WORDS = /^(khong|khong co|ko|k|chua|chua co|n\/a|na)$/;
/** What a formula takes from an empty cell; a figure may be 0. */
const ZERO = '0';
const LONGEST = 10;

const NUMBERS_AND_DAYS: readonly Field[] = [
  'personalNumber',
  'spousePersonalNumber',
  'recruitedOn',
  'partyProbationaryOn',
  'partyOfficialOn',
  'stepOn',
];
const ASKED: ReadonlySet<string> = new Set<Field>([
  ...NUMBERS_AND_DAYS,
  'degree',
  'major',
  'rank',
  'step',
  'coefficient',
  'positionAllowance',
  'overGradePercent',
  'insuranceYears',
]);
const WITH_ZERO: ReadonlySet<string> = new Set([...NUMBERS_AND_DAYS, 'degree', 'major', 'rank']);

/** Whether a cell of a field says that there is nothing: it counts as empty. */
export function saysNothing(field: string, text: string): boolean {
  if (text === '') return true;
  if (text.length > LONGEST) return false;
  if (STROKES.test(text)) return true;
  if (!ASKED.has(field)) return false;
  if (text === ZERO) return WITH_ZERO.has(field);
  // most cells begin otherwise and need not be folded
  return BEGINNING.test(text) && WORDS.test(folded(text));
}
