import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { Said } from '../../components/said.js';
import { Answered, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { rebaseMutation, rebaseQuery } from '../../lib/api/rebase.js';
import type { Rebase, RebaseChoice, Scenario } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useQueryParams } from '../../lib/query-params.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { rebaseText } from './rebase.text.js';

/** What the registry has otherwise than a plan, looked up when it is opened, and the plan made anew as decided. */
export function RebasePanel({ plan }: { readonly plan: Scenario }) {
  const t = useText(rebaseText);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{t.title}</summary>
      {isOpen && <Differences plan={plan} />}
    </details>
  );
}

function Differences({ plan }: { readonly plan: Scenario }) {
  const t = useText(rebaseText);
  const query = useQuery(rebaseQuery(plan.id));
  return (
    <>
      <p className="sub">{t.lead}</p>
      <Answered query={query} rows={4}>
        {(rebase) =>
          rebase.conflicts.length === 0 ? (
            <p>{t.same}</p>
          ) : (
            <Decisions key={rebase.mark} plan={plan} rebase={rebase} />
          )
        }
      </Answered>
    </>
  );
}

interface Deciding {
  readonly plan: Scenario;
  readonly rebase: Rebase;
}

function Decisions({ plan, rebase }: Deciding) {
  const t = useText(rebaseText);
  const { number } = useFormat();
  const params = useQueryParams();
  const make = useMutation(rebaseMutation(useQueryClient()));
  const [changed, setChanged] = useState<Readonly<Record<string, RebaseChoice>>>({});
  const [name, setName] = useState(() => t.nameOf(plan.name));
  const { conflicts, breaches, version, mark } = rebase;
  const send = () => {
    const choices = conflicts.map(({ key, proposal }) => ({
      key,
      choice: changed[key] ?? proposal,
    }));
    make.mutate(
      { id: plan.id, version, mark, name: name.trim(), choices },
      { onSuccess: ({ scenarioId }) => params.set({ plan: String(scenarioId), submit: null }) },
    );
  };
  return (
    <>
      <p>{t.count(number(conflicts.length))}</p>
      <table className="list stack">
        <tbody>
          {conflicts.map(({ key, what, message, choices, proposal }) => (
            <tr key={key}>
              <td>
                <strong>{wordFor(t, 'kind', what)}</strong>
                <div className="sub">
                  <Said text={message} />
                </div>
              </td>
              <td data-label={t.how}>
                {choices.length === 1 ? (
                  wordFor(t, 'choice', proposal)
                ) : (
                  <Choice
                    label={t.how}
                    value={changed[key] ?? proposal}
                    options={choices.map((value) => ({
                      value,
                      label: wordFor(t, 'choice', value),
                    }))}
                    onChange={(value) => setChanged({ ...changed, [key]: value as RebaseChoice })}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {breaches.length > 0 && (
        <>
          <p>{t.breaches}:</p>
          <ul>
            {breaches.map((message) => (
              <li key={message}>
                <Said text={message} />
              </li>
            ))}
          </ul>
        </>
      )}
      <TextField label={t.name} value={name} onChange={setName} />
      {make.error && <Trouble error={make.error} title={t.refused} />}
      <div className="dialog-foot">
        <Button
          loading={make.isPending}
          disabled={name.trim() === '' || breaches.length > 0}
          onClick={send}
        >
          {t.make}
        </Button>
      </div>
    </>
  );
}
