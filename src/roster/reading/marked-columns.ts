import { withText } from '../../sheet/workbook.js';
import { fieldOf, LABEL_JOIN, type Field } from './fields.js';
import type { GridRow } from './sheet-grid.js';
import { degree } from './values/degree.js';
import { isMark } from './values/mark.js';

/** Fields whose value may be the label of the column that is marked: "Trình độ chuyên môn > ThS | ĐH | CĐ". */
const SAID_BY_LABEL: readonly (Field | null)[] = [
  'degree',
  'politicalTheory',
  'stateManagement',
  'foreignLanguage',
  'informatics',
  'generalEducation',
  'ethnicity',
  'religion',
];
const FEWEST = 2;

/** Columns under one parent of which each row marks one. */
interface MarkedGroup {
  /** The column of the field. */
  readonly column: number;
  readonly words: readonly { readonly column: number; readonly word: string }[];
}

interface Labelled {
  readonly column: number;
  readonly label: string;
  readonly field: Field | null;
}

/** Puts the label of the marked column in the place of the mark. */
export class MarkedColumns {
  private readonly groups: readonly MarkedGroup[];

  constructor(columns: readonly Labelled[], body: readonly GridRow[]) {
    this.groups = groupsOf(columns, body);
  }

  /** The row with the words of its marks; of several marks all words. */
  resolved(row: GridRow): GridRow {
    if (this.groups.length === 0) return row;
    const [cells, texts] = [[...row.cells], [...row.texts]];
    for (const { column, words } of this.groups) {
      const marked = words.filter((each) => isMark(row.texts[each.column] ?? ''));
      const [first] = marked;
      const cell = first && row.cells[first.column];
      const said = marked.map(({ word }) => word).join(', ');
      cells[column] = cell && { ...withText(cell, said, cell.font), column };
      texts[column] = cell && said;
    }
    return { ...row, cells, texts };
  }
}

function groupsOf(columns: readonly Labelled[], body: readonly GridRow[]): MarkedGroup[] {
  const byParent = new Map<string, Labelled[]>();
  for (const each of columns) {
    const parent = parentOf(each.label);
    if (parent !== '') byParent.set(parent, [...(byParent.get(parent) ?? []), each]);
  }
  return [...byParent.values()].flatMap((group) => {
    const first = group.find(({ field }) => SAID_BY_LABEL.includes(field));
    if (first?.field == null) return [];
    const alike = group.filter((each) => each === first || meansTheSame(each, first.field));
    if (alike.length < FEWEST || !holdMarks(alike, body)) return [];
    const words = alike.map(({ column, label }) => ({ column, word: ownLabel(label) }));
    return [{ column: first.column, words }];
  });
}

function meansTheSame({ field, label }: Labelled, wanted: Field | null): boolean {
  if (field !== null) return false;
  return fieldOf(label) === wanted || (wanted === 'degree' && namesDegree(label));
}

/** Marks, and the counts of totals; words are values of their own. */
function holdMarks(columns: readonly Labelled[], body: readonly GridRow[]): boolean {
  const texts = body.flatMap((row) => columns.map(({ column }) => row.texts[column] ?? ''));
  return (
    texts.some(isMark) && texts.every((text) => isMark(text) || /^(\d{1,4}|[-–/]?)$/.test(text))
  );
}

/** Columns "ĐH", "CĐ", "TC" under a parent that says "Trình độ" alone, where marks stand below. */
export function degreeColumns(
  labelled: readonly { readonly column: number; readonly path: string }[],
  body: readonly GridRow[],
): readonly number[] {
  const named = labelled
    .filter(({ path }) => /^trình độ$/iu.test(parentOf(path)) && namesDegree(path))
    .map(({ column, path }) => ({ column, label: path, field: null }));
  return named.length >= FEWEST && holdMarks(named, body) ? named.map(({ column }) => column) : [];
}

function namesDegree(label: string): boolean {
  return degree(ownLabel(label)).value !== null;
}

function parentOf(label: string): string {
  return label.split(LABEL_JOIN).slice(0, -1).join(LABEL_JOIN);
}

function ownLabel(label: string): string {
  return label.split(LABEL_JOIN).pop() ?? '';
}
