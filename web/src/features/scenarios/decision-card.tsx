import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { Confirm } from '../../components/confirm.js';
import { Trouble } from '../../components/states.js';
import { Terms } from '../../components/terms.js';
import { stepMutation, type Step } from '../../lib/api/decisions.js';
import type { Permission, Scenario } from '../../lib/api/shapes.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor, words } from '../../lib/text/words.js';
import { decisionText } from './decision.text.js';
import { PreflightList } from './preflight-list.js';
import { RebasePanel } from './rebase-panel.js';
import { SchedulePanel } from './schedule-panel.js';
import { UnitAnswers } from './unit-answers.js';

/** The plan that the address asks for, else the newest. */
export function planOf(scenarios: readonly Scenario[], asked: string | null): Scenario | undefined {
  return scenarios.find(({ id }) => String(id) === asked) ?? scenarios.at(-1);
}

/** Where a plan is on its way to the registry, and what the reader may do next. */
export function DecisionCard({ scenarios }: { readonly scenarios: readonly Scenario[] }) {
  const t = useText(decisionText);
  const w = useText(words);
  const params = useQueryParams();
  const plan = planOf(scenarios, params.get('plan'));
  if (!plan) return null;
  return (
    <section className="card scroll-x">
      <h2>{t.title}</h2>
      <p className="sub">{t.steps}</p>
      <Terms of={['agreement', 'approval', 'application', 'baseline']} />
      <div className="filters">
        <Choice
          wide
          label={t.plan}
          value={String(plan.id)}
          options={scenarios.map(({ id, name, state }) => ({
            value: String(id),
            label: `${name} – ${wordFor(w, 'state', state)}`,
          }))}
          onChange={(value) =>
            params.set({
              plan: value,
              submit: null,
              units: null,
              people: null,
              'people-page': null,
            })
          }
        />
      </div>
      <Steps key={plan.id} plan={plan} />
    </section>
  );
}

interface Action {
  readonly step: Step;
  readonly label: string;
  readonly permission: Permission;
  /** What will happen, where it is asked once more. */
  readonly about?: string;
}

function useActions({ state }: Scenario): Action[] {
  const t = useText(decisionText);
  const may = useMay();
  const write = 'scenario.write' as const;
  const actions: Readonly<Record<Scenario['state'], readonly Action[]>> = {
    draft: [{ step: 'submitted', label: t.submit, permission: write }],
    submitted: [
      { step: 'agreement', label: t.close, permission: write },
      { step: 'draft', label: t.draft, permission: write },
    ],
    agreed: [
      { step: 'approval', label: t.approve, permission: 'scenario.approve' },
      { step: 'draft', label: t.draft, permission: write },
    ],
    approved: [
      { step: 'application', label: t.apply, permission: 'decision.apply', about: t.applyAbout },
      { step: 'withdrawn', label: t.withdraw, permission: write, about: t.withdrawAbout },
    ],
    applied: [
      {
        step: 'taking-back',
        label: t.takeBack,
        permission: 'decision.apply',
        about: t.takeBackAbout,
      },
    ],
    withdrawn: [{ step: 'draft', label: t.draft, permission: write }],
  };
  return actions[state].filter(({ permission }) => may(permission));
}

function Steps({ plan }: { readonly plan: Scenario }) {
  const t = useText(decisionText);
  const w = useText(words);
  const may = useMay();
  const params = useQueryParams();
  const send = useMutation(stepMutation(useQueryClient()));
  const actions = useActions(plan);
  const [asked, setAsked] = useState<Action | null>(null);
  const { id, version, state, runs, approvedHash } = plan;
  const named = runs.find((each) => String(each.id) === params.get('submit'));
  const run = named ?? runs.findLast(({ kind }) => kind === 'best') ?? runs.at(-1);
  const step = (to: Step) =>
    send.mutate(
      { id, version, step: to, ...(to === 'submitted' && run && { runId: run.id }) },
      { onSuccess: () => setAsked(null) },
    );
  return (
    <>
      {state === 'draft' && run && may('scenario.write') && (
        <Choice
          label={t.run}
          value={String(run.id)}
          options={runs.map((each) => ({
            value: String(each.id),
            label: `${each.id} – ${wordFor(w, 'run', each.kind)}`,
          }))}
          onChange={(value) => params.set({ submit: value })}
        />
      )}
      {approvedHash && <p className="sub">{t.approvedHash(approvedHash.slice(0, 12))}</p>}
      {state !== 'draft' && state !== 'withdrawn' && (
        <details open={state === 'submitted'}>
          <summary>{t.answers}</summary>
          <UnitAnswers plan={plan} />
        </details>
      )}
      {state === 'approved' && may('decision.apply') && (
        <>
          <PreflightList id={id} />
          <SchedulePanel key={id} plan={plan} />
        </>
      )}
      {state !== 'applied' && may('scenario.write') && <RebasePanel plan={plan} />}
      {send.error && !asked && <Trouble error={send.error} title={t.refused} />}
      <div className="dialog-foot">
        {actions.map((action, at) => {
          const { step: to, label, about } = action;
          return (
            <Button
              key={to}
              type={at === 0 && state !== 'applied' ? 'primary' : 'default'}
              loading={send.isPending && send.variables.step === to}
              disabled={send.isPending || (to === 'submitted' && !run)}
              onClick={() => (about ? setAsked(action) : step(to))}
            >
              {label}
            </Button>
          );
        })}
      </div>
      {asked?.about && (
        <Confirm
          title={`${asked.label}: ${plan.name}`}
          about={asked.about}
          yes={asked.label}
          busy={send.isPending}
          error={send.error}
          onYes={() => step(asked.step)}
          onNo={() => setAsked(null)}
        />
      )}
    </>
  );
}
