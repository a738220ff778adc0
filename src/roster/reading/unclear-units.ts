import type { Issue } from '../../shared/issue.js';
import { folded } from '../../shared/text.js';
import type { Header } from './header.js';
import type { GridRow } from './sheet-grid.js';
import { unitWords } from './unit-words.js';

/** Communes of a person's life, of other times or in a person's care. */
const OF_LIFE =
  /\b(sinh|que|o|tru|dia chi|vo|chong|bo|me|hoc|dao tao|phu trach|theo doi|den|di|cu|truoc)\b/;
const MOSTLY = 0.6;

/**
 * A table without a column of units may have one under a label that is not known: its cells name communes. The reader is told,
 * and the people are not taken for those of a district of the title.
 */
export function unclearUnits(
  place: { readonly file: string; readonly sheet: string },
  { columns, lastRow }: Header,
  body: readonly GridRow[],
): readonly Issue[] {
  if (columns.some(({ field }) => field === 'unit')) return [];
  const column = columns.find(
    (each) =>
      each.field === null && !OF_LIFE.test(folded(each.label)) && namesCommunes(body, each.column),
  );
  if (column === undefined) return [];
  const message = `Cột "${column.label}" ghi tên xã, phường nhưng nhãn cột không cho biết đó là đơn vị công tác nên không được dùng làm đơn vị. Nếu đúng là đơn vị, hãy đặt tên cột là "Đơn vị công tác".`;
  return [
    {
      ...{ ...place, row: lastRow, column: column.letters, message },
      ...{ code: 'roster.unit-column-unclear', severity: 'warning' },
    },
  ];
}

function namesCommunes(body: readonly GridRow[], column: number): boolean {
  const texts = body.map(({ texts: all }) => all[column] ?? '').filter((text) => text !== '');
  const named = texts.filter((text) =>
    unitWords(text).phrases.some(({ level, name }) => level === 'commune' && name !== ''),
  );
  return named.length > 0 && named.length >= texts.length * MOSTLY;
}
