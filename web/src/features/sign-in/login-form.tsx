import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { useSecondsLeft } from '../../components/retry-wait.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { Problem } from '../../lib/api/problem.js';
import { oidcMutation, signInMutation } from '../../lib/api/session.js';
import type { Session } from '../../lib/api/shapes.js';
import { useText } from '../../lib/text/define-text.js';
import { useOutsideRefusal } from './outside-refusal.js';
import { DemoAccounts } from './demo-accounts.js';
import { signInText } from './sign-in.text.js';

interface Props {
  readonly session: Session;
  /** Who was signed in until now; empty where nobody was. */
  readonly former: string;
  readonly onTyped: (password: string) => void;
}

export function LoginForm({ session, former, onTyped }: Props) {
  const t = useText(signInText);
  const outside = useOutsideRefusal();
  const enter = useMutation(signInMutation(useQueryClient()));
  const elsewhere = useMutation(oidcMutation());
  const [login, setLogin] = useState(former);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const wait = useSecondsLeft(
    enter.error instanceof Problem ? enter.error.retryAfterSeconds : null,
  );
  const send = (who: { login: string; password: string }) => {
    onTyped(who.password);
    enter.mutate(who);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() !== '' && password !== '') send({ login: login.trim(), password });
  };
  return (
    <>
      <form className="sign-in-form" onSubmit={submit} noValidate>
        <TextField
          label={t.login}
          value={login}
          onChange={setLogin}
          autoComplete="username"
          autoFocus={former === ''}
          wrong={tried && login.trim() === '' ? t.missing : null}
        />
        <TextField
          secret
          label={t.password}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          autoFocus={former !== ''}
          wrong={tried && password === '' ? t.missing : null}
        />
        {outside !== null && !enter.error && <p role="alert">{outside}</p>}
        {enter.error && <Trouble error={enter.error} title={t.refused} />}
        <Button type="primary" htmlType="submit" loading={enter.isPending} disabled={wait > 0}>
          {t.enter}
        </Button>
        {session.oidc && (
          <>
            {elsewhere.error && <Trouble error={elsewhere.error} title={t.refused} />}
            <Button loading={elsewhere.isPending} onClick={() => elsewhere.mutate()}>
              {t.oidc(session.oidc.label)}
            </Button>
          </>
        )}
      </form>
      <DemoAccounts accounts={session.demoAccounts} busy={enter.isPending} onChoose={send} />
    </>
  );
}
