import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';

import { Basis } from '../../components/basis.js';
import { lazily } from '../../components/lazily.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyTag } from '../../components/secrecy-mark.js';
import { Answered, Nothing } from '../../components/states.js';
import { communesQuery } from '../../lib/api/communes.js';
import type { Scenario } from '../../lib/api/shapes.js';
import { dayOfUnits } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useReach } from '../../lib/reach.js';
import { baselineOf, bestOf, runsOf, seniorityOf, type RunChoice } from '../../lib/runs.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { Attention } from './attention.js';
import { BlockTable } from './block-table.js';
import { Comparison } from './comparison.js';
import { dashboardText } from './dashboard.text.js';
import './dashboard.css';
import { FarTiles } from './far-tiles.js';
import { FieldBars } from './field-bars.js';
import { FirstLoad } from './first-load.js';
import { LevelTable } from './level-table.js';
import { Sides } from './sides.js';

import { WorstCommunes } from './worst-communes.js';

/** Below what is seen first, so its code is fetched after it. */
const RibbonCard = lazily('RibbonCard', async () => (await import('./ribbon-card.js')).RibbonCard);

export function DashboardView() {
  return (
    <Basis>
      {(configuration, scenarios) => {
        const runs = runsOf(scenarios);
        const before = baselineOf(runs) ?? runs[0];
        if (!before) return <NoRuns on={dayOfUnits(configuration)} />;
        return (
          <Dashboard
            effectiveOn={dayOfUnits(configuration)}
            scenarios={scenarios}
            before={before}
            seniority={seniorityOf(runs) ?? null}
            after={bestOf(runs) ?? null}
          />
        );
      }}
    </Basis>
  );
}

function NoRuns({ on }: { readonly on: string }) {
  const t = useText(dashboardText);
  const communes = useQuery(communesQuery(on));
  return (
    <>
      <PageHead title={t.title} />
      <Answered query={communes}>
        {(found) => (found.length === 0 ? <FirstLoad /> : <Nothing>{t.noRuns}</Nothing>)}
      </Answered>
    </>
  );
}

interface Props {
  readonly effectiveOn: string;
  readonly scenarios: readonly Scenario[];
  readonly before: RunChoice;
  readonly seniority: RunChoice | null;
  readonly after: RunChoice | null;
}

function Dashboard({ effectiveOn, scenarios, before, seniority, after }: Props) {
  const t = useText(dashboardText);
  const format = useFormat();
  const scope = useScope();
  const { unitNames } = useReach();
  const communes = useQuery(communesQuery(before.scenario));
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead(
          unitNames === null
            ? t.communes(communes.data ? format.number(communes.data.length) : '…')
            : unitNames.join(', ') || t.noUnits,
          format.day(effectiveOn),
        )}
        mark={<SecrecyTag scenarios={[before, ...(after ? [after] : [])].map(scenarioOf)} />}
      >
        <ScopeSwitch />
      </PageHead>
      <Attention scenarios={scenarios} />
      {after === null && <Nothing>{t.noBest}</Nothing>}
      <Sides before={before} seniority={seniority} after={after} block={scope}>
        {(sides) => (
          <>
            <Comparison sides={sides} block={scope} />
            <FarTiles sides={sides} block={scope} />
            <div className="dashboard-columns">
              <FieldBars sides={sides} block={scope} />
              <WorstCommunes sides={sides} block={scope} communes={communes.data ?? []} />
            </div>
            <BlockTable sides={sides} />
            <LevelTable before={before} seniority={seniority} after={after} />
            <RibbonCard choice={after ?? before} />
          </>
        )}
      </Sides>
    </>
  );
}

function scenarioOf({ scenario }: RunChoice): Scenario {
  return scenario;
}

/** `government` unless the address asks for all blocks, or the account does not see that one. */
function useScope(): 'government' | 'all' {
  const asked = useQueryParams().get('block');
  const { firstBlock } = useReach();
  return asked === 'all' || firstBlock === 'all' ? 'all' : 'government';
}

function ScopeSwitch() {
  const t = useText(dashboardText);
  const w = useText(words);
  const params = useQueryParams();
  const scope = useScope();
  if (useReach().firstBlock === 'all') return null;
  return (
    <Segmented
      aria-label={t.scope}
      value={scope}
      options={[
        { value: 'government', label: w['block.government'] },
        { value: 'all', label: w.allBlocks },
      ]}
      onChange={(value) => params.set({ block: value === 'all' ? 'all' : null })}
    />
  );
}
