import type { Shown } from './board-filter.js';
import type { Shared } from './board-model.js';

/** What a cell says: its text and its shade; the shade only repeats the figures. */
export interface CellLook {
  readonly text: string;
  readonly className: string;
}

const TONE: Readonly<Record<Exclude<Shown, 'both'>, string>> = {
  shortage: 'short',
  vacant: 'short',
  misfit: 'short',
  surplus: 'over',
};

/** @param cell undefined = neither seats nor people. */
export function cellLook(cell: Shared | undefined, show: Shown): CellLook {
  if (!cell || (cell.seats === 0 && cell.people === 0)) return { text: '', className: 'cell none' };
  if (show === 'both') return bothLook(cell);
  const value = cell[show];
  if (value === 0) return { text: '·', className: 'cell even' };
  return { text: String(value), className: `cell ${TONE[show]}-${shade(value)}` };
}

function bothLook({ shortage, surplus }: Shared): CellLook {
  if (shortage === 0 && surplus === 0) return { text: '·', className: 'cell even' };
  if (shortage === 0) return { text: `+${surplus}`, className: `cell over-${shade(surplus)}` };
  if (surplus === 0) return { text: `−${shortage}`, className: `cell short-${shade(shortage)}` };
  return { text: `−${shortage} +${surplus}`, className: `cell split short-${shade(shortage)}` };
}

/** 1, 2, or 3 for three and more. */
function shade(value: number): number {
  return Math.min(3, value);
}
