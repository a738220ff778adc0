import type { Sex } from '../../../rules/vocabulary.js';
import type { PartialDay } from '../../../shared/day.js';
import { normalised } from '../../../shared/text.js';
import type { Cell } from '../../../sheet/workbook.js';
import { bad, good, withFault, type Fault, type Reading } from './fault.js';
import { numberAmongWords } from './number-among-words.js';

/** What else the row says of the person. */
export interface NumberWitness {
  readonly sex: Sex | null;
  readonly bornOn: PartialDay | null;
}

const LENGTH = 12;
const SHORTEST = 10;
const OLD_LENGTH = 9;
const LAST_PROVINCE = 96;
/** A number that ends in so many zeros was cut by a display in powers of ten. */
const LOST_DIGITS = /0{5}$/;
const WANTED = 'Hãy nhập đủ 12 chữ số dưới dạng văn bản.';

/**
 * The personal number of 12 digits (Decree 137/2015/NĐ-CP, art. 13: three of the province, one of century and sex, two of
 * the birth year, six at random). Zeros lost at the front are put back only where the result agrees with sex and birth
 * year in the row; digits lost to an exponent are never made up.
 */
export function personalNumber(cell: Cell, witness: NumberWitness | null): Reading<string> {
  const typed = normalised(cell.text.normalize('NFKC')).replace(/^['’`‘"“]+|["”.,;]+$/g, '');
  if (cell.kind === 'number' && !Number.isInteger(cell.value)) return notANumber(typed);
  if (cell.kind === 'number' && LOST_DIGITS.test(typed)) return lostDigits(typed);
  if (/^\d+([.,]\d+)?e\+?\d+$/i.test(typed)) return lostDigits(typed);
  const digits = digitsOf(typed);
  if (digits !== null) return ofDigits(digits, typed, witness);
  return LETTERS.test(typed) ? withLetters(typed) : amongWords(typed, witness);
}

/** "CCCD: 011…, cấp ngày …": the number is taken, and it is said what else stood there. */
function amongWords(typed: string, witness: NumberWitness | null): Reading<string> {
  const found = numberAmongWords(typed);
  if (found === null) return notANumber(typed);
  if (found === 'two') return twoNumbers();
  const { value, faults } = ofDigits(found.digits, typed, witness);
  if (value === null) return { value, faults };
  return { value, faults: [...faults, wordsLeftOut(value, found.beside)] };
}

function ofDigits(digits: string, typed: string, witness: NumberWitness | null): Reading<string> {
  if (digits.length === LENGTH) return whole(digits, witness);
  if (digits.length === OLD_LENGTH) return oldNumber(digits);
  if (digits.length < SHORTEST || digits.length > LENGTH) return notANumber(typed);
  return padded(digits, witness);
}

/** Letters among many digits: O for 0, l or I for 1. */
const LETTERS = /^(?=(?:.*\d){8})(?=.*[OoIlĐB])[\dOoIlĐB\s.-]+$/u;
/** Groups of digits divided by spaces, dots or dashes. */
const GROUPED = /^\d{2,}(?:[\s.-]+\d{2,})*$/;
/** A number that another program wrote as a decimal: "11080001234.0". */
const DECIMALS = /[.,]0$/;

function digitsOf(typed: string): string | null {
  const text = typed.replace(DECIMALS, '');
  return GROUPED.test(text) ? text.replace(/[\s.-]/g, '') : null;
}

/** Whether a number of 12 digits can be: province, sex and birth year; unknown witnesses agree. */
export function agrees(number: string, { sex, bornOn }: NumberWitness): boolean {
  const province = Number(number.slice(0, 3));
  const code = Number(number[3]);
  const year = 1900 + 100 * Math.floor(code / 2) + Number(number.slice(4, 6));
  if (province < 1 || province > LAST_PROVINCE) return false;
  if (sex !== null && (code % 2 === 0) !== (sex === 'male')) return false;
  return bornOn === null || Number(bornOn.slice(0, 4)) === year;
}

function whole(digits: string, witness: NumberWitness | null): Reading<string> {
  if (witness === null || agrees(digits, witness)) return good(digits);
  return { value: digits, faults: [disagreement(digits)] };
}

function disagreement(digits: string): Fault {
  return {
    code: 'roster.number-disagrees',
    severity: 'warning',
    message: `Số định danh "${digits}" không khớp mã tỉnh, giới tính hoặc năm sinh của dòng này. Hãy kiểm tra lại số hoặc ngày sinh.`,
  };
}

function padded(digits: string, witness: NumberWitness | null): Reading<string> {
  const number = digits.padStart(LENGTH, '0');
  const isKnown = witness !== null && witness.sex !== null && witness.bornOn !== null;
  if (!isKnown || !agrees(number, witness))
    return bad(
      'roster.number-too-short',
      `Số định danh "${digits}" chỉ có ${digits.length} chữ số và không thể bổ sung số 0 một cách chắc chắn từ giới tính và năm sinh của dòng. ${WANTED}`,
    );
  return withFault(
    number,
    'roster.number-padded',
    `Số định danh "${digits}" mất số 0 ở đầu, được hiểu là "${number}" (khớp giới tính và năm sinh).`,
    'note',
  );
}

function oldNumber(digits: string): Reading<string> {
  return bad(
    'roster.number-old',
    `"${digits}" là số chứng minh nhân dân cũ 9 chữ số. Hãy thay bằng số định danh cá nhân 12 chữ số.`,
    'warning',
  );
}

function lostDigits(typed: string): Reading<string> {
  return bad(
    'roster.number-lost-digits',
    `Số định danh "${typed}" đã mất chữ số do Excel hiển thị dạng lũy thừa. ${WANTED}`,
  );
}

function withLetters<T>(typed: string): Reading<T> {
  return bad(
    'roster.number-letters',
    `Số định danh "${typed}" có chữ cái lẫn trong chữ số (chữ O thay số 0, chữ l thay số 1?). ${WANTED}`,
  );
}

function twoNumbers(): Reading<string> {
  return bad(
    'roster.number-two',
    'Ô có hai số nên không biết số nào là số định danh. Hãy chỉ để lại số định danh cá nhân 12 chữ số.',
  );
}

/** What stood beside is not quoted: quoted texts of this column are masked as numbers. */
function wordsLeftOut(number: string, beside: string): Fault {
  return {
    code: 'roster.number-with-words',
    severity: 'note',
    message: `Ô ghi thêm chữ bên cạnh số, chỉ lấy số "${number}". Cả ô là: ${beside.replaceAll('"', '')}`,
  };
}

function notANumber(typed: string): Reading<string> {
  return bad('roster.number-malformed', `"${typed}" không phải là số định danh cá nhân. ${WANTED}`);
}
