import type { Sex } from '../../rules/vocabulary.js';
import type { PartialDay } from '../../shared/day.js';
import type { DateSystem } from '../../sheet/date-serial.js';
import { bornOfParts, isInParts } from './birth-parts.js';
import type { Field } from './fields.js';
import type { RowValues } from './row-values.js';
import { looksLikeName } from './row-words.js';
import { reportMissingSex, sexIsMissing, sexOf, type SexCodes } from './sex.js';
import type { Fault } from './values/fault.js';
import { besideName, fullName } from './values/full-name.js';
import { dateOrder, doubtful, partialDay } from './values/partial-day.js';
import { personalNumber } from './values/personal-number.js';

/** Who a row is about. */
export interface Identity {
  readonly fullName: string;
  /** What stands in brackets behind the name; null = nothing does. */
  readonly nameRemark: string | null;
  readonly sex: Sex | null;
  readonly bornOn: PartialDay | null;
  readonly personalNumber: string | null;
  readonly spousePersonalNumber: string | null;
}

/** How dates and marks of a table are to be read. */
export interface ReadAs {
  readonly dateSystem: DateSystem;
  /** The sex that is meant where nothing is marked; null = none. */
  readonly blankMeans: Sex | null;
  readonly sexCodes: SexCodes;
  /** Rows of the table state the sex. */
  readonly tellsSex: boolean;
  readonly isMonthFirst: boolean;
}

/** Name, sex (of a column, or of the column the birth date stands in), birth and numbers; reports what is missing. */
export function identityOf(values: RowValues, as: ReadAs): Identity {
  const typed = values.text('fullName');
  const name = fullName(typed ?? '');
  const isTold = typed === null && values.isFilled('fullName');
  if (name === '' && !isTold)
    values.reportAt('fullName', missing('roster.name-missing', 'Thiếu họ và tên.'));
  else if (/\d/.test(name)) values.reportAt('fullName', nameWithDigits(name));
  else if (WORDS_BESIDE.test(name)) values.reportAt('fullName', nameWithWords(name));
  const nameRemark = besideName(typed ?? '');
  if (nameRemark !== null) values.reportAt('fullName', remarkBeside());
  values.value('fullName', (cell) => ({ value: null, faults: namesInLines(cell.text) }));
  const { sex, bornOn } = birthOf(values, as);
  const witness = { sex, bornOn };
  return {
    fullName: name,
    nameRemark,
    sex,
    bornOn,
    personalNumber: values.value('personalNumber', (cell) => personalNumber(cell, witness)),
    spousePersonalNumber: values.value('spousePersonalNumber', (cell) =>
      personalNumber(cell, null),
    ),
  };
}

function birthOf(
  values: RowValues,
  { dateSystem, blankMeans, sexCodes, tellsSex, isMonthFirst }: ReadAs,
): { readonly sex: Sex | null; readonly bornOn: PartialDay | null } {
  const [male, female] = [values.isFilled('bornMale'), values.isFilled('bornFemale')];
  if (male && female) {
    values.reportAt('bornMale', twoBirths());
    return { sex: null, bornOn: null };
  }
  const field = male ? 'bornMale' : female ? 'bornFemale' : 'born';
  const inParts = field === 'born' && isInParts(values);
  const bornOn = values.value(field, (cell) => {
    if (inParts) return bornOfParts(values);
    return isMonthFirst && dateOrder(cell) === 'open'
      ? doubtful(cell.text)
      : partialDay(cell, dateSystem);
  });
  const byColumn: Sex | null = male ? 'male' : female ? 'female' : null;
  const sex = sexOf(values, byColumn, { blank: blankMeans, codes: sexCodes });
  const isBorn = male || female || values.isFilled('born');
  const lacksSex = sex === null && tellsSex && sexIsMissing(values);
  if (!isBorn) {
    const what = lacksSex ? 'Thiếu ngày sinh và giới tính.' : 'Thiếu ngày sinh.';
    values.reportAt(firstBirthField(values), missing('roster.birth-missing', what));
  } else if (lacksSex) reportMissingSex(values);
  return { sex, bornOn };
}

function firstBirthField(values: RowValues): Field {
  return values.has('born') ? 'born' : values.has('bornMale') ? 'bornMale' : 'bornFemale';
}

function missing(code: string, what: string): Fault {
  return { code, severity: 'error', message: `${what} Hãy bổ sung vào dòng này.` };
}

function nameWithDigits(name: string): Fault {
  const message = `Họ và tên "${name}" có chữ số. Hãy kiểm tra lại.`;
  return { code: 'roster.name-digits', severity: 'warning', message };
}

/** "Lò Văn Ún - Bí thư", "Lò Văn Ún, sinh năm …": no name is written so. */
const WORDS_BESIDE = /\s[-–—]+\s|[:;,/]/;

function nameWithWords(name: string): Fault {
  const message = `Họ và tên "${name}" có dấu gạch hoặc dấu phẩy, có lẽ ghi thêm điều khác. Hãy chỉ ghi họ và tên.`;
  return { code: 'roster.name-words', severity: 'warning', message };
}

function remarkBeside(): Fault {
  const message =
    'Ô họ và tên ghi thêm trong ngoặc; chỉ lấy họ tên, phần trong ngoặc được giữ riêng. Nếu là tên gọi, hãy bỏ dấu ngoặc.';
  return { code: 'roster.name-remark', severity: 'note', message };
}

/** Two people in one cell would become one: a long name that is broken has a single word in one of its lines. */
function namesInLines(text: string): Fault[] {
  if (!text.includes('\n')) return [];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.filter((line) => looksLikeName(fullName(line))).length < 2) return [];
  const message =
    'Ô họ và tên có hai dòng, mỗi dòng giống tên một người. Nếu là hai người, hãy ghi mỗi người một dòng của bảng.';
  return [{ code: 'roster.name-lines', severity: 'warning', message }];
}

function twoBirths(): Fault {
  const message = 'Dòng có ngày sinh ở cả cột Nam và cột Nữ. Hãy chỉ để ngày sinh ở một cột.';
  return { code: 'roster.sex-two', severity: 'error', message };
}
