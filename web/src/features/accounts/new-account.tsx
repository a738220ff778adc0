import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { createAccountMutation } from '../../lib/api/accounts.js';
import { useText } from '../../lib/text/define-text.js';
import { accountOf, EMPTY_DRAFT, isLogin } from './account-draft.js';
import { AccountFields } from './account-fields.js';
import { accountsText } from './accounts.text.js';
import { OneTimePassword } from './one-time-password.js';

export function NewAccountForm({ onDone }: { readonly onDone: () => void }) {
  const t = useText(accountsText);
  const create = useMutation(createAccountMutation(useQueryClient()));
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [tried, setTried] = useState(false);
  if (create.data) {
    return (
      <OneTimePassword
        title={t.created(create.data.account.login)}
        password={create.data.oneTimePassword}
        onDone={onDone}
      />
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const account = accountOf(draft);
    if (account && isLogin(account.login)) create.mutate(account);
  };
  return (
    <form className="account-form" onSubmit={submit} noValidate>
      <TextField
        autoFocus
        label={t.login}
        value={draft.login}
        onChange={(login) => setDraft({ ...draft, login })}
        autoComplete="off"
        hint={t.loginHint}
        wrong={tried && !isLogin(draft.login.trim()) ? t.loginWrong : null}
      />
      <AccountFields
        draft={draft}
        tried={tried}
        onChange={(changes) => setDraft({ ...draft, ...changes })}
      />
      {create.error && <Trouble error={create.error} title={t.refused} />}
      <Button type="primary" htmlType="submit" loading={create.isPending}>
        {t.create}
      </Button>
    </form>
  );
}
