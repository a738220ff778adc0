import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

import { useText } from '../../../lib/text/define-text.js';
import type { Onward } from './cell-editor.js';
import { GridRow } from './grid-row.js';
import { movedBy, shownText, type At, type Grid } from './grid-model.js';
import { repairText } from './repair.text.js';
import type { TypedCells } from './use-typed-cells.js';

export interface GridProps {
  readonly grid: Grid;
  readonly at: At;
  /** Raised to bring the focus to `at`. */
  readonly focus: number;
  readonly typed: TypedCells;
  readonly editable: boolean;
  readonly onAt: (at: At, focus: boolean) => void;
  readonly onSave: (at: At, text: string) => void;
  readonly onAlike: (at: At, text: string) => void;
}

/** The rows as Excel shows them. One cell holds the focus; keys move it, and Enter or a letter begins to type there. */
export function RepairGrid(props: GridProps) {
  const { grid, at, focus, editable, typed } = props;
  const t = useText(repairText);
  const ref = useRef<HTMLTableElement>(null);
  const [editing, setEditing] = useState<{ readonly start: string } | null>(null);
  useLayoutEffect(() => {
    if (focus > 0) cellAt(ref.current, at)?.focus();
    // Only when asked: the reader may be typing elsewhere while the rows are asked anew.
  }, [focus]);
  const begin = (start: string) => {
    if (editable && at.column !== '') flushSync(() => setEditing({ start }));
  };
  const go = (onward: Onward) => {
    setEditing(null);
    props.onAt((onward !== 'stay' && movedBy(KEY_OF[onward], false, at, grid)) || at, true);
  };
  const onKey = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableCellElement)) return;
    const row = grid.rows[at.row];
    if (row === undefined) return;
    if (event.key === 'Enter' || event.key === 'F2') begin(shownText(row, at.column));
    else if (event.key === 'Delete') begin('');
    else if (isLetter(event)) return begin('');
    else {
      const next = movedBy(event.key, event.ctrlKey || event.metaKey, at, grid);
      if (next === null) return;
      props.onAt(next, true);
    }
    event.preventDefault();
  };
  const choose = (target: EventTarget, twice: boolean) => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    if (cell === null) return;
    const chosen = { row: Number(cell.dataset['row']), column: cell.dataset['column'] ?? '' };
    const row = grid.rows[chosen.row];
    if (!twice) props.onAt(chosen, true);
    else if (row !== undefined) begin(shownText(row, chosen.column));
  };
  return (
    <div className="repair-scroll" tabIndex={-1}>
      <table
        ref={ref}
        className="repair-grid"
        role="grid"
        aria-label={t.grid}
        aria-describedby="repair-keys"
        aria-readonly={!editable}
        onKeyDown={onKey}
        onClick={({ target }) => target instanceof HTMLInputElement || choose(target, false)}
        onDoubleClick={({ target }) => target instanceof HTMLInputElement || choose(target, true)}
      >
        <thead>
          <tr>
            <th scope="col" className="row-head">
              {t.row}
            </th>
            {grid.letters.map((letters) => (
              <th key={letters} scope="col">
                {letters}
              </th>
            ))}
          </tr>
        </thead>
        {grid.sections.map((section) => (
          <tbody key={section.key}>
            <tr className="section-sheet">
              <th className="row-head" />
              <th colSpan={grid.letters.length}>
                <span>
                  {section.sheet} <span className="sub">{section.file}</span>
                </span>
              </th>
            </tr>
            <tr className="section-labels">
              <th className="row-head" />
              {grid.letters.map((letters) => (
                <th key={letters} title={section.labels.get(letters)}>
                  <span>{section.labels.get(letters)}</span>
                </th>
              ))}
            </tr>
            {section.rows.map(({ row, index }) => (
              <GridRow
                key={`${row.file}|${row.sheet}|${row.row}`}
                row={row}
                index={index}
                letters={grid.letters}
                labels={section.labels}
                texts={typed.texts}
                at={at.row === index ? at.column : null}
                editing={at.row === index ? editing : null}
                onSave={(text, onward) => {
                  props.onSave(at, text);
                  go(onward);
                }}
                onAlike={(text) => {
                  props.onAlike(at, text);
                  go('stay');
                }}
                onDrop={() => go('stay')}
              />
            ))}
          </tbody>
        ))}
      </table>
      <p id="repair-keys" className="only-read">
        {t.keys}
      </p>
    </div>
  );
}

const KEY_OF = { down: 'ArrowDown', right: 'ArrowRight', left: 'ArrowLeft' } as const;

/** A key that begins a text; `Process` and `Unidentified` come from programs that write Vietnamese letters. */
function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  return (key.length === 1 && key !== ' ') || key === 'Process' || key === 'Unidentified';
}

function cellAt(table: HTMLTableElement | null, { row, column }: At): HTMLElement | null {
  return table?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`) ?? null;
}
