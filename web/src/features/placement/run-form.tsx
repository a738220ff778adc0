import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { Trouble } from '../../components/states.js';
import { askForRunMutation } from '../../lib/api/jobs.js';
import type { RunOrder, Scenario } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { placementText } from './placement.text.js';

const KINDS = ['best', 'baseline'] as const satisfies readonly RunOrder['kind'][];
type Kind = (typeof KINDS)[number];

interface Props {
  readonly drafts: readonly Scenario[];
  readonly onAsked: (jobId: number) => void;
}

/** Asks for a run of a draft. */
export function RunForm({ drafts, onAsked }: Props) {
  const t = useText(placementText);
  const w = useText(words);
  const [scenario, setScenario] = useState(String(drafts.at(-1)?.id));
  const [kind, setKind] = useState<Kind>('best');
  const ask = useMutation(askForRunMutation(useQueryClient()));
  return (
    <>
      <div className="run-form">
        <Choice
          wide
          label={t.runScenario}
          value={scenario}
          options={drafts.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={setScenario}
        />
        <Choice
          label={t.runKind}
          value={kind}
          options={KINDS.map((each) => ({ value: each, label: w[`run.${each}`] }))}
          onChange={(value) => setKind(value as Kind)}
        />
        <Button
          type="primary"
          loading={ask.isPending}
          onClick={() =>
            ask.mutate(
              { scenarioId: Number(scenario), kind },
              { onSuccess: ({ id }) => onAsked(id) },
            )
          }
        >
          {t.runStart}
        </Button>
      </div>
      {ask.error && <Trouble error={ask.error} />}
    </>
  );
}
