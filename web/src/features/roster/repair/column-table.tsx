import { Select } from 'antd';

import type { BatchColumns, SheetColumns, SheetTable } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { plain } from '../../../lib/plain.js';
import { useText } from '../../../lib/text/define-text.js';
import { repairText } from './repair.text.js';

/** By label: the same label means the same in every sheet of the sender. */
export type Choices = ReadonlyMap<string, string | null>;

interface Props {
  readonly file: string;
  readonly sheet: string;
  readonly state: SheetColumns['state'];
  readonly table: SheetTable;
  /** Unfolded at first. */
  readonly open: boolean;
  readonly fields: BatchColumns['fields'];
  readonly choices: Choices;
  readonly editable: boolean;
  readonly onChoose: (label: string, field: string | null) => void;
}

const KEPT = '';

export function ColumnTable({ file, sheet, state, table, open, ...rest }: Props) {
  const t = useText(repairText);
  const { number } = useFormat();
  return (
    <details className="fold" open={open}>
      <summary>
        {sheet} {state !== 'visible' && <span className="sub">({t[`sheetState.${state}`]})</span>}
        <div className="sub">
          {file} · {t.tableRows(number(table.headerRow), number(table.lastRow))}
        </div>
      </summary>
      <table className="list stack column-table">
        <thead>
          <tr>
            <th>{t.columnLetters}</th>
            <th>{t.columnLabel}</th>
            <th>{t.columnMeans}</th>
          </tr>
        </thead>
        <tbody>
          {table.columns.map((column) => (
            <ColumnRow key={column.letters} column={column} {...rest} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

interface RowProps extends Pick<Props, 'fields' | 'choices' | 'editable' | 'onChoose'> {
  readonly column: SheetTable['columns'][number];
}

function ColumnRow({ column, fields, choices, editable, onChoose }: RowProps) {
  const t = useText(repairText);
  const { letters, label, field, chosen } = column;
  const isNew = choices.has(label);
  const means = isNew ? choices.get(label) : field;
  return (
    <tr>
      <td data-label={t.columnLetters}>{letters}</td>
      <td data-label={t.columnLabel}>{label === '' ? <em>{t.noLabel}</em> : label}</td>
      <td data-label={t.columnMeans}>
        <div className="column-means">
          <Select
            aria-label={`${letters} ${label}: ${t.columnMeans}`}
            value={means ?? KEPT}
            disabled={!editable || label === ''}
            popupMatchSelectWidth={false}
            options={[
              { value: KEPT, label: t.keptAsIs },
              ...fields.map((each) => ({ value: each.field, label: each.label })),
            ]}
            showSearch={{
              optionFilterProp: 'label',
              filterOption: (typed, option) => plain(option?.label ?? '').includes(plain(typed)),
            }}
            onChange={(value: string) => onChoose(label, value === KEPT ? null : value)}
          />
          {isNew && <span className="sub">{t.chosenNow}</span>}
          {!isNew && chosen && <span className="sub">{t.chosenByHand}</span>}
        </div>
      </td>
    </tr>
  );
}
