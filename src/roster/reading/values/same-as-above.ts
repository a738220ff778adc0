import type { Field } from '../fields.js';
import { bad, type Fault } from './fault.js';

/** "nt", "-nt-", "n/t", "Như trên", the sign for it. */
const SIGN =
  /^[-–.\s"“”]*(?:n[./]?t|như trên|nhu tren)[-–.\s"“”]*$|^[-–\s]*(?:["”“〃″]|'')+[-–\s]*$/iu;
const LONGEST = 16;

/** Whether a cell says that it means what stands above it. */
export function isSameAsAbove(text: string): boolean {
  return text.length <= LONGEST && SIGN.test(text);
}

/** What is a person's own: nobody has the name, the number or the pay of the row above. */
export const OWN_OF_A_PERSON: ReadonlySet<string> = new Set<Field>([
  'personalNumber',
  'spousePersonalNumber',
  'fullName',
  'born',
  'bornMale',
  'bornFemale',
  'bornDay',
  'bornMonth',
  'sex',
  'recruitedOn',
  'partyProbationaryOn',
  'partyOfficialOn',
  'step',
  'coefficient',
  'stepOn',
  'positionAllowance',
  'overGradePercent',
  'insuranceYears',
]);

/** A sign for "as above" where it can mean nothing; null elsewhere. */
export function ownIsMissing(field: string, text: string): Fault | null {
  if (!OWN_OF_A_PERSON.has(field) || !isSameAsAbove(text)) return null;
  return bad(
    'roster.same-as-above-refused',
    `Ô ghi "${text}" (như trên), nhưng họ tên, số định danh, các ngày và các số là của riêng từng người. Hãy ghi đủ giá trị vào ô này.`,
  ).faults[0]!;
}

/** What a cell that means the one above is taken for. */
export function takenFromAbove(text: string, meant: string, row: number | null): Fault {
  const place = row === null ? '' : ` ở dòng ${row}`;
  return {
    code: 'roster.same-as-above',
    severity: 'note',
    message: `Ô ghi "${text}" (như trên), được hiểu là "${meant}"${place}.`,
  };
}

/** Where there is nothing to take. */
export function nothingAbove(text: string): Fault {
  return bad(
    'roster.same-as-above-nothing',
    `Ô ghi "${text}" (như trên), nhưng dòng trên không có giá trị ở cột này. Hãy ghi đủ giá trị vào ô này.`,
  ).faults[0]!;
}
