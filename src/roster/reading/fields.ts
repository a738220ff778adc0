import { folded, normalised } from '../../shared/text.js';
import { spelling } from './spelling.js';

/** What a column of a roster can mean. `rating:2024` is the rating of a year. */
export type Field =
  | 'ordinal'
  | 'personalNumber'
  | 'fullName'
  | 'born'
  | 'bornMale'
  | 'bornFemale'
  | 'sex'
  | 'maleMark'
  | 'femaleMark'
  | 'ethnicity'
  | 'religion'
  | 'home'
  | 'address'
  | 'unit'
  | 'position'
  | 'recruitedOn'
  | 'partyProbationaryOn'
  | 'partyOfficialOn'
  | 'generalEducation'
  | 'degree'
  | 'major'
  | 'studyMode'
  | 'school'
  | 'politicalTheory'
  | 'stateManagement'
  | 'foreignLanguage'
  | 'informatics'
  | 'minorityLanguages'
  | 'certificates'
  | 'rank'
  | 'step'
  | 'coefficient'
  | 'stepOn'
  | 'positionAllowance'
  | 'overGradePercent'
  | `rating:${string}`
  | 'plannedTitle'
  | 'insuranceYears'
  | 'spousePersonalNumber'
  | 'conditions'
  | 'wish'
  | 'proposedUnit'
  | 'proposedPosition'
  | 'note';

type FixedField = Exclude<Field, `rating:${string}`>;

/**
 * Known labels, the first that fits counts. They are matched on the whole path of a column, folded, punctuation as spaces:
 * "Ngày, tháng, năm sinh > Nam" is `ngay thang nam sinh > nam`.
 */
const LABELS: readonly (readonly [FixedField, RegExp])[] = [
  ['ordinal', /^(so )?(tt|stt|thu tu|so tt|so thu tu)$/],
  ['spousePersonalNumber', /(cccd|dinh danh|can cuoc|cmnd).*\b(vo|chong)\b/],
  ['spousePersonalNumber', /\b(vo|chong)\b.*(cccd|dinh danh|can cuoc|cmnd)/],
  ['personalNumber', /^(?!.*(ngay cap|noi cap)).*(dinh danh|cccd|can cuoc|cmnd|cmtnd)/],
  ['fullName', /(^|> )(ho va ten|ho ten|ho dem|ho va chu dem|ho va ten dem|ten)( |$)/],
  ['home', /que quan|nguyen quan|^que$/],
  ['address', /noi o\b|cho o\b|thuong tru|dia chi/],
  ['born', /(ngay|thang|nam) sinh|sinh ngay|sinh nam/],
  ['sex', /gioi tinh|^nam nu$|^phai$/],
  ['minorityLanguages', /tieng (dan toc|dtts|dt thieu so)|^(tieng )?dtts$/],
  ['ethnicity', /dan toc/],
  ['religion', /ton giao/],
  ['recruitedOn', /tuyen dung|vao nganh|bat dau cong tac|ngay vao co quan/],
  ['partyOfficialOn', /dang.*chinh thuc/],
  ['partyProbationaryOn', /(vao|ket nap) dang|dang.*du bi/],
  ['positionAllowance', /phu cap.*chuc vu|\bpccv\b|\bpc chuc vu/],
  ['overGradePercent', /vuot khung|\bvk\b/],
  ['plannedTitle', /quy hoach/],
  ['proposedUnit', /(du kien|de xuat|phuong an).*(don vi|co quan|xa\b|noi)/],
  ['proposedPosition', /(du kien|de xuat|phuong an).*(vi tri|chuc danh|chuc vu)/],
  ['conditions', /(chua|khong) (duoc )?dieu dong|truong hop (chua|khong)/],
  ['wish', /nguyen vong/],
  ['insuranceYears', /(so nam|thoi gian|nam).*(bhxh|bao hiem)/],
  ['generalEducation', /van hoa|hoc van|pho thong|gdpt|(^|> )vh$/],
  ['politicalTheory', /ly luan|llct|chinh tri/],
  ['stateManagement', /quan ly nha nuoc|qlnn/],
  ['foreignLanguage', /ngoai ngu|tieng anh/],
  ['informatics', /tin hoc|\bcntt\b/],
  ['certificates', /chung chi/],
  ['major', /chuyen nganh|nganh (dao tao|hoc)|nganh nghe/],
  ['studyMode', /hinh thuc dao tao|he dao tao|loai hinh dao tao|> he$/],
  ['school', /\btruong\b|noi dao tao|co so dao tao/],
  ['degree', /chuyen mon|(^|> )cm$|bang cap|trinh do dao tao|bac dao tao|^trinh do$/],
  ['coefficient', /he so/],
  ['stepOn', /(ngay|thoi diem|thoi gian|moc) huong|huong tu/],
  ['step', /(^|> )bac\b/],
  ['rank', /ngach|chuc danh nghe nghiep/],
  ['position', /chuc vu|chuc danh|vi tri viec lam|vi tri cong tac|cong viec/],
  ['unit', /don vi|co quan|noi cong tac/],
  ['note', /ghi chu/],
];

const RATING = /xep loai|danh gia|phan loai|chat luong/;
const YEAR = /\b(20\d{2})\b/;
const LONGEST_LABEL = 80;

/** Between the labels of merged parents and the own label of a column. */
export const LABEL_JOIN = ' > ';

/**
 * What a column with this label means; null = nothing that we know.
 *
 * @param label the own label after those of its parents, joined by ` > `
 */
export function fieldOf(label: string): Field | null {
  const path = pathOf(label);
  const year = YEAR.exec(path)?.[1];
  if (RATING.test(path)) return year === undefined ? null : `rating:${year}`;
  const field = LABELS.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
  if (field === 'born') return birthField(label);
  return field === 'sex' ? sexField(label) : field;
}

/**
 * A label in the form in which the reader's choices are remembered: no case, no punctuation, one way of placing tones.
 * Diacritics stay: "Nam" (men) and "Năm" (year) are two labels.
 */
export function labelKey(label: string): string {
  return label
    .split(LABEL_JOIN)
    .map((part) =>
      spelling(part)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join(LABEL_JOIN);
}

/** What the reader of this sender's files said that a label means; null = nothing, its values are kept as they are. */
export interface ColumnChoice {
  /** As `labelKey` gives it. */
  readonly label: string;
  readonly field: Field | null;
}

/** Whether a single header cell is the label of a column or of a group that rosters have. */
export function isKnownLabel(text: string): boolean {
  if (text === '' || text.length > LONGEST_LABEL) return false;
  return fieldOf(text) !== null || GROUP.test(pathOf(text)) || UNDER_GROUP.test(pathOf(text));
}

/** Whether a cell is the label of the column of names; a person's row never holds it. */
export function namesPeople(text: string): boolean {
  return FULL_NAME.test(pathOf(text));
}

const FULL_NAME =
  /^(ho va ten|ho ten|ho va ten .*khai sinh.*|ho va ten (can bo|cong chuc|nguoi).*)$/;
const GROUP = /^(trinh do|ngach|luong|du kien( bo tri)?|ket qua (xep loai|danh gia)|dao tao|dang)/;
const UNDER_GROUP = /^(nam|nu|du bi|chinh thuc|bac|he so|don vi|vi tri|(nam )?20\d{2})$/;

/** "Nam" (men) and "Năm" (year) differ only by a diacritic, so the words as typed decide. */
function birthField(label: string): Field {
  const own = ownLabel(label);
  if (own === 'nam') return 'bornMale';
  return own === 'nữ' ? 'bornFemale' : 'born';
}

function sexField(label: string): Field {
  const own = ownLabel(label);
  if (own === 'nam') return 'maleMark';
  return own === 'nữ' ? 'femaleMark' : 'sex';
}

function ownLabel(label: string): string {
  return normalised(label.split(LABEL_JOIN).pop() ?? '').toLowerCase();
}

function pathOf(label: string): string {
  return label
    .split(LABEL_JOIN)
    .map((part) =>
      folded(part)
        .replace(/[^a-z0-9]+/g, ' ')
        .trim(),
    )
    .join(LABEL_JOIN);
}
