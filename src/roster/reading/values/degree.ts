import { DEGREES, type Degree } from '../../../rules/vocabulary.js';
import { folded, normalised } from '../../../shared/text.js';
import { bad, good, type Reading } from './fault.js';

const SPELLINGS: Readonly<Record<Degree, RegExp>> = {
  primary: /\b(so cap|sc)\b/,
  intermediate: /\b(trung cap|tc|trung hoc chuyen nghiep|thcn)\b/,
  college: /\b(cao dang|cd|cdsp)\b/,
  university: /\b(dai hoc|dh|dhsp|cu nhan|cn|ky su|ks|bac si|bs|duoc si)\b/,
  master: /\b(thac si|thac sy|ths|th s|cao hoc)\b/,
  doctorate: /\b(tien si|tien sy|ts)\b/,
};

/** The highest degree that the text names; "Trên đại học" alone names none: "ĐH", "Đại học (TC)", "Cử nhân; ThS". */
export function degree(typed: string): Reading<Degree> {
  const text = folded(typed).replace(/[^a-z0-9]+/g, ' ');
  const isAbove = /\b(tren|sau) (dai hoc|dh)\b/.test(text);
  const names = isAbove ? DEGREES.slice(DEGREES.indexOf('university') + 1) : DEGREES;
  const found = [...names].reverse().find((each) => SPELLINGS[each].test(text));
  if (found !== undefined) return good(found);
  return bad(
    'roster.degree-unknown',
    `Không hiểu trình độ chuyên môn "${normalised(typed)}". Hãy ghi Sơ cấp, Trung cấp, Cao đẳng, Đại học, Thạc sĩ hoặc Tiến sĩ.`,
    'warning',
  );
}
