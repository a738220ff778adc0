import { findWorkbookParts, workbookPath, type SheetPart } from '../workbook-parts.js';
import { applyEdits, insertion } from './edits.js';
import { OFFICE_RELATIONS, type PackageEdit } from './package-edit.js';
import { attributeOf, prefixOf, rootOf, tagsOf } from './xml-tags.js';

/** Where a workbook that is being patched keeps its parts. */
export interface Book {
  readonly path: string;
  readonly stylesPath: string | null;
  readonly sheets: readonly SheetPart[];
}

/** @throws BadInput `sheet.*` as the reader does */
export async function bookOf(edit: PackageEdit): Promise<Book> {
  const { sheets, stylesPath } = await findWorkbookParts(edit.parts);
  return { path: await workbookPath(edit.parts), stylesPath, sheets };
}

const WORKSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';

/** Puts a sheet of ours behind the others, or in the place of ours of an earlier time. */
export async function putSheet(
  edit: PackageEdit,
  book: Book,
  sheet: { readonly name: string; readonly xml: string; readonly hidden: boolean },
): Promise<void> {
  const earlier = book.sheets.find(({ name }) => name.normalize('NFC') === sheet.name);
  if (earlier !== undefined) return edit.set(earlier.path, sheet.xml);
  const path = edit.freePath('xl/worksheets/sheet%.xml');
  edit.set(path, sheet.xml);
  await edit.declare(path, WORKSHEET);
  const id = await edit.relate(book.path, `${OFFICE_RELATIONS}/worksheet`, path);
  await listSheet(edit, book, { name: sheet.name, hidden: sheet.hidden, id });
}

async function listSheet(
  edit: PackageEdit,
  { path }: Book,
  { name, hidden, id }: { readonly name: string; readonly hidden: boolean; readonly id: string },
): Promise<void> {
  const xml = await edit.text(path);
  const tags = [...tagsOf(xml)];
  const root = rootOf(xml);
  const end = tags.find((tag) => tag.local === 'sheets' && tag.kind === 'close');
  if (root === null || end === undefined) throw new Error('a workbook without sheets');
  const numbers = tags
    .filter((tag) => tag.local === 'sheet')
    .map((tag) => Number(attributeOf(tag.text, 'sheetId') ?? 0));
  const state = hidden ? ' state="hidden"' : '';
  const element =
    `<${prefixOf(root)}sheet xmlns:r="${OFFICE_RELATIONS}" name="${name}"` +
    ` sheetId="${Math.max(0, ...numbers) + 1}"${state} r:id="${id}"/>`;
  edit.set(path, applyEdits(xml, [insertion(end.start, element)]));
}

/** The order of calculation, which Excel finds anew where it is not there. */
export async function dropCalculationChain(edit: PackageEdit, { path }: Book): Promise<void> {
  const chain = (await edit.relations(path)).find(({ type }) => type === 'calcChain');
  if (chain === undefined || !edit.has(chain.path)) return;
  edit.remove(chain.path);
  await edit.undeclare(chain.path);
  await edit.unrelate(path, chain.path);
}
