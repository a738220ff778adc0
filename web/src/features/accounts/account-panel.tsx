import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import type { Account } from '../../lib/api/shapes.js';
import { changeAccountMutation } from '../../lib/api/accounts.js';
import { useInside } from '../../lib/session.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { AccountActions } from './account-actions.js';
import { AccountWhy } from './account-why.js';
import { accountOf, draftOfAccount } from './account-draft.js';
import { AccountFields } from './account-fields.js';
import { accountsText } from './accounts.text.js';

/** One account: what it is and reaches, and what can be done to it. */
export function AccountPanel({ account }: { readonly account: Account }) {
  const t = useText(accountsText);
  const a = useText(accessWords);
  const { session } = useInside();
  const own = session.account?.login === account.login;
  const change = useMutation(changeAccountMutation(useQueryClient()));
  const [draft, setDraft] = useState(() => draftOfAccount(account));
  const [subject, setSubject] = useState(account.oidcSubject ?? '');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const wanted = accountOf(draft);
    if (!wanted) return;
    const { name, role, block, closedScope, scope } = wanted;
    const changes = own ? { name, block, closedScope } : { name, role, block, closedScope };
    const outside = session.oidc === null ? {} : { oidcSubject: subject.trim() || null };
    change.mutate({ id: account.id, changes: { ...changes, ...outside }, scope });
  };
  return (
    <>
      <form className="account-form" onSubmit={submit} noValidate>
        <AccountFields
          draft={draft}
          tried={tried}
          own={own}
          onChange={(changes) => {
            change.reset();
            setDraft({ ...draft, ...changes });
          }}
        />
        {session.oidc && (
          <TextField
            label={t.subject(session.oidc.label)}
            hint={t.subjectHint}
            value={subject}
            autoComplete="off"
            onChange={(text) => {
              change.reset();
              setSubject(text);
            }}
          />
        )}
        {change.error && <Trouble error={change.error} title={t.refused} />}
        {change.isSuccess && <Alert type="success" showIcon title={t.saved} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {a.save}
        </Button>
      </form>
      <AccountWhy login={account.login} />
      <AccountActions account={account} own={own} />
    </>
  );
}
