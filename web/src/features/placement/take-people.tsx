import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { ExportDialog } from '../../components/export-dialog.js';
import { Trouble } from '../../components/states.js';
import type { ProposalFilter } from '../../lib/api/proposal-filter.js';
import { reportColumnsQuery } from '../../lib/api/report-columns.js';
import { useText } from '../../lib/text/define-text.js';
import { placementText } from './placement.text.js';

interface Props {
  readonly runId: number;
  readonly filter: ProposalFilter;
}

/** The people that the filters leave, as a workbook. */
export function TakePeople({ runId, filter }: Props) {
  const t = useText(placementText);
  const [asked, setAsked] = useState(false);
  return (
    <p className="sub">
      <button type="button" className="link-button" onClick={() => setAsked(true)}>
        {t.workbook}
      </button>
      {asked && <Columns runId={runId} filter={filter} onClose={() => setAsked(false)} />}
    </p>
  );
}

function Columns({ runId, filter, onClose }: Props & { readonly onClose: () => void }) {
  const t = useText(placementText);
  const kinds = useQuery(reportColumnsQuery());
  if (kinds.error) return <Trouble error={kinds.error} onRetry={() => void kinds.refetch()} />;
  if (!kinds.data) return null;
  const { offset: _offset, limit: _limit, ...only } = filter;
  const query = new URLSearchParams({ run: String(runId), ...only });
  return (
    <ExportDialog
      title={t.workbook}
      columns={kinds.data.find(({ report }) => report === 'plan')?.columns ?? []}
      address={`/api/reports/plan.xlsx?${query.toString()}`}
      onClose={onClose}
    />
  );
}
