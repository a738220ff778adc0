import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';

import { Help } from '../../components/help.js';
import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { importQuery } from '../../lib/api/import.js';
import type { Batch } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { BatchIssues } from './batch-issues.js';
import { BatchState } from './batch-state.js';
import { Promotion } from './promotion.js';
import { rosterText } from './roster.text.js';
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

function BatchPage({ batch }: { readonly batch: Batch }) {
  const t = useText(rosterText);
  const { instant, day, number } = useFormat();
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
      <Counts batch={batch} />
      <Promotion batch={batch} />
      <BatchIssues batch={batch} />
      <section className="card">
        <h2>{t.files}</h2>
        <ul className="files">
          {batch.files.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Counts({ batch }: { readonly batch: Batch }) {
  const t = useText(rosterText);
  const { number } = useFormat();
  const names = ['rows', 'people', 'added', 'changed', 'unchanged', 'setAside'] as const;
  return (
    <dl className="counts">
      {names.map((name) => (
        <div key={name}>
          <dt>
            {t[name]} {name === 'setAside' && <Help term={t.setAside} meaning={t.setAsideHelp} />}
          </dt>
          <dd>{number(batch[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
