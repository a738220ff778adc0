import { useQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';

import { ExportDialog } from '../../components/export-dialog.js';
import { Said } from '../../components/said.js';
import { SecrecySetter, SecrecyTag } from '../../components/secrecy-mark.js';
import { Trouble } from '../../components/states.js';
import { reportColumnsQuery } from '../../lib/api/report-columns.js';
import { useFormat } from '../../lib/format.js';
import type { RunChoice } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { reportText } from './report.text.js';

const WORKBOOKS = ['plan', 'plan-with-prices', 'gap', 'surplus'] as const;
type Workbook = (typeof WORKBOOKS)[number];

/** The workbook whose columns may be chosen. */
function kindOf(name: Workbook): string {
  return name === 'plan-with-prices' ? 'plan' : name;
}

/** The workbooks of a run. */
export function RunCard({ choice }: { readonly choice: RunChoice }) {
  const t = useText(reportText);
  const w = useText(words);
  const { instant } = useFormat();
  const [asked, setAsked] = useState<Workbook | null>(null);
  const may = useMay();
  const offered = WORKBOOKS.filter((name) => name !== 'plan-with-prices' || may('placement.run'));
  const { run, scenario } = choice;
  return (
    <section className="card">
      <div className="run-head">
        <h2>{scenario.name}</h2>
        <Tag className="tag tag--plain">{w[`run.${run.kind}`]}</Tag>
        <SecrecyTag scenarios={[scenario]} />
        <SecrecySetter scenario={scenario} />
      </div>
      <p className="sub">
        {w[`state.${scenario.state}`]}, {t.runAt(instant(run.createdAt))}.{' '}
        <Said text={scenario.description ?? ''} />
      </p>
      <ul className="downloads">
        {offered.map((name) => (
          <li key={name}>
            <div>
              <strong>{t[name]}</strong>
              <div className="sub">{t[`${name}About`]}</div>
            </div>
            <Button
              className="download"
              aria-label={t.downloadOf(t[name])}
              onClick={() => setAsked(name)}
            >
              {t.download}
            </Button>
          </li>
        ))}
      </ul>
      {asked && <RunExport runId={run.id} name={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface ExportProps {
  readonly runId: number;
  readonly name: Workbook;
  readonly onClose: () => void;
}

function RunExport({ runId, name, onClose }: ExportProps) {
  const t = useText(reportText);
  const kinds = useQuery(reportColumnsQuery());
  if (kinds.error) return <Trouble error={kinds.error} onRetry={() => void kinds.refetch()} />;
  if (!kinds.data) return null;
  return (
    <ExportDialog
      title={t[name]}
      columns={kinds.data.find(({ report }) => report === kindOf(name))?.columns ?? []}
      address={`/api/reports/${name}.xlsx?run=${runId}`}
      onClose={onClose}
    />
  );
}
