import { memo, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react';

import { ZoneMark } from '../../components/zone-mark.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { SHOWN, type Shown } from './board-filter.js';
import { plus, type Board, type Column, type Row, type Shared } from './board-model.js';
import { cellLook } from './cell-look.js';
import { gapText } from './gap.text.js';

interface Props {
  readonly board: Board;
  readonly show: Shown;
}

/** A plain table, so that 45 × 45 cells cost nothing; one handler for all cells, arrow keys move between them. */
export const BoardTable = memo(function BoardTable({ board, show }: Props) {
  const t = useText(gapText);
  const params = useQueryParams();
  const ref = useRef<HTMLTableElement>(null);
  const open = (target: EventTarget) => {
    const cell = target instanceof Element ? target.closest('td')?.dataset['cell'] : undefined;
    if (cell) params.set({ cell }, { replace: false });
  };
  return (
    <div className="board-scroll" tabIndex={-1}>
      <table
        ref={ref}
        className="board"
        role="grid"
        aria-label={t.title}
        aria-describedby="board-keys"
        onClick={(event: MouseEvent) => open(event.target)}
        onKeyDown={(event) => onKey(event, open)}
      >
        <BoardHead columns={board.columns} />
        <tbody>
          {board.rows.map((row, index) => (
            <BoardRow
              key={row.unit.code}
              row={row}
              columns={board.columns}
              show={show}
              isFirst={index === 0}
            />
          ))}
        </tbody>
        <BoardFoot board={board} show={show} />
      </table>
      <p id="board-keys" className="only-read">
        {t.keys}
      </p>
    </div>
  );
});

function onKey(event: KeyboardEvent, open: (target: EventTarget) => void): void {
  const cell = event.target instanceof HTMLTableCellElement ? event.target : null;
  if (!cell) return;
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    open(cell);
    return;
  }
  const next = neighbour(cell, event.key);
  if (!next) return;
  event.preventDefault();
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function neighbour(cell: HTMLTableCellElement, key: string): HTMLTableCellElement | null {
  const row = cell.closest('tr');
  const inRow = (tr: Element | null | undefined) =>
    tr instanceof HTMLTableRowElement ? (tr.cells[cell.cellIndex] ?? null) : null;
  const sideways = (to: Element | null) =>
    to instanceof HTMLTableCellElement && to.dataset['cell'] ? to : null;
  switch (key) {
    case 'ArrowRight':
      return sideways(cell.nextElementSibling);
    case 'ArrowLeft':
      return sideways(cell.previousElementSibling);
    case 'ArrowDown':
      return inRow(row?.nextElementSibling);
    case 'ArrowUp':
      return inRow(row?.previousElementSibling);
    default:
      return null;
  }
}

function BoardHead({ columns }: { readonly columns: readonly Column[] }) {
  const t = useText(gapText);
  const w = useText(words);
  const groups = runsOfGroups(columns);
  return (
    <thead>
      {groups.some(({ name }) => name !== '') && (
        <tr className="board-groups">
          <th className="board-corner" colSpan={3} />
          {groups.map(({ name, count, from }) => (
            <th key={from} colSpan={count} scope="colgroup" title={name}>
              <span>{name}</span>
            </th>
          ))}
        </tr>
      )}
      <tr className="board-names">
        <th className="board-name" scope="col">
          {w.commune}
          <span className="board-norm">{t.againstNorm}</span>
        </th>
        <th className="board-sum" scope="col">
          <span>{w.shortage}</span>
        </th>
        <th className="board-sum" scope="col">
          <span>{w.surplus}</span>
        </th>
        {columns.map((column, index) => (
          <th
            key={column.code}
            scope="col"
            title={column.name}
            className={startsGroup(columns, index) ? 'starts' : undefined}
          >
            <span>{column.shortName}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function startsGroup(columns: readonly Column[], index: number): boolean {
  return index > 0 && columns[index]?.group !== columns[index - 1]?.group;
}

function runsOfGroups(columns: readonly Column[]) {
  const groups: { name: string; count: number; from: string }[] = [];
  for (const { group, code } of columns) {
    const last = groups.at(-1);
    if (last?.name === group) last.count += 1;
    else groups.push({ name: group, count: 1, from: code });
  }
  return groups;
}

interface RowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly show: Shown;
  readonly isFirst: boolean;
}

const BoardRow = memo(function BoardRow({ row, columns, show, isFirst }: RowProps) {
  const format = useFormat();
  const { unit, sum } = row;
  const shown = useMemo(() => sumOf([row], columns), [row, columns]);
  return (
    <tr>
      <th scope="row" className="board-name" title={unit.name}>
        <span className="board-commune">{unit.name}</span>{' '}
        <ZoneMark zone={unit.zone} border={unit.border} />
        {sum?.overNorm != null && sum.overNorm !== 0 && (
          <span className="board-norm">{format.signed(sum.overNorm)}</span>
        )}
      </th>
      <td className="board-sum short">{format.number(shown?.shortage ?? 0)}</td>
      <td className="board-sum over">{format.number(shown?.surplus ?? 0)}</td>
      {columns.map((column, index) => (
        <BoardCell
          key={column.code}
          row={row}
          column={column}
          show={show}
          isFirst={isFirst && index === 0}
          starts={startsGroup(columns, index)}
        />
      ))}
    </tr>
  );
});

interface CellProps {
  readonly row: Row;
  readonly column: Column;
  readonly show: Shown;
  readonly isFirst: boolean;
  readonly starts: boolean;
}

function BoardCell({ row, column, show, isFirst, starts }: CellProps) {
  const cell = row.cells.get(column.code);
  const { text, className } = cellLook(cell, show);
  return (
    <td
      className={starts ? `${className} starts` : className}
      tabIndex={isFirst ? 0 : -1}
      data-cell={`${row.unit.code}~${column.code}`}
      title={`${row.unit.name} – ${column.name}`}
    >
      {text}
    </td>
  );
}

function BoardFoot({ board, show }: Props) {
  const t = useText(gapText);
  const total = sumOf(board.rows, board.columns);
  const measure = SHOWN.find((each) => each === show) ?? 'both';
  return (
    <tfoot>
      <tr>
        <th scope="row" className="board-name">
          {t.totalRow}
        </th>
        <td className="board-sum short">{total?.shortage ?? 0}</td>
        <td className="board-sum over">{total?.surplus ?? 0}</td>
        {board.columns.map((column, index) => (
          <td
            key={column.code}
            className={startsGroup(board.columns, index) ? 'foot starts' : 'foot'}
          >
            {cellLook(sumOf(board.rows, [column]), measure).text}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/** Adds up the cells that are shown, nothing else. */
function sumOf(rows: readonly Row[], columns: readonly Column[]): Shared | undefined {
  let sum: Shared | undefined;
  for (const row of rows) {
    for (const { code } of columns) {
      const cell = row.cells.get(code);
      if (cell) sum = plus(sum, cell);
    }
  }
  return sum;
}
