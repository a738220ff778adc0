import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Basis } from '../../components/basis.js';
import { ClosedPeople } from '../../components/closed-people.js';
import { LawAssumptions, PLACEMENT_KEYS } from '../../components/law-assumptions.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyHead } from '../../components/secrecy-mark.js';
import { Answered, Nothing } from '../../components/states.js';
import { Terms } from '../../components/terms.js';
import { proposalsQuery } from '../../lib/api/proposals.js';
import type { ProposalFilter } from '../../lib/api/proposal-filter.js';
import type { Scenario } from '../../lib/api/shapes.js';
import { pageOf } from '../../lib/page.js';
import { useQueryParams, type QueryParams } from '../../lib/query-params.js';
import { bestOf, runsOf, type RunChoice } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { PersonPanel } from './person-panel.js';
import { PlacementFilters } from './placement-filters.js';
import { PinList } from './pin-list.js';
import { placementText } from './placement.text.js';
import './placement.css';
import { ProposalTable } from './proposal-table.js';
import { RunDesk } from './run-desk.js';
import { RunState } from './run-state.js';
import { TakePeople } from './take-people.js';

const PAGE = 50;

export function PlacementView() {
  const t = useText(placementText);
  const run = useQueryParams().get('run');
  return (
    <>
      <PageHead
        title={t.title}
        lead={t.lead}
        mark={<SecrecyHead settable pick={(scenarios) => chosenRun(scenarios, run)?.scenario} />}
      />
      <Terms of={['succession', 'transfer', 'fit', 'noGo', 'pin', 'baseline', 'surplus']} />
      <Basis>
        {(_configuration, scenarios) => (
          <>
            <RunDesk scenarios={scenarios} />
            <Placement scenarios={scenarios} />
          </>
        )}
      </Basis>
    </>
  );
}

/** The run that the address asks for, else the best. */
function chosenRun(scenarios: readonly Scenario[], asked: string | null): RunChoice | undefined {
  const runs = runsOf(scenarios);
  return runs.find(({ run }) => String(run.id) === asked) ?? bestOf(runs) ?? runs[0];
}

interface Props {
  readonly scenarios: readonly Scenario[];
}

function Placement({ scenarios }: Props) {
  const t = useText(placementText);
  const params = useQueryParams();
  const [number, setNumber] = useState<string | null>(null);
  const chosen = chosenRun(scenarios, params.get('run'));
  if (!chosen) return <Nothing>{t.noRun}</Nothing>;
  return (
    <>
      <PlacementFilters
        runId={chosen.run.id}
        scenarios={scenarios}
        scenario={chosen.scenario}
        number={{ value: number, set: setNumber }}
      />
      <RunState run={chosen.run} />
      <LawAssumptions on={chosen.scenario.rulesOn} keys={PLACEMENT_KEYS} />
      <PinList scenario={chosen.scenario} />
      <People choice={chosen} number={number} />
    </>
  );
}

interface PeopleProps {
  readonly choice: RunChoice;
  readonly number: string | null;
}

function People({ choice, number }: PeopleProps) {
  const params = useQueryParams();
  const may = useMay();
  const filter = filterOf(params);
  const query = useQuery(proposalsQuery(choice.run.id, filter, number));
  const opened = params.get('person');
  return (
    <Answered query={query} rows={12}>
      {({ total, items, closed }) => (
        <>
          <ClosedPeople count={closed} />
          {number === null && total > 0 && may('report.export') && (
            <TakePeople runId={choice.run.id} filter={filter} />
          )}
          <ProposalTable items={items} total={total} pageSize={PAGE} />
          <PersonPanel
            choice={choice}
            person={items.find(({ staffId }) => String(staffId) === opened)}
            onClose={() => params.set({ person: null })}
          />
        </>
      )}
    </Answered>
  );
}

const TEXT_FILTERS = [
  ...(['commune', 'from', 'position', 'outcome'] as const),
  ...(['movement', 'moved', 'search'] as const),
];

function filterOf({ get }: QueryParams): ProposalFilter {
  const filter: ProposalFilter = { offset: (pageOf(get) - 1) * PAGE, limit: PAGE };
  for (const name of TEXT_FILTERS) {
    const value = get(name);
    if (value !== null) filter[name] = value;
  }
  return filter;
}
