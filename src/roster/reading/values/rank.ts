import type { Cell } from '../../../sheet/workbook.js';
import { spelling } from '../spelling.js';
import { normalised } from '../../../shared/text.js';
import { good, withFault, type Reading } from './fault.js';

export interface KnownRank {
  readonly code: string;
  readonly name: string;
}

const CODE = /^0?(\d{1,2})[.\s](\d{3})$/;
const DECIMALS = 3;

/**
 * The code of a rank given by code ("01.003", the number 1.003) or by name ("Chuyên viên"). What is not in the list is
 * kept as typed with a warning; an empty list knows nothing and warns of nothing.
 */
export function rank(cell: Cell, known: readonly KnownRank[]): Reading<string> {
  const typed =
    cell.kind === 'number' ? Number(cell.value).toFixed(DECIMALS) : normalised(cell.text);
  const code = CODE.exec(typed);
  const text = code === null ? typed : `${(code[1] ?? '').padStart(2, '0')}.${code[2]}`;
  const found = known.find((each) => each.code === text || spelling(each.name) === spelling(text));
  if (found !== undefined) return good(found.code);
  if (known.length === 0) return good(text);
  const message = `Không có ngạch "${typed}" trong danh mục. Hãy ghi mã ngạch (ví dụ 01.003) hoặc tên ngạch (Chuyên viên).`;
  return withFault(text, 'roster.rank-unknown', message, 'warning');
}
