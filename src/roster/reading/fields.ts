import { folded, normalised } from '../../shared/text.js';
import { fieldOfEnglish, namesPeopleInEnglish } from './english-labels.js';
import { saysItself } from './label-groups.js';
import { spelling } from './spelling.js';

/** What a column of a roster can mean. `rating:2024` is the rating of a year. */
export type Field =
  | 'ordinal'
  | 'personalNumber'
  | 'fullName'
  | 'born'
  | 'bornMale'
  | 'bornFemale'
  | 'bornDay'
  | 'bornMonth'
  | 'sex'
  | 'maleMark'
  | 'femaleMark'
  | 'ethnicity'
  | 'religion'
  | 'home'
  | 'address'
  | 'district'
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
 * "Ngày, tháng, năm sinh > Nam" is `ngay thang nam sinh > nam`. null = known, and not what a later line would take it for.
 */
const LABELS: readonly (readonly [FixedField | null, RegExp])[] = [
  [null, /^(ghi chu cua o|gia tri dong \d+ cua) /],
  ['ordinal', /^((no|n|order) )?(so )?(tt|t t|stt|s t t|s tt|thu tu|so thu tu)( (no|order))?$/],
  ['spousePersonalNumber', /(cccd|dinh danh|can cuoc|cmnd).*\b(vo|chong)\b/],
  ['spousePersonalNumber', /\b(vo|chong)\b.*(cccd|dinh danh|can cuoc|cmnd)/],
  [
    null,
    /ngay cap|noi cap|ngay het han|\b(vo|chong|bo me|cha me|than nhan)\b(?!.*(dinh danh|cccd))/,
  ],
  [
    'personalNumber',
    /dinh danh|\bddcn\b|cccd|can cuoc|cmnd|cmtnd|\bcmt\b|chung minh (nhan dan|thu)/,
  ],
  [null, /ten (goi khac|thuong goi|khac)|bi danh/],
  ['fullName', /(^|> )(ho( va|,)?( chu)?( ten| dem| lot)|ho va)( |$)/],
  ['fullName', /(^|> )(ho|((ten|chu) )?(dem|lot)( lot)?|ten (dem|lot)( va)? ten)$/],
  ['fullName', /(^|> )ten( (can bo|cong chuc|cbcc|vien chuc|nhan vien|nguoi)\b.*)?$/],
  ['home', /que quan|nguyen quan|^que$/],
  ['address', /noi o\b|cho o\b|thuong tru|tam tru|cu tru|dia chi|ho khau/],
  ['born', /(ngay|thang|nam|n|ng) sinh|sinh (ngay|nam)|^sinh( |$)|^ntns$|^(ngay )?ns$/],
  [
    'sex',
    /gioi tinh|^(gioi|phai|gt)( >|$)|^nam \d nu \d$|^(g tinh|nam nu|(la )?(nam|nu))( (gioi|danh dau )?x)?$/,
  ],
  ['sex', /^nu (danh dau|ghi)|^ong ba$|^danh xung$/],
  ['minorityLanguages', /tieng (dan toc|dtts|dt thieu so)|^(tieng )?dtts$/],
  ['ethnicity', /dan toc/],
  ['religion', /ton giao/],
  [null, /(co quan|noi|don vi|hinh thuc) tuyen dung|doan tncs|vao doan/],
  ['recruitedOn', /tuyen dung|vao nganh|vao bien che|bat dau (cong tac|lam viec)|ngay vao co quan/],
  ['partyOfficialOn', /dang.*chinh thuc|(^|ngay |> )(dang vien )?chinh thuc$/],
  ['partyProbationaryOn', /(vao|ket nap) dang|dang.*(du bi|ket nap)|(^|ngay |> )du bi$/],
  ['positionAllowance', /(phu cap|\bpc).*(chuc vu|\bcv\b|lanh dao)|\bpccv\b/],
  ['overGradePercent', /vuot khung|\b(tn)?vk\b/],
  ['plannedTitle', /quy hoach/],
  ['proposedUnit', /(du kien|de xuat|phuong an).*(don vi|co quan|xa\b|noi)/],
  ['proposedPosition', /(du kien|de xuat|phuong an).*(vi tri|chuc danh|chuc vu)/],
  ['conditions', /(chua|khong) (duoc )?dieu dong|truong hop (chua|khong)/],
  ['wish', /nguyen vong/],
  ['insuranceYears', /(so nam|thoi gian|nam).*(bhxh|bao hiem)/],
  ['generalEducation', /van hoa|hoc van|pho thong|gdpt|(^|> )(td ?)?vh$/],
  ['politicalTheory', /ly luan|\bllct\b|chinh tri|\bll ct\b/],
  ['stateManagement', /quan ly nha nuoc|\bql ?nn\b|ql nha nuoc/],
  ['foreignLanguage', /ngoai ngu|tieng anh|(^|> )nn$/],
  ['informatics', /tin hoc|\bcntt\b|(^|> )th$/],
  ['certificates', /chung chi/],
  ['major', /chuyen nganh|nganh (dao tao|hoc)|nganh nghe|(^|> )nganh$/],
  ['studyMode', /(hinh thuc|loai hinh|ht|he|lh) (dao tao|hoc|dt)\b|(^|> )(he|hinh thuc)$/],
  ['school', /(^|> )(ten )?truong( |$)|(noi|co so|truong) dao tao|tot nghiep truong/],
  [
    'degree',
    /^trinh do (> )?bac( dao tao)?$|^(?!.*(cong viec|dam nhiem|nhiem vu|phu trach)).*chuyen mon/,
  ],
  [
    'degree',
    /(^|> )cm( nv)?$|\b(td|trinh do) ?cm\b|bang cap|hoc vi|trinh do dao tao|bac dao tao|^trinh do$/,
  ],
  [null, /nang luong|(phu cap|\bpc\b|khu vuc|thu hut|tham nien|bao luu|chenh lech)/],
  ['coefficient', /he so|\bhs( luong)?$|\bhsl\b/],
  ['stepOn', /(ngay|thang|nam|thoi diem|thoi gian|moc|tg)( [a-z]+)? huong|huong tu/],
  ['step', /(^|> )bac( luong)?( hien huong)?\b/],
  ['rank', /ngach|chuc danh nghe nghiep(?!.*chuc vu)|\bcdnn\b/],
  [
    'unit',
    /(chuc vu|chuc danh|cong viec|vi tri).* > (ten )?(don vi|co quan|noi)( cong tac| lam viec)?$/,
  ],
  [
    'position',
    /(^|> )(c ?v( c ?d)?|cd cv)$|\bc vu\b|chuc vu|chuc danh|chuc trach|vi tri (viec lam|cong tac|lam viec)|\bvtvl\b|cong viec/,
  ],
  ['district', /^(thuoc )?(quan )?huyen( (tx|tp|thi xa|thanh pho).*)?$/],
  [
    'unit',
    /\bd ?v ?ct\b|\bd vi\b|don vi(?! tinh)|co quan|noi (cong tac|lam viec)|^(noi ct|dia phuong|truc thuoc)$|^((ma( so)?|ten|ubnd|thuoc|truc thuoc|tai) )*(xa|(xa|phuong|thi tran|dac khu|tt|[xp])( (xa|phuong|thi tran|dac khu|tt|[xp]))+( .*)?)$|dia ban|phong ban/,
  ],
  ['note', /ghi chu/],
];

/** Of several columns of one field the one whose path says this goes first; the others are kept as they are. */
const PREFERRED: Readonly<Partial<Record<Field, RegExp>>> = {
  personalNumber: /dinh danh|cccd|can cuoc/,
  rank: /(^|> |\b)ma\b/,
  coefficient: /(^|> )he so( luong)?$/,
  step: /(^|> )bac( luong)?$/,
  position: /^(?!.*(\bdang\b|doan the|chi bo|cap uy|kiem nhiem)).*$/,
  unit: /cong tac|lam viec|hien/,
};

const RATING = /xep loai|danh gia|phan loai|chat luong/;
const YEAR = /\b(20\d{2})\b/;
const LONGEST_LABEL = 80;

/** Under which a note beside a cell is kept; no other field, where it comes back as a column. */
export function labelOfComment(label: string): string {
  return `Ghi chú của ô "${label}"`;
}

/** Under which a second value of a person over several rows is kept. */
export function labelOfFurther(row: number, label: string): string {
  return `Giá trị dòng ${row} của "${label}"`;
}

/** Between the labels of merged parents and the own label of a column. */
export const LABEL_JOIN = ' > ';

/**
 * What a column with this label means; null = nothing that we know.
 *
 * @param label the own label after those of its parents, joined by ` > `
 */
export function fieldOf(label: string): Field | null {
  const path = pathOf(label).replace(ABOUT_PEOPLE, '');
  const at = path.lastIndexOf(LABEL_JOIN);
  const own = at < 0 ? null : (label.split(LABEL_JOIN).pop() ?? '');
  const ofGroup = own === null ? null : fieldOf(own);
  if (ofGroup !== null && saysItself(path.slice(0, at), ofGroup)) return ofGroup;
  const year = YEAR.exec(path)?.[1];
  if (RATING.test(path)) return year === undefined ? null : `rating:${year}`;
  const known = LABELS.find(([, pattern]) => pattern.test(path));
  const field = known === undefined ? fieldOfEnglish(path) : known[0];
  if (field === 'born') return birthField(label);
  return field === 'sex' ? sexField(label) : field;
}

/** A parent that says no more than that people are listed. */
const ABOUT_PEOPLE =
  /^(?:(?:cac )?thong tin(?: chung| ca nhan| co ban)?(?: (?:can bo|cbcc|cong chuc|vien chuc|nhan su).*?)?|(?:so yeu )?ly lich|nhan than|ban than) > /;

/** "Mã đơn vị" beside "Tên đơn vị": a column of codes is the last to be taken for the field. */
export function isCodeLabel(field: Field, label: string): boolean {
  return field === 'unit' && /(^|> )ma( so)?\b/.test(pathOf(label));
}

const OUTDATED =
  /\b(cu|truoc|truoc day)\b(?!.*\bmoi\b)|(^|> )(dieu dong |chuyen )?tu (don vi|co quan|noi)\b/;

/** "Chức vụ cũ", "Đơn vị trước sắp xếp" beside "Chức vụ mới": what was before is the last to be taken. */
export function isOutdatedLabel(field: Field, label: string): boolean {
  return (field === 'unit' || field === 'position') && OUTDATED.test(pathOf(label));
}

/** Whether a label says more surely than others of the field that this is the column to take. */
export function isPreferred(field: Field, label: string): boolean {
  return !isOutdatedLabel(field, label) && (PREFERRED[field]?.test(pathOf(label)) ?? false);
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
export function namesPeople(typed: string): boolean {
  const text = typed.replace(ENGLISH_BEFORE, '');
  return (MAY_NAME_PEOPLE.test(text) && FULL_NAME.test(pathOf(text))) || namesPeopleInEnglish(text);
}

/** "Full name / Họ và tên": what an English label is put before. */
const ENGLISH_BEFORE = /^(?:full ?)?name[\s/(:|–-]+(?=h[oọ]|t[eê]n)/iu;

/** Begins with a word of two letters from h on ("Họ") or of three from t on ("Tên"): all other texts are not folded. */
const MAY_NAME_PEOPLE =
  /^[^\p{L}\p{N}]*(?:[Hh]\p{L}\p{M}*|[Tt]\p{L}\p{M}*\p{L}\p{M}*)(?:(?![\p{L}\p{N}])|(?<=\p{Ll}\p{M}*)(?=\p{Lu}))/u;

const FULL_NAME =
  /^(ho( va)? ten(?! (vo|chong|bo|me|cha|con|than nhan)\b)( .*)?|ho va (chu |ten )?(dem|lot)|ho (chu )?(dem|lot)|ten (dem|lot)( va)? ten|ten (can bo|cong chuc|cbcc).*)$/;
const GROUP =
  /^(trinh do|ngach|luong|he so|muc luong|du kien( bo tri)?|ket qua (xep loai|danh gia)|dao tao|phu cap|chuc vu|dang vien)/;
const UNDER_GROUP =
  /^(nam|nu|ngay|thang|du bi|chinh thuc|bac|he so|don vi|vi tri|ma so|ma|ten|(nam )?20\d{2}|chinh quyen|dang|doan the)$/;

/** "Nam" (men) and "Năm" (year) differ only by a diacritic, so the words as typed decide. */
function birthField(label: string): Field {
  const own = ownLabel(label);
  const ending = own === folded(own) ? own : own.replace(BIRTH, '');
  if (IS_MALE.test(ending)) return 'bornMale';
  return IS_FEMALE.test(ending) ? 'bornFemale' : 'born';
}

function sexField(label: string): Field | null {
  const own = ownLabel(label);
  if (IS_MALE.test(own)) return 'maleMark';
  if (IS_FEMALE.test(own)) return 'femaleMark';
  return own === 'năm' ? null : 'sex';
}

const IS_MALE = /^(là |giới tính )?nam( giới| gioi)?( x)?$/;
const IS_FEMALE = /^(là |giới tính )?n[ữu]( giới| gioi)?( x| (đánh dấu|danh dau|ghi) x)?$/;
/** "Ngày sinh (Nữ)" in one label; without diacritics "sinh nam" may be the year as well. */
const BIRTH = /^.*sinh (?:của )?(?=(?:nam|nữ)(?: giới)?$)/;

function ownLabel(label: string): string {
  return normalised(
    (label.split(LABEL_JOIN).pop() ?? '').replace(/[^\p{L}\p{N}]+/gu, ' '),
  ).toLowerCase();
}

function pathOf(label: string): string {
  return label
    .split(LABEL_JOIN)
    .map((part) =>
      folded(withSpaces(part.replace(ENGLISH_BEFORE, '')))
        .replace(/[^a-z0-9]+/g, ' ')
        .trim(),
    )
    .join(LABEL_JOIN);
}

/** "HoVaTen", "SoCCCD": labels that a program wrote. */
function withSpaces(label: string): string {
  return label.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
}
