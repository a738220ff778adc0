import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { useSecondsLeft } from '../../components/retry-wait.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { Problem } from '../../lib/api/problem.js';
import { useText } from '../../lib/text/define-text.js';
import { signInText } from './sign-in.text.js';

interface Props {
  readonly label: string;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onCode: (code: string) => void;
}

/** The six digits of an authenticator. */
export function CodeForm({ label, busy, error, onCode }: Props) {
  const t = useText(signInText);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const wait = useSecondsLeft(error instanceof Problem ? error.retryAfterSeconds : null);
  const code = typed.replaceAll(/\s/g, '');
  const isCode = /^\d{6}$/.test(code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isCode) onCode(code);
  };
  return (
    <form className="sign-in-form" onSubmit={submit} noValidate>
      <TextField
        numeric
        autoFocus
        label={label}
        value={typed}
        onChange={setTyped}
        autoComplete="one-time-code"
        wrong={tried && !isCode ? t.codeWrong : null}
      />
      {error && <Trouble error={error} title={t.codeRefused} />}
      <Button type="primary" htmlType="submit" loading={busy} disabled={wait > 0}>
        {t.confirm}
      </Button>
    </form>
  );
}
