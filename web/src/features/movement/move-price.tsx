import { useQuery } from '@tanstack/react-query';

import { Answered } from '../../components/states.js';
import { scenariosQuery } from '../../lib/api/scenarios.js';
import type { NewMovement, Scenario, WhatIfOrder } from '../../lib/api/shapes.js';
import { bestOf, runsOf, type RunChoice } from '../../lib/runs.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { Price } from '../placement/price.js';
import { movementText } from './movement.text.js';

interface Wanted extends Pick<NewMovement, 'kind' | 'staffId'> {
  readonly unitCode?: string | null | undefined;
  readonly positionCode?: string | null | undefined;
}

/** What a movement would cost the best plan; says so where there is none. */
export function MovePrice({ wanted }: { readonly wanted: Wanted }) {
  const t = useText(movementText);
  const may = useMay();
  const scenarios = useQuery(scenariosQuery());
  if (!may('placement.run')) return null;
  return (
    <section>
      <h3>{t.price}</h3>
      <Answered query={scenarios}>
        {(all) => <Compared order={orderOf(wanted)} choice={bestInForce(all)} />}
      </Answered>
    </section>
  );
}

function Compared({
  order,
  choice,
}: {
  readonly order: WhatIfOrder | null;
  readonly choice: RunChoice | undefined;
}) {
  const t = useText(movementText);
  if (order === null) return <p className="sub">{t.noPriceKind}</p>;
  if (choice === undefined) return <p className="sub">{t.noPriceRun}</p>;
  return (
    <>
      <p className="sub">{t.priceOf(choice.scenario.name)}</p>
      <Price runId={choice.run.id} order={order} as="beside" />
    </>
  );
}

/** The best run of the scenario that was applied last; else the best that is planned. */
function bestInForce(scenarios: readonly Scenario[]): RunChoice | undefined {
  const live = scenarios.filter(({ state }) => state !== 'withdrawn');
  const applied = live
    .filter(({ appliedAt }) => appliedAt !== null)
    .sort((a, b) => String(a.appliedAt).localeCompare(String(b.appliedAt)));
  const own = applied.findLast(({ runs }) => runs.some(({ kind }) => kind === 'best'));
  return bestOf(runsOf(own === undefined ? live : [own]));
}

/** The same as a question to the plan; null = it changes no post. */
function orderOf({ kind, staffId, unitCode, positionCode }: Wanted): WhatIfOrder | null {
  if (kind === 'leaving') return { kind: 'leave', staffId };
  return unitCode && positionCode ? { kind: 'pin', staffId, unitCode, positionCode } : null;
}
