import type { ReactNode } from 'react';

import { Basis } from '../../components/basis.js';
import { PageHead } from '../../components/page-head.js';
import { SecrecyHead } from '../../components/secrecy-mark.js';
import type { Configuration, Scenario } from '../../lib/api/shapes.js';
import { useQueryParams } from '../../lib/query-params.js';
import { scenarioAt } from '../../lib/runs.js';
import { LawTabs } from './law-tabs.js';

interface Props {
  readonly title: string;
  readonly lead: string;
  readonly children: (configuration: Configuration, scenarios: readonly Scenario[]) => ReactNode;
}

/** A tab beside the law's parameters, about a plan or the registry that the address names. */
export function LawPage({ title, lead, children }: Props) {
  const params = useQueryParams();
  const at = { run: params.get('run'), on: params.get('on') };
  return (
    <>
      <LawTabs />
      <PageHead
        title={title}
        lead={lead}
        mark={<SecrecyHead pick={(scenarios) => scenarioAt(scenarios, at)} />}
      />
      <Basis>{children}</Basis>
    </>
  );
}
