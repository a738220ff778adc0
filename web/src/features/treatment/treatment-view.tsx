import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Assumptions } from '../../components/assumptions.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { Pages } from '../../components/pages.js';
import { PartTabs } from '../../components/part-tabs.js';
import { Answered } from '../../components/states.js';
import type { TreatedGroup, Treatment } from '../../lib/api/shapes.js';
import { treatmentQuery } from '../../lib/api/treatment.js';
import { useFormat } from '../../lib/format.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { LawRunPage } from '../law/law-run-page.js';
import { treatmentText } from './treatment.text.js';

/** How a run treats groups of people. */
export function TreatmentView() {
  const t = useText(treatmentText);
  return (
    <LawRunPage title={t.title} lead={t.lead} needsRun={t.needsRun}>
      {(run) => <OfRun run={run} />}
    </LawRunPage>
  );
}

function OfRun({ run }: { readonly run: number }) {
  const t = useText(treatmentText);
  const { number } = useFormat();
  const [asked, setAsked] = useState(false);
  const query = useQuery(treatmentQuery(run));
  return (
    <Answered query={query} rows={10}>
      {(treatment) => (
        <>
          <div className="notes">
            <Assumptions parameters={treatment.parameters} />
          </div>
          <p className="sub">
            {t.total(number(treatment.people))} {t.hidden(number(treatment.smallest))}{' '}
            <button type="button" className="link-button" onClick={() => setAsked(true)}>
              {t.workbook}
            </button>
          </p>
          <Dimensions dimensions={treatment.dimensions} />
          {asked && (
            <ExportDialog
              title={t.workbook}
              columns={[]}
              address={`/api/reports/treatment.xlsx?run=${run}`}
              onClose={() => setAsked(false)}
            />
          )}
        </>
      )}
    </Answered>
  );
}

/** By what people are grouped, one at a time: which one stands in the address. */
function Dimensions({ dimensions }: Pick<Treatment, 'dimensions'>) {
  const t = useText(treatmentText);
  const params = useQueryParams();
  const shown = dimensions.find(({ dimension }) => dimension === params.get('by')) ?? dimensions[0];
  if (shown === undefined) return null;
  return (
    <>
      <PartTabs
        label={t.by}
        parts={dimensions.map(({ dimension }) => ({
          value: dimension,
          label: t[`dimension.${dimension}`],
        }))}
        current={shown.dimension}
        onChoose={(by) => params.set({ by })}
      />
      <Groups {...shown} />
    </>
  );
}

/** Groups at once: there are as many of a dimension as there are communes. */
const PAGE = 10;

function Groups({ dimension, groups }: Treatment['dimensions'][number]) {
  const t = useText(treatmentText);
  const from = (pageOf(useQueryParams().get, dimension) - 1) * PAGE;
  return (
    <section className="card">
      <h2>{t[`dimension.${dimension}`]}</h2>
      <table className="list stack pairs">
        <thead>
          <tr>
            <th>{t.group}</th>
            <th className="num">{t.people}</th>
            <th className="num">{t.placed}</th>
            <th className="num">{t.surplus}</th>
            <th className="num">{t.leaving}</th>
            <th className="num">{t.moved}</th>
            <th className="num">{t.meanKm}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(from, from + PAGE).map((group) => (
            <GroupRow key={group.key} group={group} />
          ))}
        </tbody>
      </table>
      <Pages total={groups.length} pageSize={PAGE} param={dimension} />
    </section>
  );
}

const COUNTED = ['placed', 'surplus', 'leaving', 'moved'] as const;

function GroupRow({ group }: { readonly group: TreatedGroup }) {
  const t = useText(treatmentText);
  const format = useFormat();
  const words: Readonly<Record<string, unknown>> = t;
  const word = words[`key.${group.key}`];
  const shown = (value: number | null) => (value === null ? '–' : format.number(value));
  const share = (value: number | null) =>
    value === null || group.people === null || group.people === 0
      ? ''
      : ` (${format.number(Math.round((1000 * value) / group.people) / 10)} %)`;
  return (
    <tr>
      <th scope="row">{typeof word === 'string' ? word : group.key || t.unknown}</th>
      <td className="num" data-label={t.people}>
        {shown(group.people)}
      </td>
      {COUNTED.map((name) => (
        <td key={name} className="num" data-label={t[name]}>
          <span>
            {shown(group[name])}
            <span className="sub">{share(group[name])}</span>
          </span>
        </td>
      ))}
      <td className="num" data-label={t.meanKm}>
        {shown(group.meanKm)}
      </td>
    </tr>
  );
}
