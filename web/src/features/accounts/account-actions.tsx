import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Confirm } from '../../components/confirm.js';
import type { Account } from '../../lib/api/shapes.js';
import {
  changeAccountMutation,
  removeMutation,
  resetPasswordMutation,
} from '../../lib/api/accounts.js';
import { useText } from '../../lib/text/define-text.js';
import { accountsText } from './accounts.text.js';
import { OneTimePassword } from './one-time-password.js';

type Action = 'reset' | 'removeFactor' | 'endSessions' | 'disable' | 'enable';

interface Props {
  readonly account: Account;
  readonly own: boolean;
}

/** What hurts: each is asked once more. */
export function AccountActions({ account, own }: Props) {
  const t = useText(accountsText);
  const [asked, setAsked] = useState<Action | null>(null);
  const [password, setPassword] = useState<string | null>(null);
  const work = useWork(account.id, setPassword, () => setAsked(null));
  if (password !== null) {
    return <OneTimePassword title={t.reset} password={password} onDone={() => setPassword(null)} />;
  }
  const actions: Action[] = [
    'reset',
    ...(account.secondFactor ? (['removeFactor'] as const) : []),
    'endSessions',
    ...(own ? [] : [account.disabled ? ('enable' as const) : ('disable' as const)]),
  ];
  return (
    <section className="account-actions">
      <h3>{t.actions}</h3>
      {actions.map((action) => (
        <Button key={action} danger={action === 'disable'} onClick={() => setAsked(action)}>
          {t[action]}
        </Button>
      ))}
      {asked && (
        <Confirm
          title={t[asked]}
          about={t[`${asked}Ask`](account.name)}
          yes={t[asked]}
          busy={work.busy}
          error={work.error}
          onYes={() => work.start(asked)}
          onNo={() => {
            work.reset();
            setAsked(null);
          }}
        />
      )}
    </section>
  );
}

function useWork(id: number, onPassword: (password: string) => void, onDone: () => void) {
  const client = useQueryClient();
  const change = useMutation(changeAccountMutation(client));
  const reset = useMutation(resetPasswordMutation(client));
  const remove = useMutation(removeMutation(client));
  const all = [change, reset, remove];
  const start = (action: Action) => {
    const then = { onSuccess: onDone };
    switch (action) {
      case 'reset':
        return reset.mutate(id, {
          onSuccess: ({ oneTimePassword }) => {
            onDone();
            onPassword(oneTimePassword);
          },
        });
      case 'removeFactor':
        return remove.mutate({ id, what: 'second-factor' }, then);
      case 'endSessions':
        return remove.mutate({ id, what: 'sessions' }, then);
      case 'disable':
        return change.mutate({ id, changes: { disabled: true } }, then);
      case 'enable':
        return change.mutate({ id, changes: { disabled: false } }, then);
    }
  };
  return {
    start,
    busy: all.some(({ isPending }) => isPending),
    error: all.find(({ error }) => error)?.error ?? null,
    reset: () => all.forEach((each) => each.reset()),
  };
}
