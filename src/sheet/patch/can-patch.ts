import { bookOf, type Book } from './book.js';
import { PackageEdit } from './package-edit.js';
import { SheetChildren } from './sheet-children.js';
import { PLAIN_STYLES, StylesPatch } from './styles-patch.js';
import { attributeOf, prefixOf, rootOf, tagsOf } from './xml-tags.js';

/** Why a workbook cannot be given back with marks. */
export interface PatchRefusal {
  readonly code: string;
  /** Vietnamese, for the reader, with what they get instead. */
  readonly message: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const REASONS = {
  'patch.zip': 'tệp nén của nó khác thường',
  'patch.signed': 'tệp có chữ ký số, sửa vào là mất hiệu lực chữ ký',
  'patch.strict':
    'tệp được lưu theo dạng "Strict Open XML"; hãy lưu lại dạng "Excel Workbook (.xlsx)"',
  'patch.protected':
    'cấu trúc sổ tính đang được bảo vệ; hãy bỏ bảo vệ (Xem lại → Bảo vệ sổ làm việc)',
  'patch.encoding': 'tệp không theo bảng mã UTF-8',
  'patch.unusual': 'tệp do một chương trình khác thường ghi ra; hãy mở bằng Excel và lưu lại',
} as const;

export type RefusalCode = keyof typeof REASONS;

export function refusal(code: RefusalCode): PatchRefusal {
  return {
    code,
    message: `Không đánh dấu được ngay trên tệp của bạn: ${REASONS[code]}. Bạn sẽ nhận một tệp do hệ thống lập với đủ các dòng và lỗi.`,
  };
}

/**
 * Whether `patchWorkbook` can mark this workbook; null = it can.
 *
 * @throws BadInput `sheet.*` as the reader does
 */
export async function canPatch(bytes: Buffer): Promise<PatchRefusal | null> {
  const opened = await openForPatch(bytes);
  return 'refused' in opened ? opened.refused : null;
}

/** What the decoder throws. */
const NOT_UTF8 = 'ERR_ENCODING_INVALID_ENCODED_DATA';

export interface OpenedForPatch {
  readonly edit: PackageEdit;
  readonly book: Book;
  readonly styles: StylesPatch;
}

/** @throws BadInput `sheet.*` as the reader does */
export async function openForPatch(
  bytes: Buffer,
): Promise<OpenedForPatch | { readonly refused: PatchRefusal }> {
  const edit = await PackageEdit.open(bytes);
  const book = await bookOf(edit);
  try {
    const code = await faultOf(edit, book);
    if (code !== null) return { refused: refusal(code) };
    const xml = book.stylesPath === null ? PLAIN_STYLES : await edit.text(book.stylesPath);
    const styles = StylesPatch.of(xml);
    return styles === null ? { refused: refusal('patch.unusual') } : { edit, book, styles };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === NOT_UTF8)
      return { refused: refusal('patch.encoding') };
    throw error;
  }
}

async function faultOf(edit: PackageEdit, book: Book): Promise<RefusalCode | null> {
  if (!edit.isEditable) return 'patch.zip';
  if (edit.parts.paths.some((path) => path.toLowerCase().startsWith('_xmlsignatures/')))
    return 'patch.signed';
  const workbook = await edit.text(book.path);
  const own = namespaceFault(workbook);
  if (own !== null) return own;
  if (isLocked(workbook)) return 'patch.protected';
  for (const { path } of book.sheets) {
    const xml = await edit.text(path);
    const fault = namespaceFault(xml) ?? (hasRows(xml) ? null : 'patch.unusual');
    if (fault !== null) return fault;
  }
  return null;
}

function hasRows(xml: string): boolean {
  return SheetChildren.of(xml)?.find('sheetData') !== undefined;
}

function namespaceFault(xml: string): RefusalCode | null {
  const root = rootOf(xml);
  if (root === null) return 'patch.unusual';
  const prefix = prefixOf(root).replace(/:$/, '');
  const namespace = attributeOf(root.text, prefix === '' ? 'xmlns' : `xmlns:${prefix}`);
  if (namespace === MAIN) return null;
  return namespace?.startsWith('http://purl.oclc.org/') === true ? 'patch.strict' : 'patch.unusual';
}

function isLocked(workbook: string): boolean {
  const tag = [...tagsOf(workbook)].find(({ local }) => local === 'workbookProtection');
  return tag !== undefined && /^(1|true|on)$/.test(attributeOf(tag.text, 'lockStructure') ?? '');
}
