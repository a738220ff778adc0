import { dayText } from '../shared/day.js';
import { folded } from '../shared/text.js';
import { EMPTY_ZIP, editZip } from '../sheet/patch/zip-edit.js';
import type { LeafColumn, Stamp } from '../sheet/sheet-spec.js';
import { writeWorkbook } from '../sheet/xlsx-writer.js';
import type { StoredLetter } from './letter.store.js';

export const MANIFEST = 'danh-muc.xlsx';
/** What an empty manifest says of its making; else it is the last letter's. */
const NO_INSTANT = '2025-07-01T00:00:00Z';

/** A name without anything that a file system minds: number, person, and the letter's own id against doubles. */
export function fileNameOf({ id, numberText, fields }: StoredLetter): string {
  const plain = (text: string): string =>
    folded(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60);
  return `${plain(numberText)}_${plain(fields.ho_ten)}_${id}.docx`;
}

/** The letters and a list of them, every cell typed as text. Letters keep their bytes; the list says who took it out. */
export async function zipOf(
  letters: readonly (StoredLetter & { readonly file: Buffer })[],
  stamp: Stamp,
): Promise<Buffer> {
  const written = new Map(letters.map((letter) => [fileNameOf(letter), letter.file]));
  written.set(MANIFEST, await manifestOf(letters, stamp));
  return editZip(EMPTY_ZIP, { written, removed: new Set() });
}

const COLUMNS: readonly LeafColumn[] = [
  { label: 'Tệp', width: 44 },
  { label: 'Số quyết định', width: 18 },
  { label: 'Ngày', width: 12 },
  { label: 'Họ và tên', width: 26 },
  { label: 'Đơn vị nơi đến', width: 34 },
  { label: 'Mã dữ liệu phương án', width: 66 },
  { label: 'Mã kiểm tra quyết định (SHA-256)', width: 66 },
];

function manifestOf(letters: readonly StoredLetter[], stamp: Stamp): Promise<Buffer> {
  const createdAt =
    letters
      .map(({ issuedAt }) => issuedAt)
      .sort()
      .at(-1) ?? NO_INSTANT;
  return writeWorkbook({
    createdAt,
    stamp,
    sheets: [
      {
        name: 'Danh mục',
        title: 'DANH MỤC QUYẾT ĐỊNH',
        paper: 'A4',
        columns: COLUMNS,
        rows: letters.map((letter) => ({
          kind: 'cells',
          cells: [
            ...[fileNameOf(letter), letter.numberText, dayText(letter.issuedOn)],
            ...[letter.fields.ho_ten, letter.fields.don_vi_moi],
            ...[letter.scenarioHash ?? '', letter.letterHash],
          ],
        })),
      },
    ],
  });
}
