import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';

import { ExportDialog } from '../../components/export-dialog.js';
import { PageHead } from '../../components/page-head.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import type { TrailItem, TrailPage } from '../../lib/api/shapes.js';
import { trailExport, trailQuery } from '../../lib/api/audit.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { AnchorDialog } from './anchor-dialog.js';
import { AuditFilters, trailFilterOf } from './audit-filters.js';
import './audit.css';
import { auditText } from './audit.text.js';
import { subjectText } from './subject.text.js';
import { EntryPanel } from './entry-panel.js';
import { useRoleWord } from './role-word.js';
import { TrailStateStrip } from './trail-state.js';
import { VerificationDialog } from './verification-dialog.js';

const PAGE = 50;

export function AuditView() {
  const t = useText(auditText);
  const params = useQueryParams();
  const [exporting, setExporting] = useState(false);
  const [anchoring, setAnchoring] = useState(false);
  const [verifying, setVerifying] = useState(false);
  const filter = trailFilterOf(params);
  const query = useQuery(trailQuery(filter, (pageOf(params.get) - 1) * PAGE, PAGE));
  return (
    <>
      <PageHead title={t.title} lead={t.lead}>
        <div className="list-tools">
          <Button onClick={() => setAnchoring(true)}>{t.anchor}</Button>
          <Button onClick={() => setVerifying(true)}>{t.verify}</Button>
          <Button onClick={() => setExporting(true)}>{t.export}</Button>
        </div>
      </PageHead>
      <TrailStateStrip />
      <AuditFilters />
      <Answered query={query} rows={12}>
        {(page) => <Trail page={page} />}
      </Answered>
      {anchoring && <AnchorDialog onClose={() => setAnchoring(false)} />}
      {verifying && <VerificationDialog onClose={() => setVerifying(false)} />}
      {exporting && (
        <ExportDialog
          title={t.exportTitle}
          columns={[]}
          address={trailExport(filter)}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  );
}

function Trail({ page: { total, items } }: { readonly page: TrailPage }) {
  const t = useText(auditText);
  const { number } = useFormat();
  const params = useQueryParams();
  if (total === 0) return <Nothing>{t.none}</Nothing>;
  const pages = <Pages total={total} pageSize={PAGE} />;
  return (
    <section className="card trail">
      <div className="list-head">
        <strong>{t.found(number(total))}</strong>
        {pages}
      </div>
      <table className="list stack">
        <TrailHead />
        <tbody>
          {items.map((entry) => (
            <TrailRow
              key={entry.id}
              entry={entry}
              onOpen={() => params.set({ entry: String(entry.id) }, { replace: false })}
            />
          ))}
        </tbody>
      </table>
      <div className="list-foot">{pages}</div>
      <EntryPanel
        entry={items.find(({ id }) => String(id) === params.get('entry'))}
        onClose={() => params.set({ entry: null })}
      />
    </section>
  );
}

function TrailHead() {
  const t = useText(auditText);
  return (
    <thead>
      <tr>
        <th>{t.at}</th>
        <th>{t.actor}</th>
        <th>{t.action}</th>
        <th>{t.subject}</th>
        <th>{t.why}</th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly entry: TrailItem;
  readonly onOpen: () => void;
}

function TrailRow({ entry, onOpen }: RowProps) {
  const t = useText(auditText);
  const { instant } = useFormat();
  const roleWord = useRoleWord();
  return (
    <tr className="opens" onClick={onOpen}>
      <td>
        <button type="button" className="link-button">
          {instant(entry.at)}
        </button>
      </td>
      <td data-label={t.actor}>
        <code>{entry.actor}</code>
        <div className="sub">{roleWord(entry.role)}</div>
      </td>
      <td data-label={t.action}>
        <div>
          {wordFor(t, 'action', entry.action)} <KindTag kind={entry.kind} />
        </div>
      </td>
      <td data-label={t.subject}>
        <Subject subject={entry.subject} />
      </td>
      <td data-label={t.why}>{entry.why}</td>
    </tr>
  );
}

/** In words, then as it is searched for. */
function Subject({ subject }: { readonly subject: string }) {
  const t = useText(subjectText);
  const [kind = ''] = subject.split('/');
  const word = wordFor(t, 'subject', kind);
  return (
    <>
      {word !== kind && <div>{word}</div>}
      <code>{subject}</code>
    </>
  );
}

const TONES: Readonly<Record<string, string>> = {
  refusal: 'bad',
  reveal: 'short',
  export: 'short',
  write: 'over',
};

function KindTag({ kind }: { readonly kind: string }) {
  const t = useText(auditText);
  return <Tag className={`tag tag--${TONES[kind] ?? 'plain'}`}>{wordFor(t, 'kind', kind)}</Tag>;
}
