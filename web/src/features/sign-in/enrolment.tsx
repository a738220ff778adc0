import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, QRCode } from 'antd';
import { useState, type FormEvent } from 'react';

import { CopyButton } from '../../components/copy-button.js';
import { Answered, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { confirmTotpMutation, totpSecretMutation, totpSecretQuery } from '../../lib/api/session.js';
import { useText } from '../../lib/text/define-text.js';
import { CodeForm } from './code-form.js';
import { signInText } from './sign-in.text.js';

/** Turns on the second factor as a step of a sign-in. */
export function Enrolment() {
  const secret = useQuery(totpSecretQuery());
  return (
    <Answered query={secret} rows={4}>
      {(made) => <Scan made={made} />}
    </Answered>
  );
}

/** Turns on the second factor for somebody inside: the password first, since the page may have been left open. */
export function OwnEnrolment({ onDone }: { readonly onDone: () => void }) {
  const t = useText(signInText);
  const begin = useMutation(totpSecretMutation());
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  if (begin.data) return <Scan made={begin.data} onDone={onDone} />;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password !== '') begin.mutate(password);
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <TextField
        secret
        autoFocus
        label={t.current}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        wrong={tried && password === '' ? t.missing : null}
      />
      {begin.error && <Trouble error={begin.error} title={t.enrolRefused} />}
      <Button type="primary" htmlType="submit" loading={begin.isPending}>
        {t.goOn}
      </Button>
    </form>
  );
}

interface ScanProps {
  readonly made: { readonly secret: string; readonly uri: string };
  readonly onDone?: () => void;
}

/** A secret as a picture and as text, counted once a code of it was typed. */
function Scan({ made, onDone }: ScanProps) {
  const t = useText(signInText);
  const confirm = useMutation(confirmTotpMutation(useQueryClient()));
  return (
    <div className="enrolment">
      <p>{t.enrolScan}</p>
      <div role="img" aria-label={t.qr}>
        <QRCode type="svg" value={made.uri} size={196} errorLevel="M" />
      </div>
      <p className="sub">{t.enrolType}</p>
      <p className="secret">
        <code>{inFours(made.secret)}</code> <CopyButton text={made.secret} />
      </p>
      <p>{t.enrolCode}</p>
      <CodeForm
        label={t.code}
        busy={confirm.isPending}
        error={confirm.error}
        onCode={(code) => confirm.mutate(code, { onSuccess: () => onDone?.() })}
      />
    </div>
  );
}

/** Easier to read and type. */
function inFours(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
