import { Tag } from 'antd';

import type { RowChange, SeenCell } from '../../../lib/api/shapes.js';
import { useText } from '../../../lib/text/define-text.js';
import { promotionText } from './promotion.text.js';

const TONE: Readonly<Record<RowChange['state'], string>> = {
  added: 'good',
  changed: 'short',
  unchanged: 'plain',
};

/** What becomes of each row: before → after, field by field. */
export function ChangeList({ items }: { readonly items: readonly RowChange[] }) {
  const t = useText(promotionText);
  return (
    <table className="list stack change-list">
      <thead>
        <tr>
          <th>{t.who}</th>
          <th>{t.what}</th>
          <th>{t.beforeAfter}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((change) => (
          <tr key={`${change.file}|${change.sheet}|${change.row}`}>
            <td>
              <span className="strong">{change.subject}</span>
              <div className="sub">{t.rowAt(change.sheet, String(change.row))}</div>
            </td>
            <td data-label={t.what}>
              <Tag className={`tag tag--${TONE[change.state]}`}>{t[`state.${change.state}`]}</Tag>
            </td>
            <td>
              <Fields change={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Of somebody new all fields are new: they fold away. */
function Fields({ change }: { readonly change: RowChange }) {
  const t = useText(promotionText);
  const list = (
    <dl className="field-changes">
      {change.changes.map(({ field, label, before, after }) => (
        <div key={field}>
          <dt>{label}</dt>
          <dd>
            {change.state === 'changed' && (
              <>
                <del>
                  <Seen cell={before} />
                </del>{' '}
                →{' '}
              </>
            )}
            <ins>
              <Seen cell={after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
  if (change.state !== 'added' || change.changes.length === 0) return list;
  return (
    <details>
      <summary>{t.fields(String(change.changes.length))}</summary>
      {list}
    </details>
  );
}

function Seen({ cell }: { readonly cell: SeenCell }) {
  const t = useText(promotionText);
  if (cell.state === 'hidden') return <em>{t.hidden}</em>;
  if (cell.value === null || cell.value === '') return <em>{t.empty}</em>;
  return (
    <>
      {cell.value}
      {cell.state === 'masked' && <span className="sub"> ({t.masked})</span>}
    </>
  );
}
