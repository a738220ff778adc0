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
  /** With the day whose communes are those of a plan. */
  readonly children: (run: number, unitsOn: string) => ReactNode;
}

/** A tab beside the law's parameters that is about a run only. */
export function LawRunPage({ title, lead, needsRun, children }: Props) {
  const params = useQueryParams();
  const chosen = { run: params.get('run'), on: params.get('on') };
  return (
    <LawPage title={title} lead={lead}>
      {(configuration, scenarios) => {
        const unitsOn = dayOfUnits(configuration);
        const at = atOf(runsOf(scenarios), chosen, unitsOn);
        return (
          <>
            <div className="filters">
              <AtChoice
                at={at}
                scenarios={scenarios}
                configuration={configuration}
                onChange={(change) => params.set({ ...change, page: null })}
              />
            </div>
            {'run' in at ? children(at.run, unitsOn) : <Nothing>{needsRun}</Nothing>}
          </>
        );
      }}
    </LawPage>
  );
}
