import type { Day } from '../shared/day.js';
import { dayText } from '../shared/day.js';
import { BASES, type LetterValues } from './letter-fields.js';
import type { Issuer, LetterFacts } from './letter.js';

/** Numbers below ten have a zero in front. */
const SHORTEST = 2;

/**
 * The number of a decision as it is written: `07/QĐ-UBND`.
 *
 * @source Decree 30/2020/NĐ-CP, art. 8 and appendix I: number and symbol, numbers under ten with a zero in front
 */
export function numberText(number: number, symbol: string): string {
  return `${String(number).padStart(SHORTEST, '0')}/${symbol}`;
}

/** The number and symbol of a decision as typed; null where it is not written so. */
export function numberOf(
  text: string,
): { readonly number: number; readonly symbol: string } | null {
  const [, number, symbol] = /^0*(\d{1,6})\s*\/\s*(\S.*)$/.exec(text.trim()) ?? [];
  return number === undefined || symbol === undefined ? null : { number: Number(number), symbol };
}

/** What a paper's number, day and issuer say. */
export interface Issue {
  readonly numberText: string;
  readonly issuedOn: Day;
  readonly issuer: Issuer;
  readonly bases: readonly string[];
  /** The number and day of the paper that it takes the place of. */
  readonly replaced: { readonly numberText: string; readonly issuedOn: Day } | null;
}

/** The values of every merge field: facts as the database has them, and how they are issued. */
export function letterValues(facts: LetterFacts, issue: Issue): LetterValues {
  const [year = '', month = '', day = ''] = issue.issuedOn.split('-');
  const { issuer, replaced } = issue;
  return {
    co_quan_cap_tren: issuer.superior,
    co_quan: issuer.body,
    so_quyet_dinh: issue.numberText,
    noi_ban_hanh: issuer.place,
    ngay: day,
    thang: month,
    nam: year,
    tham_quyen: issuer.authority,
    viec: facts.act,
    xung_ho: facts.salutation,
    ho_ten: facts.fullName,
    ngay_sinh: facts.bornOn,
    don_vi_cu: facts.fromUnit,
    vi_tri_cu: facts.fromPosition,
    don_vi_moi: facts.toUnit,
    vi_tri_moi: facts.toPosition,
    tu_ngay: facts.startsOn,
    den_ngay: facts.lastDay,
    ghi_chu: facts.remark,
    do_mat: facts.mark,
    thay_the:
      replaced === null
        ? ''
        : `Quyết định số ${replaced.numberText} ngày ${dayText(replaced.issuedOn)}`,
    chuc_danh_ky: issuer.signerTitle,
    nguoi_ky: issuer.signerName,
    [BASES]: issue.bases,
  };
}

/**
 * The fields in which two papers differ, in the order of the list.
 *
 * @source product decision: docs/decisions/0048
 */
export function differingFields(expected: LetterValues, stored: LetterValues): string[] {
  return Object.keys(expected).filter(
    (field) =>
      JSON.stringify(expected[field as keyof LetterValues]) !==
      JSON.stringify(stored[field as keyof LetterValues]),
  );
}
