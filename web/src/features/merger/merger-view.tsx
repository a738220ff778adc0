import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { Basis } from '../../components/basis.js';
import { BreachList } from '../../components/breach-list.js';
import { Choice } from '../../components/choice.js';
import { Help } from '../../components/help.js';
import { PageHead } from '../../components/page-head.js';
import { PartTabs } from '../../components/part-tabs.js';
import { SecrecyHead } from '../../components/secrecy-mark.js';
import { Answered, Nothing } from '../../components/states.js';
import { TakeList } from '../../components/take-list.js';
import { mergerQuery } from '../../lib/api/merger.js';
import type { Merger, Scenario } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useReach } from '../../lib/reach.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { useMay } from '../../lib/session.js';
import { FlowCard } from './flow-card.js';
import { mergerLink } from './merger-link.js';
import { MergerPeople } from './merger-people.js';
import { mergerText } from './merger.text.js';
import './merger.css';
import { peopleText } from './people.text.js';
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
            onChange={(scenario) => params.set({ scenario, from: null, commune: null, page: null })}
          />
        </div>
      )}
      <MapWays scenarioId={chosen.id} />
      <Loaded scenarioId={chosen.id} />
    </>
  );
}

/** On to drawing the map, and the map as a workbook. */
function MapWays({ scenarioId }: { readonly scenarioId: number }) {
  const t = useText(mergerText);
  const may = useMay();
  return (
    <div className="map-ways">
      {may('scenario.write') && <Link to={`/merger/map?scenario=${scenarioId}`}>{t.draw}</Link>}
      {may('report.export') && (
        <TakeList title={t.workbookTitle} address={`/api/scenarios/${scenarioId}/map.xlsx`} />
      )}
    </div>
  );
}

const PARTS = ['units', 'people'] as const;

function Loaded({ scenarioId }: { readonly scenarioId: number }) {
  const p = useText(peopleText);
  const params = useQueryParams();
  const part = PARTS.find((each) => each === params.get('part')) ?? 'units';
  const query = useQuery(mergerQuery(scenarioId));
  return (
    <Answered query={query} rows={12}>
      {(merger) => (
        <>
          <Counts merger={merger} scenarioId={scenarioId} />
          <PartTabs
            label={p.parts}
            parts={PARTS.map((value) => ({ value, label: p[`part.${value}`] }))}
            current={part}
            onChoose={(each) => params.set({ part: each === 'units' ? null : each, page: null })}
          />
          {part === 'people' ? (
            <MergerPeople scenarioId={scenarioId} communes={merger.communes} />
          ) : (
            <Units merger={merger} scenarioId={scenarioId} />
          )}
        </>
      )}
    </Answered>
  );
}

interface OfScenario {
  readonly merger: Merger;
  readonly scenarioId: number;
}

function Units({ merger, scenarioId }: OfScenario) {
  const t = useText(mergerText);
  return (
    <>
      <section className="card">
        <h2>{t.breaches}</h2>
        <BreachList breaches={merger.breaches} none={t.noBreaches} />
      </section>
      <FlowCard communes={merger.communes} />
      <UnitTable communes={merger.communes} scenarioId={scenarioId} />
    </>
  );
}

function Counts({ merger, scenarioId }: OfScenario) {
  const t = useText(mergerText);
  const { number } = useFormat();
  const limited = useReach().unitNames !== null;
  return (
    <dl className="counts">
      <Count name={t.closed}>{number(merger.closedUnits)}</Count>
      <Count name={t.created}>{number(merger.createdUnits)}</Count>
      <Count name={limited ? t.peopleWithin : t.people}>
        <Link to={mergerLink(scenarioId, { list: 'carried' })}>{number(merger.people)}</Link>
      </Count>
      <Count name={limited ? t.toDecideWithin : t.toDecide} help={t.toDecideHelp}>
        <Link to={mergerLink(scenarioId, { list: 'decide' })}>{number(merger.peopleToDecide)}</Link>
      </Count>
    </dl>
  );
}

interface CountProps {
  readonly name: string;
  readonly children: ReactNode;
  readonly help?: string;
}

function Count({ name, children, help }: CountProps) {
  return (
    <div>
      <dt>
        {name} {help !== undefined && <Help term={name} meaning={help} />}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
