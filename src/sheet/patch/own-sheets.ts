import { VALUES_SHEET } from '../value-lists.js';

/** The sheet that lists what is wrong, in a workbook that goes back to its sender. */
export const ISSUE_SHEET = 'Bố Trí - cần sửa';

/** Who wrote our notes and drop-downs. */
export const OUR_NAME = 'Bố Trí';

/** Of a note that is all ours. */
export const FIRST_WORDS = `${OUR_NAME}:`;
/** Of what we write behind the sender's own words. */
export const OURS_BEGINS = `\n— ${OUR_NAME}: `;

const OURS = new Set([ISSUE_SHEET, VALUES_SHEET].map((name) => name.normalize('NFC')));

/** Whether a sheet was put there by us and holds none of the sender's rows. */
export function isOwnSheet(name: string): boolean {
  return OURS.has(name.normalize('NFC'));
}
