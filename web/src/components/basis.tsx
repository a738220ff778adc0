import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { configurationQuery } from '../lib/api/configuration.js';
import { scenariosQuery } from '../lib/api/scenarios.js';
import type { Configuration, Scenario } from '../lib/api/shapes.js';
import { Answered } from './states.js';

interface Props {
  readonly children: (configuration: Configuration, scenarios: Scenario[]) => ReactNode;
}

/** What every view stands on: the configuration and the scenarios. */
export function Basis({ children }: Props) {
  const configuration = useQuery(configurationQuery());
  const scenarios = useQuery(scenariosQuery());
  return (
    <Answered query={configuration}>
      {(settings) => <Answered query={scenarios}>{(all) => children(settings, all)}</Answered>}
    </Answered>
  );
}
