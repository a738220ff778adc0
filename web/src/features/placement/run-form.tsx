import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { Trouble } from '../../components/states.js';
import { campaignsQuery } from '../../lib/api/campaigns.js';
import { askForRunMutation } from '../../lib/api/jobs.js';
import type { RunOrder, Scenario } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { conditionsOf, NO_CONDITIONS, wrongFields } from './run-conditions.js';
import { RunConditionsForm } from './run-conditions-form.js';
import { placementText } from './placement.text.js';

const KINDS = ['best', 'baseline', 'seniority'] as const satisfies readonly RunOrder['kind'][];
type Kind = (typeof KINDS)[number];

interface Props {
  readonly drafts: readonly Scenario[];
  readonly scenarios: readonly Scenario[];
  readonly onAsked: (jobId: number) => void;
}

/** Asks for a run of a draft. */
export function RunForm({ drafts, scenarios, onAsked }: Props) {
  const t = useText(placementText);
  const w = useText(words);
  const [scenario, setScenario] = useState(String(drafts.at(-1)?.id));
  const [kind, setKind] = useState<Kind>('best');
  const campaigns = useQuery(campaignsQuery()).data ?? [];
  const [signedIn, setSignedIn] = useState('');
  const [draft, setDraft] = useState(NO_CONDITIONS);
  const asked = drafts.find(({ id }) => String(id) === scenario) ?? drafts[0];
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
        {campaigns.length > 0 && (
          <Choice
            wide
            label={t.runSigned}
            value={signedIn}
            options={[
              { value: '', label: t.runSignedAll },
              ...campaigns.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            onChange={setSignedIn}
          />
        )}
        <Button
          type="primary"
          loading={ask.isPending}
          disabled={kind === 'best' && wrongFields(draft).length > 0}
          onClick={() =>
            ask.mutate(
              {
                scenarioId: Number(scenario),
                kind,
                ...(kind === 'best' ? conditionsOf(draft) : {}),
                ...(signedIn === '' ? {} : { signedIn: Number(signedIn) }),
              },
              { onSuccess: ({ id }) => onAsked(id) },
            )
          }
        >
          {t.runStart}
        </Button>
      </div>
      {signedIn !== '' && <p className="sub">{t.runSignedHelp}</p>}
      {kind === 'best' && asked && (
        <RunConditionsForm
          draft={draft}
          scenarios={scenarios}
          scenario={asked}
          onChange={setDraft}
        />
      )}
      {ask.error && <Trouble error={ask.error} />}
    </>
  );
}
