import { Tag } from 'antd';

import { Basis } from '../../components/basis.js';
import { PageHead } from '../../components/page-head.js';
import { Nothing } from '../../components/states.js';
import { useFormat } from '../../lib/format.js';
import { runsOf, type RunChoice } from '../../lib/runs.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { reportText } from './report.text.js';
import './report.css';

const WORKBOOKS = ['plan', 'gap', 'surplus'] as const;

export function ReportView() {
  const t = useText(reportText);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <Basis>
        {(_configuration, scenarios) => {
          const runs = runsOf(scenarios);
          if (runs.length === 0) return <Nothing>{t.none}</Nothing>;
          return runs.map((choice) => <RunCard key={choice.run.id} choice={choice} />);
        }}
      </Basis>
      <section className="card">
        <h2>{t.api}</h2>
        <p className="sub">{t.apiAbout}</p>
        <a href="/api/docs">{t.apiLink}</a>
      </section>
    </>
  );
}

function RunCard({ choice }: { readonly choice: RunChoice }) {
  const t = useText(reportText);
  const w = useText(words);
  const { instant } = useFormat();
  const { run, scenario } = choice;
  return (
    <section className="card">
      <h2>
        {scenario.name} <Tag className="tag tag--plain">{w[`run.${run.kind}`]}</Tag>
      </h2>
      <p className="sub">
        {w[`state.${scenario.state}`]}, {t.runAt(instant(run.createdAt))}. {scenario.description}
      </p>
      <ul className="downloads">
        {WORKBOOKS.map((name) => (
          <li key={name}>
            <div>
              <strong>{t[name]}</strong>
              <div className="sub">{t[`${name}About`]}</div>
            </div>
            <a
              className="download"
              href={`/api/reports/${name}.xlsx?run=${run.id}`}
              download
              aria-label={t.downloadOf(t[name])}
            >
              {t.download}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
