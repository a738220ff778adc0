import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Assumptions } from '../../components/assumptions.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { FileLink } from '../../components/file-link.js';
import { Pages } from '../../components/pages.js';
import { Answered, Nothing } from '../../components/states.js';
import type { Wishes } from '../../lib/api/shapes.js';
import { wishesQuery } from '../../lib/api/wishes.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { LawRunPage } from '../law/law-run-page.js';
import { wishesText } from './wishes.text.js';

/** How a run serves wishes. */
export function WishesView() {
  const t = useText(wishesText);
  return (
    <LawRunPage title={t.title} lead={t.lead} needsRun={t.needsRun}>
      {(run) => <OfRun run={run} />}
    </LawRunPage>
  );
}

function OfRun({ run }: { readonly run: number }) {
  const t = useText(wishesText);
  const { number } = useFormat();
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const query = useQuery(wishesQuery(run));
  return (
    <Answered query={query} rows={8}>
      {(wishes) => (
        <>
          <div className="notes">
            <Assumptions parameters={wishes.parameters} />
          </div>
          <p className="sub">{t.order}</p>
          <p className="sub">
            {t.silent(number(wishes.silent))}{' '}
            {may('report.export') && (
              <button type="button" className="link-button" onClick={() => setAsked(true)}>
                {t.workbook}
              </button>
            )}
          </p>
          {wishes.worst.people === 0 ? (
            <Nothing>{t.nobody}</Nothing>
          ) : (
            <>
              <Figures wishes={wishes} />
              <Worst wishes={wishes} />
            </>
          )}
          {asked && (
            <ExportDialog
              title={t.workbook}
              columns={[]}
              address={`/api/reports/wishes.xlsx?run=${run}`}
              onClose={() => setAsked(false)}
            />
          )}
        </>
      )}
    </Answered>
  );
}

function Figures({ wishes: { figures } }: { readonly wishes: Wishes }) {
  const t = useText(wishesText);
  const { number, decimal } = useFormat();
  const share = (part: number, all: number) =>
    all === 0 ? '' : ` (${number(Math.round((1000 * part) / all) / 10)} %)`;
  return (
    <section className="card scroll-x">
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.kind}</th>
            <th className="num">{t.people}</th>
            <th className="num">{t.first}</th>
            <th className="num">{t.topThree}</th>
            <th className="num">{t.unmet}</th>
            <th className="num">{t.meanKm}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((row) => (
            <tr key={row.kind}>
              <th scope="row">{t[`kind.${row.kind}`]}</th>
              <td className="num" data-label={t.people}>
                {number(row.people)}
              </td>
              {(['first', 'topThree', 'unmet'] as const).map((name) => (
                <td key={name} className="num" data-label={t[name]}>
                  <span>
                    {number(row[name])}
                    <span className="sub">{share(row[name], row.people)}</span>
                  </span>
                </td>
              ))}
              <td className="num" data-label={t.meanKm}>
                {row.meanKm === null ? '–' : decimal(row.meanKm)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** People of the worst tenth at once. */
const PAGE = 20;

function Worst({ wishes: { worst, worstPeople } }: { readonly wishes: Wishes }) {
  const t = useText(wishesText);
  const { number, decimal } = useFormat();
  const from = (pageOf(useQueryParams().get) - 1) * PAGE;
  const km = (way: number | null) => (way === null ? '–' : decimal(way));
  return (
    <section className="card scroll-x">
      <h2>{t.worst}</h2>
      <p className="sub">
        {t.worstSum(number(worst.people), number(worst.unmet), km(worst.farthestKm))}
      </p>
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.person}</th>
            <th>{t.kind}</th>
            <th>{t.got}</th>
            <th className="num">{t.km}</th>
          </tr>
        </thead>
        <tbody>
          {worstPeople.slice(from, from + PAGE).map((person) => (
            <tr key={person.staffId}>
              <th scope="row">
                {person.fullName} <FileLink staffId={person.staffId} name={person.fullName} />
              </th>
              <td data-label={t.kind}>
                {[t[`kind.${person.kind}`], ...person.communes].join('; ')}
              </td>
              <td data-label={t.got}>
                {[
                  person.communeName,
                  t[`outcome.${person.outcome}`],
                  person.served !== null && wordFor(t, 'served', String(person.served)),
                ]
                  .filter(Boolean)
                  .join(', ')}
              </td>
              <td className="num" data-label={t.km}>
                {km(person.distanceKm)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages total={worstPeople.length} pageSize={PAGE} />
    </section>
  );
}
