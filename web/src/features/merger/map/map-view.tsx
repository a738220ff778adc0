import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';

import { Basis } from '../../../components/basis.js';
import { Choice } from '../../../components/choice.js';
import { LawAssumptions } from '../../../components/law-assumptions.js';
import { PageHead } from '../../../components/page-head.js';
import { SecrecyHead } from '../../../components/secrecy-mark.js';
import { Answered, Nothing } from '../../../components/states.js';
import { Terms } from '../../../components/terms.js';
import { mergerMapQuery } from '../../../lib/api/merger-map.js';
import type { Configuration, Scenario } from '../../../lib/api/shapes.js';
import { useQueryParams } from '../../../lib/query-params.js';
import { useText } from '../../../lib/text/define-text.js';
import { MapDesk } from './map-desk.js';
import './map-desk.css';
import { mapText } from './map.text.js';

/** What of the law decides whether a unit formed by merging is large enough. */
const CRITERIA_KEYS = ['merging.', 'standard.'] as const;

/** The merger map of a draft: which old commune becomes which new one, drawn by hand. */
export function MergerMapView() {
  const t = useText(mapText);
  const asked = useQueryParams().get('scenario');
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        mark={<SecrecyHead pick={(scenarios) => chosenDraft(scenarios, asked)} />}
      />
      <Terms of={['criteria', 'succession', 'assumption']} />
      <Basis>
        {(configuration, scenarios) => (
          <Chosen configuration={configuration} scenarios={scenarios} />
        )}
      </Basis>
    </>
  );
}

/** The scenario that the address asks for, else the newest draft. */
function chosenDraft(scenarios: readonly Scenario[], asked: string | null): Scenario | undefined {
  return (
    scenarios.find(({ id }) => String(id) === asked) ??
    scenarios.findLast(({ state }) => state === 'draft') ??
    scenarios.at(-1)
  );
}

interface ChosenProps {
  readonly configuration: Configuration;
  readonly scenarios: readonly Scenario[];
}

function Chosen({ configuration, scenarios }: ChosenProps) {
  const t = useText(mapText);
  const params = useQueryParams();
  const chosen = chosenDraft(scenarios, params.get('scenario'));
  if (!chosen) return <Nothing>{t.none}</Nothing>;
  return (
    <>
      <div className="filters">
        <Choice
          wide
          label={t.scenario}
          value={String(chosen.id)}
          options={scenarios.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(scenario) => params.set({ scenario, unit: null })}
        />
        <Link to={`/merger?scenario=${chosen.id}`}>{t.back}</Link>
      </div>
      <LawAssumptions on={chosen.rulesOn} keys={CRITERIA_KEYS} />
      {chosen.state !== 'draft' && <Alert type="info" showIcon title={t.closed} />}
      <Loaded key={chosen.id} scenarioId={chosen.id} configuration={configuration} />
    </>
  );
}

interface LoadedProps {
  readonly scenarioId: number;
  readonly configuration: Configuration;
}

function Loaded({ scenarioId, configuration }: LoadedProps) {
  const query = useQuery(mergerMapQuery(scenarioId));
  return (
    <Answered query={query} rows={12}>
      {(map) => <MapDesk scenarioId={scenarioId} map={map} configuration={configuration} />}
    </Answered>
  );
}
