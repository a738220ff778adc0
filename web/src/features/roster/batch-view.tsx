import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';

import { Help } from '../../components/help.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { importQuery } from '../../lib/api/import.js';
import type { Batch } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { BatchIssues } from './batch-issues.js';
import { BatchState } from './batch-state.js';
import { ImportSteps } from './import-steps.js';
import { ColumnsSection } from './repair/columns-section.js';
import { FilesSection } from './repair/files-section.js';
import { PreviewSection } from './repair/preview-section.js';
import { repairText } from './repair/repair.text.js';
import { RowsSection } from './repair/rows-section.js';
import { Undo } from './repair/undo.js';
import { rosterText } from './roster.text.js';
import './repair/repair.css';
import './roster.css';

export function BatchView() {
  const t = useText(rosterText);
  const id = Number(useParams()['id']);
  const query = useQuery(importQuery(id));
  return (
    <>
      <p>
        <Link to="/imports">← {t.back}</Link>
      </p>
      <Answered query={query}>{(batch) => <BatchPage batch={batch} />}</Answered>
    </>
  );
}

const PARTS = ['rows', 'columns', 'issues', 'files', 'preview'] as const;
type Part = (typeof PARTS)[number];

/** One filter's words mean nothing in another part. */
const OF_ANOTHER_PART = {
  severity: null,
  code: null,
  state: null,
  text: null,
  change: null,
  page: null,
};

function BatchPage({ batch }: { readonly batch: Batch }) {
  const t = useText(rosterText);
  const { instant, day, number } = useFormat();
  const part = usePart(batch);
  return (
    <>
      <PageHead
        title={t.batch(number(batch.id))}
        lead={
          <>
            {batch.sender}, {t.asOfDay(day(batch.asOf))}. {t.sentAt(instant(batch.createdAt))}.{' '}
            <BatchState state={batch.state} />
          </>
        }
      />
      <ImportSteps batch={batch} />
      <div id="taken-in">
        <Undo batch={batch} />
      </div>
      <Counts batch={batch} />
      <PartLinks batch={batch} part={part} />
      {part === 'rows' && <RowsSection batch={batch} />}
      {part === 'columns' && <ColumnsSection batch={batch} />}
      {part === 'issues' && <BatchIssues batch={batch} />}
      {part === 'files' && <FilesSection batch={batch} />}
      {part === 'preview' && <PreviewSection batch={batch} />}
    </>
  );
}

/** The part that the address names; a promoted batch has no preview any more. */
function usePart(batch: Batch): Part {
  const params = useQueryParams();
  const asked = PARTS.find((each) => each === params.get('part')) ?? 'rows';
  return asked === 'preview' && batch.state === 'promoted' ? 'rows' : asked;
}

function PartLinks({ batch, part }: { readonly batch: Batch; readonly part: Part }) {
  const t = useText(repairText);
  const params = useQueryParams();
  const parts = PARTS.filter((each) => each !== 'preview' || batch.state !== 'promoted');
  return (
    <nav className="parts" aria-label={t.parts}>
      {parts.map((each) => (
        <button
          key={each}
          type="button"
          className={each === part ? 'part active' : 'part'}
          aria-current={each === part ? 'page' : undefined}
          onClick={() =>
            params.set(
              { ...OF_ANOTHER_PART, part: each === 'rows' ? null : each },
              { replace: false },
            )
          }
        >
          {t[`${each}Part`]}
        </button>
      ))}
    </nav>
  );
}

const STAGED = ['rows', 'errors', 'warnings', 'corrections', 'setAside', 'held'] as const;
const WRITTEN = ['rows', 'people', 'added', 'changed', 'unchanged', 'setAside', 'held'] as const;

/** The rows behind a count; a count that is not one of rows has none. */
const ROWS_OF: Partial<
  Record<(typeof STAGED | typeof WRITTEN)[number], Readonly<Record<string, string>>>
> = {
  rows: {},
  errors: { severity: 'error' },
  warnings: { severity: 'warning' },
  added: { state: 'added' },
  changed: { state: 'changed' },
  unchanged: { state: 'unchanged' },
  setAside: { state: 'set-aside' },
  held: { state: 'held' },
};

/** All counted in the database. */
function Counts({ batch }: { readonly batch: Batch }) {
  const t = useText(rosterText);
  const params = useQueryParams();
  const { number } = useFormat();
  const names = batch.state === 'promoted' ? WRITTEN : STAGED;
  return (
    <dl className="counts">
      {names.map((name) => (
        <div key={name} data-count={name}>
          <dt>
            {t[name]} {name === 'setAside' && <Help term={t.setAside} meaning={t.setAsideHelp} />}
          </dt>
          <dd>
            {ROWS_OF[name] && batch[name] > 0 ? (
              <Link
                className="count-link"
                aria-label={`${t[name]}: ${number(batch[name])}`}
                to={params.address({ ...OF_ANOTHER_PART, part: null, ...ROWS_OF[name] })}
              >
                {number(batch[name])}
              </Link>
            ) : (
              number(batch[name])
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
