import { normalised } from '../../shared/text.js';

const UNIT_WORD = 'xã|phường|thị trấn|huyện|thị xã|thành phố|đặc khu';
const STARTS_WITH_UNIT = new RegExp(
  `^(ubnd |hđnd |đảng ủy |đảng uỷ |uỷ ban |ủy ban )?(nhân dân )?(${UNIT_WORD}) `,
  'iu',
);
const UNIT_INSIDE = new RegExp(
  `(?<!cấp |cụm |các |thuộc )(?<![\\p{L}])(?:${UNIT_WORD})\\s+(\\p{Lu}[^,;(:–-]*)`,
  'giu',
);
const NO_NAME = /^(năm|và|của|trên|thuộc|trong|đến|sau|trước|mới|cũ)(?![\p{L}])/iu;

const YEAR_AFTER = /\s+(năm|tính đến|đến)\s.*$/iu;

/** Whether a section row names a unit of the territory: "Xã Mường Phăng", "UBND xã Nà Tấu". */
export function namesUnit(text: string): boolean {
  return STARTS_WITH_UNIT.test(`${normalised(text)} `);
}

/** The unit that a title or a sheet name speaks of, in its own words; null where it names none or several. */
export function unitIn(text: string): string | null {
  const found = [...normalised(text).matchAll(UNIT_INSIDE)].filter(
    (match) => startsUpper(match[1] ?? '') && !NO_NAME.test(match[1] ?? ''),
  );
  return found.length === 1 ? normalised((found[0]?.[0] ?? '').replace(YEAR_AFTER, '')) : null;
}

/** The pattern above ignores case for the unit word, so the name's capital is looked at here. */
function startsUpper(name: string): boolean {
  const first = name.charAt(0);
  return first !== first.toLowerCase();
}
