import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { newPasswordMutation } from '../../lib/api/session.js';
import { useText } from '../../lib/text/define-text.js';
import { signInText } from './sign-in.text.js';

/** Shown beside the form; the API holds it. */
const LEAST_LENGTH = 12;

interface Props {
  /** The password just used to sign in, so that it need not be typed twice; null asks for it. */
  readonly known: string | null;
  readonly oneTime: boolean;
  readonly onDone?: () => void;
}

export function PasswordForm({ known, oneTime, onDone }: Props) {
  const t = useText(signInText);
  const change = useMutation(newPasswordMutation(useQueryClient()));
  const [typed, setTyped] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const current = known ?? typed;
  const length = [...password].length;
  const isFine = current !== '' && length >= LEAST_LENGTH && password === repeated;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isFine) change.mutate({ current, password }, { onSuccess: () => onDone?.() });
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      {known === null && (
        <TextField
          secret
          autoFocus
          label={oneTime ? t.currentOneTime : t.current}
          value={typed}
          onChange={setTyped}
          autoComplete="current-password"
          wrong={tried && typed === '' ? t.missing : null}
        />
      )}
      <TextField
        secret
        autoFocus={known !== null}
        label={t.newPassword}
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        hint={<Rules />}
        wrong={tried && length < LEAST_LENGTH ? t.tooShort(length) : null}
      />
      <TextField
        secret
        label={t.repeat}
        value={repeated}
        onChange={setRepeated}
        autoComplete="new-password"
        wrong={tried && password !== repeated ? t.differs : null}
      />
      {change.error && <Trouble error={change.error} title={t.passwordRefused} />}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t.setPassword}
      </Button>
    </form>
  );
}

function Rules() {
  const t = useText(signInText);
  return (
    <>
      {t.rules}:
      <ul className="rules">
        <li>{t.ruleLength}</li>
        <li>{t.ruleCommon}</li>
        <li>{t.ruleSame}</li>
      </ul>
    </>
  );
}
