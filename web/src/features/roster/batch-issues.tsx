import { useQuery } from '@tanstack/react-query';
import { Pagination, Segmented } from 'antd';

import { Said } from '../../components/said.js';
import { SeverityTag } from '../../components/severity-tag.js';
import { Answered } from '../../components/states.js';
import { importIssuesQuery } from '../../lib/api/import-issues.js';
import type { Batch, BatchIssue, Severity } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { rosterText } from './roster.text.js';

const PAGE = 50;
const SEVERITIES = ['error', 'warning', 'note'] as const;

/** Every issue with its file, sheet, row and column, the way Excel shows them. */
export function BatchIssues({ batch }: { readonly batch: Batch }) {
  const t = useText(rosterText);
  const params = useQueryParams();
  const severity = SEVERITIES.find((each) => each === params.get('severity')) ?? null;
  const page = pageOf(params.get);
  const query = useQuery(importIssuesQuery(batch.id, severity, (page - 1) * PAGE, PAGE));
  return (
    <section className="card">
      <div className="list-head">
        <h2>{t.issues}</h2>
        <SeverityFilter batch={batch} severity={severity} />
      </div>
      <Answered query={query} rows={5}>
        {({ total, items }) =>
          total === 0 ? (
            <p className="sub">{t.noIssues}</p>
          ) : (
            <>
              <IssueTable issues={items} />
              <Pagination
                current={page}
                pageSize={PAGE}
                total={total}
                showSizeChanger={false}
                hideOnSinglePage
                onChange={(next) => params.set({ page: next === 1 ? null : String(next) })}
              />
            </>
          )
        }
      </Answered>
    </section>
  );
}

interface FilterProps {
  readonly batch: Batch;
  readonly severity: Severity | null;
}

function SeverityFilter({ batch, severity }: FilterProps) {
  const t = useText(rosterText);
  const w = useText(words);
  const { number } = useFormat();
  const params = useQueryParams();
  const counts = { error: batch.errors, warning: batch.warnings, note: batch.notes };
  return (
    <Segmented
      value={severity ?? 'all'}
      options={[
        { value: 'all', label: t.everything },
        ...SEVERITIES.map((each) => ({
          value: each,
          label: `${w[`severity.${each}`]} ${number(counts[each])}`,
        })),
      ]}
      onChange={(value) => params.set({ severity: value === 'all' ? null : value, page: null })}
    />
  );
}

function IssueTable({ issues }: { readonly issues: readonly BatchIssue[] }) {
  const t = useText(rosterText);
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.level}</th>
          <th>{t.place}</th>
          <th>{t.message}</th>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue, index) => (
          <tr key={`${issue.file}-${issue.sheet}-${issue.row}-${issue.column}-${index}`}>
            <td>
              <SeverityTag severity={issue.severity} />
            </td>
            <td data-label={t.place}>
              <IssuePlace issue={issue} />
            </td>
            <td data-label={t.message}>
              <Said text={issue.message} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function IssuePlace({ issue }: { readonly issue: BatchIssue }) {
  const t = useText(rosterText);
  const where =
    issue.row > 0 ? t.sheetRow(issue.sheet, String(issue.row)) : t.sheetOnly(issue.sheet);
  return (
    <>
      {issue.sheet !== '' && where}
      {issue.column !== '' && `, ${t.column(issue.column)}`}
      <div className="sub">{issue.file}</div>
    </>
  );
}
