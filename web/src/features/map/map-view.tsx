import { useQuery } from '@tanstack/react-query';

import { AtChoice } from '../../components/at-choice.js';
import { Basis } from '../../components/basis.js';
import { Choice } from '../../components/choice.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyHead } from '../../components/secrecy-mark.js';
import { Answered } from '../../components/states.js';
import type { At } from '../../lib/api/at.js';
import { boundariesQuery } from '../../lib/api/boundaries.js';
import { communesQuery } from '../../lib/api/communes.js';
import type { UnitsOf } from '../../lib/api/units.js';
import type { Configuration, Scenario } from '../../lib/api/shapes.js';
import { summaryQuery } from '../../lib/api/summary.js';
import { scopeOf } from '../../lib/blocks.js';
import { dayOfUnits } from '../../lib/day.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useReach } from '../../lib/reach.js';
import { atOf, runsOf, scenarioAt } from '../../lib/runs.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { BoardExport } from '../gap/board-export.js';
import { MapBody } from './map-body.js';
import { MEASURES, measureOf } from './measures.js';
import { mapText } from './map.text.js';
import './map.css';

export function MapView() {
  const t = useText(mapText);
  const params = useQueryParams();
  const at = { run: params.get('run'), on: params.get('on') };
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        mark={<SecrecyHead pick={(scenarios) => scenarioAt(scenarios, at)} />}
      />
      <Basis>
        {(configuration, scenarios) => (
          <Chosen configuration={configuration} scenarios={scenarios} />
        )}
      </Basis>
    </>
  );
}

interface ChosenProps {
  readonly configuration: Configuration;
  readonly scenarios: readonly Scenario[];
}

function Chosen({ configuration, scenarios }: ChosenProps) {
  const params = useQueryParams();
  const asked = { run: params.get('run'), on: params.get('on') };
  const at = atOf(runsOf(scenarios), asked, dayOfUnits(configuration));
  return (
    <>
      <div className="filters">
        <AtChoice
          at={at}
          scenarios={scenarios}
          configuration={configuration}
          onChange={params.set}
        />
        <MeasureChoices />
        <BoardExport at={at} />
      </div>
      <Loaded
        at={at}
        unitsOf={scenarioAt(scenarios, asked) ?? dayOfUnits(configuration)}
        configuration={configuration}
      />
    </>
  );
}

function MeasureChoices() {
  const t = useText(mapText);
  const w = useText(words);
  const params = useQueryParams();
  const reach = useReach();
  return (
    <>
      <Choice
        label={t.measure}
        value={measureOf(params)}
        options={MEASURES.map((measure) => ({ value: measure, label: w[measure] }))}
        onChange={(show) => params.set({ show: show === 'shortage' ? null : show })}
      />
      <Choice
        label={w.block}
        value={scopeOf(params.get('block'), reach.firstBlock)}
        options={[
          ...reach.blocks.map((block) => ({ value: block, label: w[`block.${block}`] })),
          { value: 'all', label: w.allBlocks },
        ]}
        onChange={(block) => params.set({ block: block === reach.firstBlock ? null : block })}
      />
    </>
  );
}

interface LoadedProps {
  readonly at: At;
  readonly unitsOf: UnitsOf;
  readonly configuration: Configuration;
}

function Loaded({ at, unitsOf, configuration }: LoadedProps) {
  const params = useQueryParams();
  const reach = useReach();
  const block = scopeOf(params.get('block'), reach.firstBlock);
  const borders = useQuery(boundariesQuery(configuration.provinceCode));
  const summary = useQuery(summaryQuery(at, block));
  const communes = useQuery(communesQuery(unitsOf));
  return (
    <Answered query={borders} rows={12}>
      {(topology) => (
        <Answered query={communes} rows={12}>
          {(units) => (
            <Answered query={summary} rows={12}>
              {(sums) => (
                <MapBody
                  at={at}
                  topology={topology}
                  units={units}
                  ranked={reach.within(units, sums)}
                  summary={sums}
                  measure={measureOf(params)}
                  place={configuration.provinceName}
                />
              )}
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  );
}
