import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Dialog } from '../../components/dialog.js';
import { isPurpose, PurposeField } from '../../components/purpose-field.js';
import { Trouble } from '../../components/states.js';
import { downloadMutation } from '../../lib/api/download.js';
import { useText } from '../../lib/text/define-text.js';
import { letterText } from './letter.text.js';

interface Props {
  /** Whose letters; null = what `path` names, or all. */
  readonly scenario?: number | null;
  readonly title?: string;
  readonly path?: string;
  readonly onClose: () => void;
}

/** What the letters are taken out for, before they are. */
export function TakeLetters({ scenario = null, title, path = '/api/letters/zip', onClose }: Props) {
  const t = useText(letterText);
  const fetchFile = useMutation(downloadMutation());
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isPurpose(purpose)) return;
    const body = { purpose: purpose.trim(), ...(scenario !== null && { scenarioId: scenario }) };
    fetchFile.mutate({ path, body }, { onSuccess: onClose });
  };
  return (
    <Dialog title={title ?? t.downloadAll} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <PurposeField value={purpose} onChange={setPurpose} tried={tried} />
        {fetchFile.error && <Trouble error={fetchFile.error} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={fetchFile.isPending}>
            {title === undefined ? t.downloadAll : t.download}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
