import { Basis } from '../../components/basis.js';
import { FIT_KEYS, LawAssumptions } from '../../components/law-assumptions.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyHead } from '../../components/secrecy-mark.js';
import { Terms } from '../../components/terms.js';
import type { Configuration, Scenario } from '../../lib/api/shapes.js';
import { dayOfUnits } from '../../lib/day.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useReach } from '../../lib/reach.js';
import { atOf, runsOf, scenarioAt } from '../../lib/runs.js';
import { useText } from '../../lib/text/define-text.js';
import { BoardFilters } from './board-filters.js';
import { boardFilterOf } from './board-filter.js';
import { BoardLoader } from './board-loader.js';
import { gapText } from './gap.text.js';
import './gap.css';

export function GapView() {
  const t = useText(gapText);
  const params = useQueryParams();
  const at = { run: params.get('run'), on: params.get('on') };
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        mark={<SecrecyHead pick={(scenarios) => scenarioAt(scenarios, at)} />}
      />
      <Terms of={['shortage', 'surplus', 'misfit', 'norm', 'overNorm', 'seat']} />
      <Basis>
        {(configuration, scenarios) => (
          <GapBoard configuration={configuration} scenarios={scenarios} />
        )}
      </Basis>
    </>
  );
}

interface Props {
  readonly configuration: Configuration;
  readonly scenarios: readonly Scenario[];
}

function GapBoard({ configuration, scenarios }: Props) {
  const params = useQueryParams();
  const filter = boardFilterOf(params, useReach().firstBlock);
  const asked = { run: params.get('run'), on: params.get('on') };
  const at = atOf(runsOf(scenarios), asked, dayOfUnits(configuration));
  const scenario = scenarioAt(scenarios, asked);
  const on = 'on' in at ? at.on : dayOfUnits(configuration);
  return (
    <>
      <BoardFilters
        at={at}
        unitsOf={scenario ?? on}
        filter={filter}
        configuration={configuration}
        scenarios={scenarios}
      />
      <LawAssumptions on={scenario?.rulesOn ?? on} keys={FIT_KEYS} />
      <BoardLoader at={at} on={on} unitsOf={scenario ?? on} filter={filter} />
    </>
  );
}
