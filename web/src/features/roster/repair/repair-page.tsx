import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useMemo, useState } from 'react';

import { Pages } from '../../../components/pages.js';
import type { RowsPage } from '../../../lib/api/import-rows.js';
import { correctAlikeMutation } from '../../../lib/api/repair-roster.js';
import type { Batch, BatchColumns, BatchRow } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { AllShown } from './all-shown.js';
import { AlikeOffer, type Changed } from './alike-offer.js';
import { columnName, equalCells, gridOf, placeOf, shownText, type At } from './grid-model.js';
import { RepairGrid } from './repair-grid.js';
import { repairText } from './repair.text.js';
import { ROWS_A_PAGE } from './row-filter.js';
import { RowPanel } from './row-panel.js';
import { SaveState } from './save-state.js';
import { useNextFault } from './use-next-fault.js';
import { useTypedCells } from './use-typed-cells.js';

interface Props {
  readonly batch: Batch;
  readonly total: number;
  readonly items: readonly BatchRow[];
  readonly asked: RowsPage;
  readonly columns: BatchColumns;
  /** Rows of the page before, while this one is on its way. */
  readonly stale: boolean;
}

/** A page of rows, the cell that has the focus, and what is being said of it. */
export function RepairPage({ batch, total, items, asked, columns, stale }: Props) {
  const t = useText(repairText);
  const { number } = useFormat();
  const grid = useMemo(() => gridOf(items, columns), [items, columns]);
  const [wanted, setAt] = useState<At>({ row: 0, column: '' });
  const [focus, setFocus] = useState(0);
  const [changed, setChanged] = useState<Changed | null>(null);
  const at = inside(wanted, items);
  const typed = useTypedCells(batch.id);
  const alike = useMutation(correctAlikeMutation(useQueryClient(), batch.id));
  const editable = batch.state !== 'promoted';
  const go = (next: At, withFocus: boolean) => {
    setAt(next);
    if (withFocus) setFocus((now) => now + 1);
  };
  const fault = useNextFault({ batch, grid, at, asked, total, stale, go });
  const row = items[at.row];
  const cellOf = (where: At, text: string) => {
    const of = items[where.row];
    return of && { ...placeOf(of), column: where.column, text };
  };
  const save = (where: At, text: string) => {
    const of = items[where.row];
    const cell = cellOf(where, text);
    const was = of && shownText(of, where.column);
    const closed =
      of?.cells[where.column] !== undefined && of.cells[where.column]?.state !== 'shown';
    if (cell === undefined || was === undefined || text === was || (closed && text === '')) return;
    typed.type(cell);
    const [next] = was.trim() === '' ? [] : equalCells(grid, { at: where, was });
    const anchor = next && cellOf(next, text);
    setChanged(
      anchor === undefined
        ? null
        : {
            ...{ anchor, was, text },
            count: equalCells(grid, { at: where, was }).length,
            column: columnName(grid, where),
          },
    );
  };
  const saveAlike = (where: At, text: string) => {
    const cell = cellOf(where, text);
    setChanged(null);
    if (cell !== undefined) alike.mutate(cell);
  };
  return (
    <div
      className="repair-page"
      onKeyDown={(event) => {
        if (event.key !== 'F8') return;
        event.preventDefault();
        fault.jump(event.shiftKey);
      }}
    >
      <div className="list-head">
        <strong>{t.found(number(total))}</strong>
        <span className="sub repair-hint">{t.keysShort}</span>
        <div className="list-tools">
          <AllShown {...{ batch, items, editable }} filter={asked} />
          <Button loading={fault.looking} onClick={() => fault.jump(false)}>
            {t.nextFault}
          </Button>
        </div>
      </div>
      <div role="status" className="repair-said">
        {fault.none && t.noFault}
      </div>
      {!editable && <p className="sub">{t.locked}</p>}
      <SaveState typed={typed} alike={alike} batch={batch} />
      {changed && editable && (
        <AlikeOffer
          changed={changed}
          onYes={() => {
            alike.mutate(changed.anchor);
            setChanged(null);
          }}
          onNo={() => setChanged(null)}
        />
      )}
      {row && (
        <div className="repair-columns">
          <RepairGrid
            {...{ grid, at, focus, typed, editable }}
            onAt={go}
            onSave={save}
            onAlike={saveAlike}
          />
          <aside className="row-panel" aria-label={t.rowNumber(String(row.row))}>
            <RowPanel
              {...{ row, editable }}
              batchId={batch.id}
              column={at.column}
              nameOf={(column) => columnName(grid, { row: at.row, column })}
              onColumn={(column) => go({ row: at.row, column }, true)}
            />
          </aside>
        </div>
      )}
      <div className="list-foot">
        <Pages total={total} pageSize={ROWS_A_PAGE} />
      </div>
    </div>
  );
}

/** Rows may have gone since: the place stays, the row there is another. */
function inside({ row, column }: At, items: readonly BatchRow[]): At {
  return { row: Math.max(0, Math.min(items.length - 1, row)), column };
}
