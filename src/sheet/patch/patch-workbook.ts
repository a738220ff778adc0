import { columnLetters, columnOf } from '../cell-reference.js';
import { ValueLists, VALUES_SHEET } from '../value-lists.js';
import { readWorkbook } from '../xlsx-reader.js';
import { putBatchMark } from './batch-mark.js';
import { dropCalculationChain, putSheet } from './book.js';
import { openForPatch, refusal, type OpenedForPatch, type PatchRefusal } from './can-patch.js';
import type { Correction, WorkbookMarks } from './marks.js';
import { Merges } from './merges.js';
import { ISSUE_SHEET, isOwnSheet } from './own-sheets.js';
import { issueSheetXml, valuesSheetXml } from './own-sheet-xml.js';
import { OFFICE_RELATIONS } from './package-edit.js';
import { plainCopy } from './plain-copy.js';
import { SheetChildren } from './sheet-children.js';
import { patchSheet } from './sheet-patch.js';
import { planSheet } from './sheet-plan.js';
import type { DropDown } from './validation-patch.js';

/** The sender's workbook with our marks. */
export interface PatchedWorkbook {
  readonly bytes: Buffer;
  /** Corrections that a formula or a merged cell stood against; their cells keep what they said. */
  readonly notWritten: readonly Correction[];
}

/**
 * The sender's own workbook back: faulty cells coloured, with the message as a note and a drop-down of legal values, and a
 * sheet that lists everything with links. Only the parts that this touches change, and in them only what is added; every
 * other entry of the zip keeps its bytes. Marks of an earlier time are replaced, so a workbook may come and go as often as
 * it needs to.
 *
 * @throws BadInput `sheet.*` as the reader does
 */
export async function patchWorkbook(
  bytes: Buffer,
  marks: WorkbookMarks,
): Promise<PatchedWorkbook | { readonly refused: PatchRefusal }> {
  const opened = await openForPatch(bytes);
  if ('refused' in opened) return opened;
  const notWritten = await patchSheets(opened, marks);
  if (notWritten === null) return { refused: refusal('patch.unusual') };
  const { edit, book, styles } = opened;
  const xml = issueSheetXml(marks, styles);
  await putSheet(edit, book, { name: ISSUE_SHEET, xml, hidden: false });
  await putStyles(opened);
  await putBatchMark(edit, marks.mark);
  return { bytes: edit.finish(), notWritten };
}

/**
 * The workbook with its marks, or where it cannot be marked itself a copy of its texts with the same marks at the same
 * places; `refused` says why.
 *
 * @throws BadInput `sheet.*` as the reader does
 */
export async function markedWorkbook(
  bytes: Buffer,
  marks: WorkbookMarks,
): Promise<PatchedWorkbook & { readonly refused: PatchRefusal | null }> {
  const own = await patchWorkbook(bytes, marks);
  if (!('refused' in own)) return { ...own, refused: null };
  const copy = await patchWorkbook(plainCopy(await readWorkbook(bytes)), marks);
  if ('refused' in copy) throw new Error(`our own workbook cannot be marked: ${copy.refused.code}`);
  return { ...copy, refused: own.refused };
}

/** null = a sheet has parts that we do not understand. */
async function patchSheets(
  opened: OpenedForPatch,
  { issues, corrections }: WorkbookMarks,
): Promise<readonly Correction[] | null> {
  const { edit, book, styles } = opened;
  const lists = new ValueLists();
  const notWritten: Correction[] = [];
  let formulaReplaced = false;
  for (const { name, path } of book.sheets) {
    if (isOwnSheet(name)) continue;
    const xml = await edit.text(path);
    const children = SheetChildren.of(xml);
    if (children === null) return null;
    const own = corrections.filter(({ sheet }) => sheet === name);
    const plan = planSheet(
      issues.filter(({ sheet }) => sheet === name),
      own,
      new Merges(xml, children),
    );
    const dropDowns = plan.cells.flatMap((cell): DropDown[] =>
      cell.choices.length === 0 ? [] : [{ ...cell, source: lists.sourceOf(cell.choices) }],
    );
    const done = await patchSheet(edit, styles, { path, cells: plan.cells, dropDowns });
    if (done === null) return null;
    formulaReplaced ||= done.formulaReplaced;
    const kept = new Set(done.kept);
    notWritten.push(
      ...plan.notWritten,
      ...own.filter(({ row, column }) => kept.has(`${columnLetters(columnOf(column))}${row}`)),
    );
  }
  if (formulaReplaced) await dropCalculationChain(edit, book);
  await putValues(opened, lists);
  return notWritten;
}

async function putValues({ edit, book }: OpenedForPatch, { lists }: ValueLists): Promise<void> {
  if (lists.length === 0 && !book.sheets.some(({ name }) => name === VALUES_SHEET)) return;
  await putSheet(edit, book, { name: VALUES_SHEET, xml: valuesSheetXml(lists), hidden: true });
}

const STYLES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml';

async function putStyles({ edit, book, styles }: OpenedForPatch): Promise<void> {
  if (book.stylesPath !== null) return edit.set(book.stylesPath, styles.finish());
  const path = 'xl/styles.xml';
  edit.set(path, styles.finish());
  await edit.declare(path, STYLES);
  await edit.relate(book.path, `${OFFICE_RELATIONS}/styles`, path);
}
