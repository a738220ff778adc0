import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { PageHead } from '../../components/page-head.js';
import { Answered } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { configurationQuery } from '../../lib/api/configuration.js';
import { importsQuery } from '../../lib/api/imports.js';
import type { Batch } from '../../lib/api/shapes.js';
import { dayOfUnits } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { BatchState } from './batch-state.js';
import { rosterText } from './roster.text.js';
import './roster.css';
import { CampaignCard } from './campaign-card.js';
import { SendForm } from './send-form.js';
import { TemplateCard } from './template-card.js';

export function RosterView() {
  const t = useText(rosterText);
  const query = useQuery(importsQuery());
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <div className="roster-columns">
        <div>
          <SendForm />
          <Templates />
        </div>
        <section className="card">
          <h2>{t.history}</h2>
          <TakeBatches />
          <Answered query={query} rows={4}>
            {(batches) =>
              batches.length === 0 ? (
                <p className="sub">{t.noBatches}</p>
              ) : (
                <BatchTable batches={batches} />
              )
            }
          </Answered>
        </section>
      </div>
      <CampaignCard />
    </>
  );
}

function Templates() {
  const { data } = useQuery(configurationQuery());
  return data === undefined ? null : <TemplateCard day={dayOfUnits(data)} />;
}

function TakeBatches() {
  const t = useText(rosterText);
  return (
    <p className="sub">
      <TakeList title={t.historyBook} address="/api/reports/imports.xlsx" />
    </p>
  );
}

function BatchTable({ batches }: { readonly batches: readonly Batch[] }) {
  const t = useText(rosterText);
  const { number, instant, day } = useFormat();
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.sender}</th>
          <th>{t.state}</th>
          <th className="num">{t.files}</th>
          <th className="num">{t.rows}</th>
          <th className="num">{t.people}</th>
        </tr>
      </thead>
      <tbody>
        {batches.map((batch) => (
          <tr key={batch.id}>
            <td>
              <Link to={`/imports/${batch.id}`}>{batch.sender}</Link>
              <div className="sub">
                {t[`kind.${batch.kind}`]}. {t.sentAt(instant(batch.createdAt))},{' '}
                {t.asOfDay(day(batch.asOf))}
              </div>
            </td>
            <td data-label={t.state}>
              <BatchState state={batch.state} />
            </td>
            <td className="num" data-label={t.files}>
              <Link to={`/imports/${batch.id}`}>{number(batch.files.length)}</Link>
            </td>
            <td className="num" data-label={t.rows}>
              <Link to={`/imports/${batch.id}`}>{number(batch.rows)}</Link>
            </td>
            <td className="num" data-label={t.people}>
              <Link to={`/imports/${batch.id}`}>{number(batch.people)}</Link>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
