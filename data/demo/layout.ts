import type { RowSpec, SheetSpec, WorkbookSpec } from '../../src/sheet/sheet-spec.js';
import { folded } from '../../src/shared/text.js';
import { cellsOf, COLUMNS } from './columns.js';
import type { District, Geography } from './geography.js';
import type { DemoPerson } from './person.js';
import { leads } from './plan/titles.js';

export interface DemoWorkbook {
  /** "096-muong-nhe.xlsx" */
  readonly fileName: string;
  readonly spec: WorkbookSpec;
}

const CREATED_AT = '2025-06-30T00:00:00Z';
const INVENTED = 'DỮ LIỆU MINH HỌA – người và số liệu từng người là hư cấu';
const AS_OF = '(Số liệu tính đến ngày 30/6/2025)';
const COMMUNES_A_SHEET = 4;
const BLOCK_ORDER = ['party', 'government', 'front', 'military', 'public-service'];

function byStanding(a: DemoPerson, b: DemoPerson): number {
  return (
    BLOCK_ORDER.indexOf(a.block) - BLOCK_ORDER.indexOf(b.block) ||
    Number(leads(b.positionCode)) - Number(leads(a.positionCode)) ||
    (a.positionCode < b.positionCode ? -1 : a.positionCode > b.positionCode ? 1 : 0)
  );
}

/** People under a bold line each time the section changes, numbered through the sheet. */
function rowsOf(sections: readonly (readonly [string, readonly DemoPerson[]])[]): RowSpec[] {
  let number = 0;
  return sections
    .filter(([, people]) => people.length > 0)
    .flatMap(([text, people]): RowSpec[] => [
      { kind: 'section', text },
      ...people
        .toSorted(byStanding)
        .map((person): RowSpec => ({ kind: 'cells', cells: cellsOf(person, ++number) })),
    ]);
}

function sheetOf(
  name: string,
  what: string,
  district: District,
  rows: readonly RowSpec[],
): SheetSpec {
  return {
    name,
    agency: { superior: 'TỈNH ĐIỆN BIÊN', name: `UBND ${district.name.toUpperCase()}` },
    title: `DANH SÁCH TRÍCH NGANG ${what} ${district.name.toUpperCase()}`,
    notice: [INVENTED, AS_OF],
    columns: COLUMNS,
    rows,
    paper: 'A3',
    frozenColumns: 3,
    signature: {
      placeAndDay: 'Điện Biên, ngày 30 tháng 6 năm 2025',
      signers: [{ title: 'NGƯỜI LẬP BIỂU' }, { title: 'THỦ TRƯỞNG ĐƠN VỊ' }],
    },
  };
}

function sectionsBy(people: readonly DemoPerson[]): (readonly [string, readonly DemoPerson[]])[] {
  const texts = [...new Set(people.toSorted(byStanding).map((person) => person.sectionText))];
  return texts.map((text) => [text, people.filter((person) => person.sectionText === text)]);
}

function communeSheets(
  district: District,
  people: readonly DemoPerson[],
  geography: Geography,
): SheetSpec[] {
  const sheets: SheetSpec[] = [];
  for (let at = 0; at < district.oldCodes.length; at += COMMUNES_A_SHEET) {
    const codes = district.oldCodes.slice(at, at + COMMUNES_A_SHEET);
    const sections = codes.map(
      (code) =>
        [
          geography.oldCommunes.get(code)?.name ?? '',
          people.filter((person) => person.unitCode === code),
        ] as const,
    );
    const what = 'CÁN BỘ, CÔNG CHỨC CẤP XÃ';
    sheets.push(sheetOf(`Cấp xã ${at / COMMUNES_A_SHEET + 1}`, what, district, rowsOf(sections)));
  }
  return sheets;
}

function slugOf(district: District): string {
  const name = district.name.replace(/^(Thành phố|Thị [Xx]ã|Huyện) /, '');
  return `${district.code}-${folded(name).replaceAll(' ', '-')}`;
}

function workbookOf(
  district: District,
  people: readonly DemoPerson[],
  geography: Geography,
): DemoWorkbook {
  const own = people.filter((person) => person.districtCode === district.code);
  const of = (origin: DemoPerson['origin']): DemoPerson[] =>
    own.filter((one) => one.origin === origin);
  const sheets = [
    sheetOf('Cấp huyện', 'CÁN BỘ, CÔNG CHỨC', district, rowsOf(sectionsBy(of('district')))),
    ...communeSheets(district, of('commune'), geography),
    sheetOf('Đơn vị sự nghiệp', 'VIÊN CHỨC', district, rowsOf(sectionsBy(of('public-service')))),
  ];
  return { fileName: `${slugOf(district)}.xlsx`, spec: { sheets, createdAt: CREATED_AT } };
}

/** One workbook for each old district: its own bodies, its communes, its public-service units. */
export function workbooksOf(people: readonly DemoPerson[], geography: Geography): DemoWorkbook[] {
  return geography.districts.map((district) => workbookOf(district, people, geography));
}
