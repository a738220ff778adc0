import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { dataPath } from '../../shared/project-root.js';
import { spelling } from './spelling.js';

/** "Ông", "Đ/c" before a name. */
const FORM_OF_ADDRESS = /^(?:ông|bà|cô|đ\/c)(?=[\s.])/iu;
/** The first word; "H'" and "K'" are written together with what follows. */
const FIRST_WORD = /^\p{L}+(?:['’](?=\p{L})|(?=[\s.'’]))/u;

let known: ReadonlySet<string> | null = null;

/**
 * Whether a text begins with a family name or a form of address. Names of units begin with some family names, too.
 *
 * @source data/family_names.csv
 */
export function beginsLikeAPerson(text: string): boolean {
  if (FORM_OF_ADDRESS.test(text)) return true;
  known ??= readNames();
  const first = FIRST_WORD.exec(text)?.[0].replace('’', "'");
  return first !== undefined && known.has(spelling(first));
}

function readNames(): ReadonlySet<string> {
  const rows: readonly { readonly name: string }[] = parse(
    readFileSync(dataPath('family_names.csv'), 'utf8'),
    { columns: true },
  );
  return new Set(rows.map(({ name }) => spelling(name)));
}
