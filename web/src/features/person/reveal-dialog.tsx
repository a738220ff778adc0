import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Dialog } from '../../components/dialog.js';
import { isPurpose, PurposeField } from '../../components/purpose-field.js';
import { Trouble } from '../../components/states.js';
import type { FileValue, Revealed } from '../../lib/api/shapes.js';
import { revealMutation } from '../../lib/api/person.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { personText } from './person.text.js';
import { useLabel } from './use-label.js';

interface Props {
  readonly id: number;
  readonly name: string;
  readonly field: FileValue;
  readonly onOpened: (values: Revealed) => void;
  readonly onClose: () => void;
}

/** Opens one protected field of a person, for a purpose that the trail keeps. */
export function RevealDialog({ id, name, field, onOpened, onClose }: Props) {
  const t = useText(personText);
  const a = useText(accessWords);
  const label = useLabel()(field);
  const reveal = useMutation(revealMutation());
  const [purpose, setPurpose] = useState('');
  const [tried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isPurpose(purpose)) return;
    reveal.mutate(
      { id, fields: field.key, purpose: purpose.trim() },
      {
        onSuccess: (values) => {
          onOpened(values);
          onClose();
        },
      },
    );
  };
  return (
    <Dialog title={t.revealTitle(label)} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p>{t.revealAbout(name, label)}</p>
        <PurposeField value={purpose} onChange={setPurpose} tried={tried} />
        {reveal.error && <Trouble error={reveal.error} title={t.notOpened} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{a.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>
            {t.open}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
