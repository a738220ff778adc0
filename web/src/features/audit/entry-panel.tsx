import { Tag } from 'antd';

import { SidePanel } from '../../components/side-panel.js';
import type { TrailItem } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { auditText } from './audit.text.js';
import { entryText } from './entry.text.js';
import { useRoleWord } from './role-word.js';

interface Props {
  readonly entry: TrailItem | undefined;
  readonly onClose: () => void;
}

/** One entry whole: who, from where, why, and what it changed. */
export function EntryPanel({ entry, onClose }: Props) {
  const t = useText(auditText);
  const { exactInstant, number } = useFormat();
  const roleWord = useRoleWord();
  if (!entry) return null;
  return (
    <SidePanel
      open
      title={wordFor(t, 'action', entry.action)}
      subtitle={`${t.entry(number(entry.id))} · ${exactInstant(entry.at)}`}
      onClose={onClose}
    >
      <dl className="way">
        <dt>{t.actor}</dt>
        <dd>
          <code>{entry.actor}</code>
        </dd>
        <dt>{t.as}</dt>
        <dd>{roleWord(entry.role)}</dd>
        <dt>{t.where}</dt>
        <dd>{entry.from}</dd>
        <dt>{t.action}</dt>
        <dd>
          <code>{entry.action}</code>
        </dd>
        <dt>{t.subject}</dt>
        <dd>
          <code>{entry.subject}</code>
        </dd>
        <dt>{t.why}</dt>
        <dd>{entry.why ?? <span className="sub">{t.noWhy}</span>}</dd>
      </dl>
      <Changes before={entry.before ?? {}} after={entry.after ?? {}} />
      <Details details={entry.details} />
      <Tag className={`tag tag--${entry.sealed ? 'good' : 'plain'}`}>
        {entry.sealed ? `● ${t.sealed}` : `○ ${t.notSealed}`}
      </Tag>
    </SidePanel>
  );
}

interface ChangesProps {
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

function Changes({ before, after }: ChangesProps) {
  const t = useText(auditText);
  const e = useText(entryText);
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (field) => textOf(before[field]) !== textOf(after[field]),
  );
  if (fields.length === 0) return null;
  return (
    <section>
      <h3>{t.changes}</h3>
      <table className="list entry-changes">
        <thead>
          <tr>
            <th>{t.field}</th>
            <th>{t.before}</th>
            <th>{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th title={field}>{wordFor(e, 'part', field)}</th>
              <td>{textOf(before[field]) || <span className="sub">{t.empty}</span>}</td>
              <td className="after">
                {textOf(after[field]) || <span className="sub">{t.empty}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Details({ details }: { readonly details: Readonly<Record<string, unknown>> }) {
  const t = useText(auditText);
  const e = useText(entryText);
  const rows = Object.entries(details);
  if (rows.length === 0) return null;
  return (
    <section>
      <h3>{t.details}</h3>
      <dl className="figures entry-details">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt title={name}>{wordFor(e, 'part', name)}</dt>
            <dd>{typeof value === 'string' ? wordFor(e, name, value) : textOf(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** What stands in the trail, as it stands there. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
