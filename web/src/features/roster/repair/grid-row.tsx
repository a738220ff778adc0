import { memo } from 'react';

import { SEVERITY_LOOK } from '../../../components/severity-tag.js';
import type { BatchRow, Severity, TypedCell } from '../../../lib/api/shapes.js';
import { useText } from '../../../lib/text/define-text.js';
import { words } from '../../../lib/text/words.js';
import { CellEditor, type Onward } from './cell-editor.js';
import { cellKey, gravest, isOpen, issuesAt, shownText } from './grid-model.js';
import { repairText } from './repair.text.js';

interface Props {
  readonly row: BatchRow;
  readonly index: number;
  readonly letters: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, TypedCell>;
  /** Letters of the cell that holds the focus; null = another row does. */
  readonly at: string | null;
  readonly editing: { readonly start: string } | null;
  readonly onSave: (text: string, onward: Onward) => void;
  readonly onAlike: (text: string) => void;
  readonly onDrop: () => void;
}

/** Drawn again only when something of the row changes: a page holds thousands of cells. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, letters, at } = props;
  return (
    <tr className={`row--${row.state}`}>
      <RowHead {...props} focused={at === ''} />
      {letters.map((column) => (
        <Cell key={column} {...props} column={column} focused={at === column} />
      ))}
    </tr>
  );
}, isSame);

function isSame(a: Props, b: Props): boolean {
  return (
    a.row === b.row &&
    a.index === b.index &&
    a.at === b.at &&
    a.editing === b.editing &&
    a.letters.join() === b.letters.join() &&
    a.texts === b.texts &&
    (a.at === null || (a.onSave === b.onSave && a.onAlike === b.onAlike))
  );
}

function RowHead({ row, index, focused }: Props & { readonly focused: boolean }) {
  const t = useText(repairText);
  const own = row.issues.filter(({ column }) => column === '');
  const asks = row.questions.some((each) => each.column === '' && isOpen(each));
  const severity = gravest(own) ?? (asks ? 'error' : null);
  return (
    <th
      scope="row"
      className={severity ? `row-head has-${severity}` : 'row-head'}
      tabIndex={focused ? 0 : -1}
      data-row={index}
      data-column=""
    >
      {severity && <Sign severity={severity} />}
      {row.row}
      {row.state !== 'staged' && <div className="row-state">{t[`rowState.${row.state}`]}</div>}
    </th>
  );
}

function Cell(props: Props & { readonly column: string; readonly focused: boolean }) {
  const { row, index, column, focused, labels, texts, editing } = props;
  const t = useText(repairText);
  const waiting = texts.get(cellKey(row, column));
  const seen = row.cells[column];
  const asks = row.questions.some((each) => each.column === column && isOpen(each));
  const severity = gravest(issuesAt(row, column)) ?? (asks ? 'error' : null);
  const text = waiting?.text ?? seen?.value ?? '';
  const corrected = row.corrected.includes(column);
  return (
    <td
      role="gridcell"
      className={[
        severity && `has-${severity}`,
        corrected && 'is-corrected',
        waiting && 'is-waiting',
        seen && seen.state !== 'shown' && 'is-closed',
      ]
        .filter(Boolean)
        .join(' ')}
      tabIndex={focused ? 0 : -1}
      data-row={index}
      data-column={column}
      aria-invalid={severity === 'error'}
      title={text || undefined}
    >
      {focused && editing ? (
        <CellEditor
          label={t.editing(t.cellAt(String(row.row), labels.get(column) || column))}
          start={editing.start}
          masked={seen !== undefined && seen.state !== 'shown'}
          hasAlike={shownText(row, column).trim() !== ''}
          onSave={props.onSave}
          onAlike={props.onAlike}
          onDrop={props.onDrop}
        />
      ) : (
        <span className="cell-text">
          {severity && <Sign severity={severity} />}
          {waiting === undefined && seen?.state === 'hidden' ? <em>{t.hidden}</em> : text}
          {waiting && <span className="only-read"> ({t.saving})</span>}
          {corrected && <span className="only-read"> ({t.typedAnew})</span>}
        </span>
      )}
    </td>
  );
}

function Sign({ severity }: { readonly severity: Severity }) {
  const w = useText(words);
  return (
    <>
      <span className="cell-sign" aria-hidden="true">
        {SEVERITY_LOOK[severity].sign}
      </span>
      <span className="only-read">{w[`severity.${severity}`]}: </span>
    </>
  );
}
