import { withoutOrdinal } from './section-words.js';
import { isBodyText } from './unit-finder.js';
import { beginsWithShortKind, unitWords } from './unit-words.js';

/** Offices that a district had and a commune of before 1 July 2025 had not; there is no district later. */
const OFFICE =
  /^(?:phòng|p\.|thanh tra|(?:văn phòng|vp)\s*(?:huyện|quận|thị|thành|hđnd|hội đồng nhân dân|ubnd)|ban (?:tổ chức|tuyên giáo|dân vận|nội chính))(?!\p{L})/iu;

/** "Phòng Nội vụ", "II. Thanh tra huyện", "Lãnh đạo UBND huyện": an office of a district that is not named beside it. */
export function isOfficeOfDistrict(typed: string): boolean {
  const text = withoutOrdinal(typed);
  const { phrases } = unitWords(text);
  if (beginsWithShortKind(text) || /\d/.test(text)) return false;
  if (
    phrases.some(
      ({ level, name, isAbbreviated }) => level === 'commune' || (name !== '' && !isAbbreviated),
    )
  )
    return false;
  return OFFICE.test(text) || phrases.some(({ level }) => level === 'district');
}

/** The same, and "Hội Nông dân" beside it: a body that says no unit and no commune. */
export function isOfDistrict(typed: string): boolean {
  const text = withoutOrdinal(typed);
  const isOfCommune = unitWords(text).phrases.some(({ level }) => level === 'commune');
  return isOfficeOfDistrict(text) || (isBodyText(text) && !isOfCommune);
}

/** "Khối xã, thị trấn": what stands below is of communes. */
export function speaksOfCommunes(text: string): boolean {
  return unitWords(text).phrases.some(({ level }) => level === 'commune');
}
