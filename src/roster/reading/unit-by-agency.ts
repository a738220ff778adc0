import type { Issue } from '../../shared/issue.js';
import type { Header } from './header.js';
import { isOfficeOfDistrict } from './office-of-district.js';
import type { TableRows } from './read-rows.js';

import { filledTexts, type GridRow } from './sheet-grid.js';
import type { TableTop } from './sheet-title.js';
import { spelling } from './spelling.js';
import { isBodyText } from './unit-finder.js';
import { unitIn, unitWords } from './unit-words.js';

/** What stands over the rows of a table and says whose people they are. */
export interface UnitsOverTable {
  /** The unit by title or name of the sheet; sections go before it. */
  readonly unit: string | null;
  /** Title and name of the sheet, and the commune whose office heads it where nothing else names a unit. */
  readonly around: readonly string[];
  /** The commune whose office heads the sheet, for rows that say only a body of it; null = there is none. */
  readonly agency: string | null;
  /** The district whose office heads the sheet, for its own offices; null = there is none, or none of them is named. */
  readonly district: string | null;
  readonly issues: readonly Issue[];
}

/** @param name of the sheet as far as it may be a unit's */
export function unitsOverTable(
  place: { readonly file: string; readonly sheet: string },
  { header, body }: Pick<TableRows, 'header' | 'body'>,
  { title, named, agencies }: TableTop,
  name: string,
): UnitsOverTable {
  const said = unitIn(name) ?? unitIn(title ?? '') ?? unitIn(named ?? '') ?? named;
  const column = unitColumn(header);
  const byAgency = said === null && column === null ? communeOf(agencies) : null;
  const ofAgency = said === null && column !== null ? bodyIn(body, column) : null;
  const agency = ofAgency === null ? null : communeOf(agencies);
  const office = said === null ? officeIn(body, column) : null;
  const district = office === null ? null : districtOf(agencies);
  const titled = communeOf([title ?? '']);
  const byName = communeOf([name]);
  const differ =
    column === null && titled !== null && byName !== null && spelling(titled) !== spelling(byName);
  return {
    unit: said ?? byAgency,
    around: [title, name, byAgency].filter((text) => text !== null),
    agency,
    district,
    issues: [
      ...(byAgency === null ? [] : [unitByAgency(place, byAgency)]),
      ...(ofAgency === null || agency === null ? [] : [bodiesByAgency(place, ofAgency, agency)]),
      ...(office === null || district === null ? [] : [officesByAgency(place, office, district)]),
      ...(differ ? [twoUnits(place, titled, byName)] : []),
    ],
  };
}

function unitColumn({ columns }: Header): number | null {
  return columns.find(({ field }) => field === 'unit')?.column ?? null;
}

/** The commune whose own office heads the sheet; an office of a district sends lists of its communes. */
function communeOf(agencies: readonly string[]): string | null {
  const named = agencies.filter((text) =>
    unitWords(text).phrases.some(({ level, name }) => level === 'commune' && name !== ''),
  );
  return named.length === 1 ? unitIn(named[0] ?? '') : null;
}

/** The one district whose office heads the sheet, no commune's beside it; a city that holds it may stand over it. */
function districtOf(agencies: readonly string[]): string | null {
  const phrases = agencies.flatMap((text) => unitWords(text).phrases).filter(({ name }) => name);
  if (phrases.some(({ level }) => level === 'commune')) return null;
  const districts = phrases.filter(({ level }) => level === 'district');
  const inner = districts.filter(({ kind }) => kind !== 'thành phố');
  const nearest = inner.length > 0 ? inner : districts;
  const [first] = nearest;
  const isOne = new Set(nearest.map(({ kind, name }) => spelling(`${kind} ${name}`))).size === 1;
  return first === undefined || !isOne ? null : `${first.kind} ${first.name}`;
}

/** The first body in the column of units that says no unit; null = there is none. */
function bodyIn(body: readonly GridRow[], unit: number): string | null {
  return body.map(({ texts }) => texts[unit] ?? '').find(isBodyText) ?? null;
}

const MOST_TEXTS = 2;

/** The first office that only districts have, in the column of units or, where there is none, alone in a row. */
function officeIn(body: readonly GridRow[], unit: number | null): string | null {
  const texts =
    unit !== null
      ? body.map(({ texts: all }) => all[unit] ?? '')
      : body.map(filledTexts).flatMap((all) => (all.length > MOST_TEXTS ? [] : all));
  return texts.find(isOfficeOfDistrict) ?? null;
}

type Place = { readonly file: string; readonly sheet: string };

function noteOf(place: Place, message: string): Issue {
  return {
    ...{ ...place, row: 0, column: '', code: 'roster.unit-from-agency', severity: 'note' },
    message,
  };
}

function unitByAgency(place: Place, unit: string): Issue {
  return noteOf(
    place,
    `Sheet "${place.sheet}" không ghi đơn vị của từng người; dòng không có đơn vị được hiểu là của "${unit}" ghi ở đầu trang. Nếu không đúng, hãy thêm cột đơn vị.`,
  );
}

function bodiesByAgency(place: Place, body: string, unit: string): Issue {
  return noteOf(
    place,
    `Sheet "${place.sheet}" có dòng chỉ ghi phòng, ban ở cột đơn vị ("${body}"); những dòng đó được hiểu là của "${unit}" ghi ở đầu trang. Nếu không đúng, hãy ghi cả tên xã, phường.`,
  );
}

function officesByAgency(place: Place, office: string, unit: string): Issue {
  return noteOf(
    place,
    `Sheet "${place.sheet}" ghi phòng, ban không kèm tên đơn vị ("${office}"); những người ở đó được hiểu là của "${unit}" ghi ở đầu trang. Nếu không đúng, hãy ghi cả tên đơn vị.`,
  );
}

function twoUnits({ file, sheet }: Place, title: string, name: string): Issue {
  return {
    ...{ file, sheet, row: 0, column: '', code: 'roster.unit-title-differs', severity: 'warning' },
    message: `Tiêu đề bảng ghi "${title}" nhưng tên sheet ghi "${name}"; dòng không có đơn vị được hiểu là của "${name}". Hãy kiểm tra, và thêm cột đơn vị nếu không đúng.`,
  };
}
