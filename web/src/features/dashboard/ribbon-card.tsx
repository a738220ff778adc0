import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { RibbonChart } from '../../components/ribbon-chart.js';
import { Answered } from '../../components/states.js';
import { mergerQuery } from '../../lib/api/merger.js';
import type { RunChoice } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { dashboardText } from './dashboard.text.js';

/** Which old districts the new communes were made of; a name leads to the board of the commune. */
export function RibbonCard({ choice: { run, scenario } }: { readonly choice: RunChoice }) {
  const t = useText(dashboardText);
  const may = useMay()('scenario.read');
  const query = useQuery({ ...mergerQuery(scenario.id), enabled: may });
  if (!may) return null;
  return (
    <section className="card">
      <h2>{t.ribbonTitle}</h2>
      <p className="sub">{t.ribbonLead}</p>
      <Answered query={query} rows={10}>
        {({ communes }) => (
          <RibbonChart
            communes={communes}
            linkTo={(code) => `/board?run=${run.id}&commune=${code}`}
          />
        )}
      </Answered>
      <p className="card-foot">
        <Link to={`/merger?scenario=${scenario.id}`}>{t.seeMerger}</Link>
      </p>
    </section>
  );
}
