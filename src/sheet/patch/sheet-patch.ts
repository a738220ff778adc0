import { columnLetters, rangeOf } from '../cell-reference.js';
import { cellEdits, type CellChange, type CellEdits } from './cell-patch.js';
import {
  NO_COMMENTS,
  patchComments,
  type CellNote,
  type PatchedComments,
} from './comment-patch.js';
import { applyEdits, type Edit } from './edits.js';
import { OFFICE_RELATIONS, type PackageEdit } from './package-edit.js';
import { NO_SHAPES, patchShapes } from './shape-patch.js';
import { SheetChildren } from './sheet-children.js';
import type { CellPlan } from './sheet-plan.js';
import type { StylesPatch } from './styles-patch.js';
import { validationEdits, type DropDown } from './validation-patch.js';
import { attributeOf, withAttribute } from './xml-tags.js';

/** One sheet and what is put on it. */
export interface SheetPatch {
  readonly path: string;
  readonly cells: readonly CellPlan[];
  readonly dropDowns: readonly DropDown[];
}

const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const SHAPES = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** Patches one sheet with its notes. null = it has parts that we do not understand, and nothing was changed. */
export async function patchSheet(
  edit: PackageEdit,
  styles: StylesPatch,
  { path, cells, dropDowns }: SheetPatch,
): Promise<Omit<CellEdits, 'edits'> | null> {
  const xml = await edit.text(path);
  const children = SheetChildren.of(xml);
  if (children === null) return null;
  const { edits, ...found } = cellEdits({
    xml,
    changes: changesOf(cells, styles),
    otherStyles: styles.hasOurs ? (own) => styles.uncoloured(own) : null,
  });
  const notes = await patchNotes(edit, { path, xml, children, notes: notesOf(cells) });
  if (notes === null) return null;
  const all = [
    ...edits,
    ...dimensionEdits(children, cells),
    ...validationEdits(xml, children, dropDowns),
    ...notes,
  ];
  if (all.length > 0) edit.set(path, applyEdits(xml, all));
  return found;
}

function changesOf(
  cells: readonly CellPlan[],
  styles: StylesPatch,
): Map<number, Map<number, CellChange>> {
  const changes = new Map<number, Map<number, CellChange>>();
  for (const { row, column, severity, text } of cells) {
    const inRow = changes.get(row) ?? new Map<number, CellChange>();
    const style = (own: number): number =>
      severity === null
        ? styles.uncoloured(own)
        : styles.coloured(styles.uncoloured(own), severity);
    inRow.set(column, { style, ...(text === undefined ? {} : { text }) });
    changes.set(row, inRow);
  }
  return changes;
}

/** Excel's limit for the text of a cell, and a note that nobody reads to its end. */
const LONGEST_NOTE = 2_000;

function notesOf(cells: readonly CellPlan[]): readonly CellNote[] {
  return cells
    .filter(({ messages }) => messages.length > 0)
    .map(({ row, column, messages }) => ({
      row,
      column,
      text: messages.join('\n').slice(0, LONGEST_NOTE),
    }));
}

/** The range that the sheet says it uses. */
function dimensionEdits(children: SheetChildren, cells: readonly CellPlan[]): readonly Edit[] {
  const tag = children.find('dimension')?.open;
  const range = rangeOf(attributeOf(tag?.text ?? '', 'ref') ?? '');
  if (tag === undefined || range === null) return [];
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const reference =
    `${columnLetters(least(columns, range.firstColumn))}${least(rows, range.firstRow)}:` +
    `${columnLetters(most(columns, range.lastColumn))}${most(rows, range.lastRow)}`;
  const grown = reference !== `${attributeOf(tag.text, 'ref')}`;
  const inside =
    least(columns, range.firstColumn) === range.firstColumn &&
    least(rows, range.firstRow) === range.firstRow &&
    most(columns, range.lastColumn) === range.lastColumn &&
    most(rows, range.lastRow) === range.lastRow;
  if (!grown || inside) return [];
  return [{ start: tag.start, end: tag.end, text: withAttribute(tag.text, 'ref', reference) }];
}

function least(numbers: readonly number[], start: number): number {
  return numbers.reduce((a, b) => Math.min(a, b), start);
}

function most(numbers: readonly number[], start: number): number {
  return numbers.reduce((a, b) => Math.max(a, b), start);
}

interface NotesInput {
  readonly path: string;
  readonly xml: string;
  readonly children: SheetChildren;
  readonly notes: readonly CellNote[];
}

/** Writes the notes and their boxes; gives the edit that tells the sheet of its boxes. */
async function patchNotes(edit: PackageEdit, input: NotesInput): Promise<readonly Edit[] | null> {
  const { path, notes } = input;
  const own = (await edit.relations(path)).find(({ type }) => type === 'comments');
  if (own === undefined && notes.length === 0) return [];
  const patched = patchComments(own === undefined ? NO_COMMENTS : await edit.text(own.path), notes);
  if (patched === null) return null;
  const edits = await patchBoxes(edit, input, patched);
  if (edits === null) return null;
  if (own !== undefined) edit.set(own.path, patched.xml);
  else {
    const comments = edit.freePath('xl/comments%.xml');
    edit.set(comments, patched.xml);
    await edit.declare(comments, COMMENTS);
    await edit.relate(path, `${OFFICE_RELATIONS}/comments`, comments);
  }
  return edits;
}

async function patchBoxes(
  edit: PackageEdit,
  { path, children }: NotesInput,
  { drawn, erased }: PatchedComments,
): Promise<readonly Edit[] | null> {
  if (drawn.length === 0 && erased.length === 0) return [];
  const tag = children.find('legacyDrawing')?.open.text;
  const id = tag === undefined ? undefined : /\s(?:\w+:)?id\s*=\s*["']([^"']*)/.exec(tag)?.[1];
  const own = (await edit.relations(path)).find((each) => each.id === id);
  if (id !== undefined && own === undefined) return null;
  const shapes = patchShapes(
    own === undefined ? NO_SHAPES : await edit.text(own.path),
    drawn,
    erased,
  );
  if (shapes === null) return null;
  if (own !== undefined) {
    edit.set(own.path, shapes);
    return [];
  }
  const drawing = edit.freePath('xl/drawings/vmlDrawing%.vml');
  edit.set(drawing, shapes);
  await edit.declareExtension('vml', SHAPES);
  const newId = await edit.relate(path, `${OFFICE_RELATIONS}/vmlDrawing`, drawing);
  const element = `<${children.prefix}legacyDrawing xmlns:r="${OFFICE_RELATIONS}" r:id="${newId}"/>`;
  return [children.put('legacyDrawing', element)];
}
