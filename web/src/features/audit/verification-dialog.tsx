import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Dialog } from '../../components/dialog.js';
import { Said } from '../../components/said.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import type { Verification } from '../../lib/api/shapes.js';
import { verificationMutation } from '../../lib/api/audit.js';
import { useFormat } from '../../lib/format.js';
import { common } from '../../lib/text/common.js';
import { useText } from '../../lib/text/define-text.js';
import { sealText } from './seal.text.js';

/** Reads the whole trail again, and says whether anybody touched it. */
export function VerificationDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(sealText);
  const c = useText(common);
  const verify = useMutation(verificationMutation());
  const [anchor, setAnchor] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    verify.mutate(anchor.trim());
  };
  return (
    <Dialog title={t.verifyTitle} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p>{t.verifyAbout}</p>
        <TextField label={t.paper} value={anchor} placeholder={t.paperHint} onChange={setAnchor} />
        {verify.error && <Trouble error={verify.error} />}
        {verify.data && <Found found={verify.data} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{c.close}</Button>
          <Button type="primary" htmlType="submit" loading={verify.isPending} data-first>
            {t.start}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Found({ found }: { readonly found: Verification }) {
  const t = useText(sealText);
  const { number } = useFormat();
  if (found.intact) {
    const about = t.intactAbout(
      number(found.sealed),
      number(found.unsealed),
      number(found.compared),
    );
    return <Alert type="success" showIcon title={t.intact} description={about} />;
  }
  return (
    <Alert
      type="error"
      showIcon
      title={t.broken(number(found.faults.length))}
      description={
        <>
          <p>{t.brokenAbout}</p>
          <ul className="faults">
            {found.faults.map(({ kind, name, entryId, message }) => (
              <li key={`${kind} ${entryId} ${message}`}>
                <strong>{name}</strong>
                {entryId !== null && ` · ${t.faultAt(number(entryId))}`}: <Said text={message} />
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
