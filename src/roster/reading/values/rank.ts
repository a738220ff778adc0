import type { Cell } from '../../../sheet/workbook.js';
import { normalised } from '../../../shared/text.js';
import { good, type Reading } from './fault.js';

const CODE = /^0?(\d{1,2})[.\s](\d{3})$/;
const DECIMALS = 3;

/**
 * A rank as typed, a code in its full form ("01.003" for "1.003" and the number 1.003). Whether the catalogue has it is
 * asked when the row is resolved.
 */
export function rank(cell: Cell): Reading<string> {
  const typed =
    cell.kind === 'number' ? Number(cell.value).toFixed(DECIMALS) : normalised(cell.text);
  const code = CODE.exec(typed);
  return good(code === null ? typed : `${(code[1] ?? '').padStart(2, '0')}.${code[2]}`);
}
