import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { Answered, Nothing } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { cellsQuery } from '../../lib/api/cells.js';
import { communesQuery } from '../../lib/api/communes.js';
import { fieldsQuery } from '../../lib/api/fields.js';
import { positionsQuery } from '../../lib/api/positions.js';
import type { Cell, Position, Summary, Unit } from '../../lib/api/shapes.js';
import { summaryQuery } from '../../lib/api/summary.js';
import type { UnitsOf } from '../../lib/api/units.js';
import { useFieldName } from '../../lib/field-name.js';
import { useFormat } from '../../lib/format.js';
import { positionName } from '../../lib/position-name.js';
import { useReach } from '../../lib/reach.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { words } from '../../lib/text/words.js';
import type { BoardFilter } from './board-filter.js';
import { BoardExport } from './board-export.js';
import { boardOf, columnsOf, type Column } from './board-model.js';
import { BoardTable } from './board-table.js';
import { CellPanel } from './cell-panel.js';
import { gapText } from './gap.text.js';
import { Legend } from './legend.js';

interface Props {
  readonly at: At;
  /** The day of the catalogue. */
  readonly on: string;
  readonly unitsOf: UnitsOf;
  readonly filter: BoardFilter;
}

/** Asks for what the board shows, and draws it when all of it is there. */
export function BoardLoader({ at, on, unitsOf, filter }: Props) {
  const block = filter.block === 'all' ? null : filter.block;
  const cells = useQuery(cellsQuery(at, block));
  const summary = useQuery(summaryQuery(at, filter.block));
  const communes = useQuery(communesQuery(unitsOf));
  const positions = useQuery(positionsQuery(on));
  const { within } = useReach();
  return (
    <Answered query={communes} rows={14}>
      {(units) => (
        <Answered query={positions} rows={14}>
          {(catalogue) => (
            <Answered query={summary} rows={14}>
              {(sums) => (
                <Answered query={cells} rows={14}>
                  {(all) => (
                    <LoadedBoard
                      at={at}
                      filter={filter}
                      cells={all}
                      summary={sums}
                      communes={within(units, sums)}
                      positions={catalogue}
                    />
                  )}
                </Answered>
              )}
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  );
}

interface LoadedProps {
  readonly at: At;
  readonly filter: BoardFilter;
  readonly cells: readonly Cell[];
  readonly summary: Summary;
  readonly communes: readonly Unit[];
  readonly positions: readonly Position[];
}

function LoadedBoard({ at, filter, cells, summary, communes, positions }: LoadedProps) {
  const t = useText(gapText);
  const format = useFormat();
  const columns = useColumns(positions, filter);
  const board = useMemo(
    () => boardOf({ cells, summary, communes, columns, filter, byName: format.byName }),
    // The opened cell does not change the board.
    [cells, summary, communes, columns, filterKey(filter), format],
  );
  return (
    <>
      <div className="board-line">
        <Legend show={filter.show} />
        <span className="sub">
          {t.communes(format.number(board.rows.length), format.number(communes.length))}{' '}
          <BoardExport at={at} />
        </span>
      </div>
      {board.rows.length === 0 || board.columns.length === 0 ? (
        <Nothing>{t.nothing}</Nothing>
      ) : (
        <BoardTable board={board} show={filter.show} />
      )}
      {filter.cell && (
        <CellPanel
          key={`${filter.cell.commune}~${filter.cell.column}`}
          at={at}
          commune={communes.find(({ code }) => code === filter.cell?.commune)}
          column={columns.find(({ code }) => code === filter.cell?.column)}
          cells={cells}
          positions={positions}
        />
      )}
    </>
  );
}

function filterKey({ cell: _cell, ...rest }: BoardFilter): string {
  return JSON.stringify(rest);
}

function useColumns(positions: readonly Position[], filter: BoardFilter): Column[] {
  const w = useText(words);
  const { language } = useLanguage();
  const fields = useQuery(fieldsQuery()).data;
  const fieldName = useFieldName(fields);
  return useMemo(
    () =>
      columnsOf({
        positions,
        filter,
        fieldName,
        positionName: (position) => positionName(position, language),
        groupName: ({ divisionKind }) => divisionName(w, divisionKind),
      }),
    [positions, filter.block, filter.by, filter.field, language, fields],
  );
}

function divisionName(w: Record<string, unknown>, kind: string | null): string {
  const name = w[`division.${kind ?? 'none'}`];
  return typeof name === 'string' ? name : (kind ?? '');
}
