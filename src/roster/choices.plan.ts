import type { MarkedIssue } from '../sheet/patch/marks.js';
import type { Issue } from '../shared/issue.js';
import type { ResolveContext } from './resolve.plan.js';

/** The columns of a sheet's tables, from the top. */
export interface SheetColumns {
  readonly sheet: string;
  readonly tables: readonly {
    readonly lastRow: number;
    readonly columns: readonly { readonly letters: string; readonly field: string | null }[];
  }[];
}

/** Values that a cell may have, by what its column means: a field of the batch's kind. */
export type Choices = ReadonlyMap<string, readonly string[]>;

const SEXES = ['Nam', 'Nữ'];
const DEGREES = ['Sơ cấp', 'Trung cấp', 'Cao đẳng', 'Đại học', 'Thạc sĩ', 'Tiến sĩ'];

/**
 * What a sender may choose from in each kind of column: units and positions in force, ranks of the catalogue, degrees, sexes.
 * A unit whose name another one bears too is named with its superior.
 */
export function choicesOf({ units, positions, ranks }: Known): Choices {
  const unitNames = distinctNames(namesOfUnits(units));
  return new Map<string, readonly string[]>([
    ['unit', unitNames],
    ['proposedUnit', unitNames],
    ['position', distinctNames(positions.map(({ spellings }) => spellings))],
    ['rank', ranks.map(({ code }) => code)],
    ['degree', DEGREES],
    ['sex', SEXES],
  ]);
}

type Known = Pick<ResolveContext, 'units' | 'positions' | 'ranks'>;

/** Each unit's name, and the one with its superior's. */
function namesOfUnits(units: Known['units']): readonly (readonly string[])[] {
  const nameOf = new Map(units.map(({ code, name }) => [code, name]));
  return units.map(({ name, parentCode }) => {
    const parent = nameOf.get(parentCode ?? '');
    return parent === undefined ? [name] : [name, `${name}, ${parent}`];
  });
}

function distinctNames(all: readonly (readonly string[])[]): readonly string[] {
  const count = new Map<string, number>();
  for (const spelling of all.flatMap((each) => [...new Set(each)]))
    count.set(spelling, (count.get(spelling) ?? 0) + 1);
  const names = all.flatMap((each) => each.find((name) => count.get(name) === 1) ?? []);
  return [...new Set(names)].sort((a, b) => a.localeCompare(b, 'vi'));
}

/**
 * Issues with the place where they are shown and the values that may stand there: an issue of a whole row stands at the
 * column of names, the first that the reader looks at.
 */
export function withChoices(
  issues: readonly Issue[],
  sheets: readonly SheetColumns[],
  choices: Choices,
): MarkedIssue[] {
  return issues.map((issue) => {
    const { sheet, row, severity, message } = issue;
    const tables = sheets.find((each) => each.sheet === sheet)?.tables ?? [];
    const columns = (tables.find(({ lastRow }) => row <= lastRow) ?? tables.at(-1))?.columns ?? [];
    const named = columns.find(({ field }) => field === 'fullName')?.letters;
    const column = issue.column === '' ? (named ?? '') : issue.column;
    const field = columns.find(({ letters }) => letters === issue.column)?.field ?? null;
    const legal = field === null ? [] : (choices.get(field) ?? []);
    return { sheet, row, column, severity, message, choices: legal };
  });
}
