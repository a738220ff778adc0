import type { ReactNode } from 'react';

import { AtChoice } from '../../components/at-choice.js';
import { Nothing } from '../../components/states.js';
import { dayOfUnits } from '../../lib/day.js';
import { useQueryParams } from '../../lib/query-params.js';
import { atOf, runsOf } from '../../lib/runs.js';
import { LawPage } from './law-page.js';

interface Props {
  readonly title: string;
  readonly lead: string;
  /** Said where the registry is chosen. */
  readonly needsRun: string;
  readonly children: (run: number) => ReactNode;
}

/** A tab beside the law's parameters that is about a run only. */
export function LawRunPage({ title, lead, needsRun, children }: Props) {
  const params = useQueryParams();
  const chosen = { run: params.get('run'), on: params.get('on') };
  return (
    <LawPage title={title} lead={lead}>
      {(configuration, scenarios) => {
        const at = atOf(runsOf(scenarios), chosen, dayOfUnits(configuration));
        return (
          <>
            <div className="filters">
              <AtChoice
                at={at}
                scenarios={scenarios}
                configuration={configuration}
                onChange={(change) => params.set({ ...change })}
              />
            </div>
            {'run' in at ? children(at.run) : <Nothing>{needsRun}</Nothing>}
          </>
        );
      }}
    </LawPage>
  );
}
