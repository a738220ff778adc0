import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';

import { Basis } from '../../components/basis.js';
import { BreachList } from '../../components/breach-list.js';
import { Choice } from '../../components/choice.js';
import { ExportDialog } from '../../components/export-dialog.js';
import { Help } from '../../components/help.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyHead } from '../../components/secrecy-mark.js';
import { Answered, Nothing } from '../../components/states.js';
import { mergerQuery } from '../../lib/api/merger.js';
import type { Merger, Scenario } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useReach } from '../../lib/reach.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { useMay } from '../../lib/session.js';
import { FlowCard } from './flow-card.js';
import { mergerText } from './merger.text.js';
import './merger.css';
import { UnitTable } from './unit-table.js';

export function MergerView() {
  const t = useText(mergerText);
  const asked = useQueryParams().get('scenario');
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        mark={<SecrecyHead pick={(scenarios) => chosenScenario(scenarios, asked)} />}
      />
      <Basis>{(_configuration, scenarios) => <Chosen scenarios={scenarios} />}</Basis>
    </>
  );
}

/** The scenario that the address asks for, else the applied one. */
function chosenScenario(scenarios: readonly Scenario[], asked: string | null) {
  return (
    scenarios.find(({ id }) => String(id) === asked) ??
    scenarios.find(({ appliedAt }) => appliedAt !== null) ??
    scenarios[0]
  );
}

function Chosen({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const t = useText(mergerText);
  const params = useQueryParams();
  const may = useMay()('scenario.write');
  const chosen = chosenScenario(scenarios, params.get('scenario'));
  if (!chosen) return <Nothing>{t.none}</Nothing>;
  return (
    <>
      {scenarios.length > 1 && (
        <div className="filters">
          <Choice
            wide
            label={t.scenario}
            value={String(chosen.id)}
            options={scenarios.map(({ id, name }) => ({ value: String(id), label: name }))}
            onChange={(scenario) => params.set({ scenario })}
          />
        </div>
      )}
      {may && <MapWays scenarioId={chosen.id} />}
      <Loaded scenarioId={chosen.id} />
    </>
  );
}

/** On to drawing the map, and the map as a workbook. */
function MapWays({ scenarioId }: { readonly scenarioId: number }) {
  const t = useText(mergerText);
  const [asked, setAsked] = useState(false);
  return (
    <div className="map-ways">
      <Link to={`/merger/map?scenario=${scenarioId}`}>{t.draw}</Link>
      <Button onClick={() => setAsked(true)}>{t.workbook}</Button>
      {asked && (
        <ExportDialog
          title={t.workbookTitle}
          columns={[]}
          address={`/api/scenarios/${scenarioId}/map.xlsx`}
          onClose={() => setAsked(false)}
        />
      )}
    </div>
  );
}

function Loaded({ scenarioId }: { readonly scenarioId: number }) {
  const t = useText(mergerText);
  const query = useQuery(mergerQuery(scenarioId));
  return (
    <Answered query={query} rows={12}>
      {(merger) => (
        <>
          <Counts merger={merger} />
          <section className="card">
            <h2>{t.breaches}</h2>
            <BreachList breaches={merger.breaches} none={t.noBreaches} />
          </section>
          <FlowCard communes={merger.communes} />
          <UnitTable communes={merger.communes} />
        </>
      )}
    </Answered>
  );
}

function Counts({ merger }: { readonly merger: Merger }) {
  const t = useText(mergerText);
  const { number } = useFormat();
  const limited = useReach().unitNames !== null;
  const carried = merger.communes.reduce((sum, { people }) => sum + people, 0);
  return (
    <dl className="counts">
      <Count name={t.closed} value={number(merger.closedUnits)} />
      <Count name={t.created} value={number(merger.createdUnits)} />
      <Count name={limited ? t.peopleWithin : t.people} value={number(carried)} />
      <Count
        name={limited ? t.toDecideWithin : t.toDecide}
        value={number(merger.peopleToDecide)}
        help={t.toDecideHelp}
      />
    </dl>
  );
}

interface CountProps {
  readonly name: string;
  readonly value: string;
  readonly help?: string;
}

function Count({ name, value, help }: CountProps) {
  return (
    <div>
      <dt>
        {name} {help !== undefined && <Help term={name} meaning={help} />}
      </dt>
      <dd>{value}</dd>
    </div>
  );
}
