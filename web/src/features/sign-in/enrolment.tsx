import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { QRCode } from 'antd';

import { CopyButton } from '../../components/copy-button.js';
import { Answered } from '../../components/states.js';
import { confirmTotpMutation, totpSecretQuery } from '../../lib/api/session.js';
import { useText } from '../../lib/text/define-text.js';
import { CodeForm } from './code-form.js';
import { signInText } from './sign-in.text.js';

/** Turns on the second factor: a secret as a picture and as text, counted once a code of it was typed. */
export function Enrolment({ onDone }: { readonly onDone?: () => void }) {
  const t = useText(signInText);
  const secret = useQuery(totpSecretQuery());
  const confirm = useMutation(confirmTotpMutation(useQueryClient()));
  return (
    <Answered query={secret} rows={4}>
      {(made) => (
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
      )}
    </Answered>
  );
}

/** Easier to read and type. */
function inFours(secret: string): string {
  return secret.replaceAll(/(.{4})(?=.)/g, '$1 ');
}
