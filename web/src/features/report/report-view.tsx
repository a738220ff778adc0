import { Basis } from '../../components/basis.js';
import { PageHead } from '../../components/page-head.js';
import { Nothing } from '../../components/states.js';
import { runsOf } from '../../lib/runs.js';
import { useText } from '../../lib/text/define-text.js';
import { reportText } from './report.text.js';
import './report.css';
import { RunCard } from './run-card.js';

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
