import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { DayField } from '../../components/day-field.js';
import { Dialog } from '../../components/dialog.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { handOverMutation } from '../../lib/api/people-of-plan.js';
import { today } from '../../lib/day.js';
import { useText } from '../../lib/text/define-text.js';
import { peopleStatesText } from './people-states.text.js';

interface Props {
  readonly id: number;
  readonly staffIds: readonly number[];
  readonly onClose: () => void;
}

/** The hand-over of the work of several people, agreed in the same words. */
export function HandOverDialog({ id, staffIds, onClose }: Props) {
  const t = useText(peopleStatesText);
  const [note, setNote] = useState('');
  const [agreedOn, setAgreedOn] = useState(today());
  const send = useMutation(handOverMutation(useQueryClient()));
  return (
    <Dialog title={`${t['kind.handed-over']} (${staffIds.length})`} onClose={onClose}>
      <div className="dialog-form">
        <DayField label={t.day} value={agreedOn} onChange={setAgreedOn} />
        <TextField label={t.noteOf} value={note} onChange={setNote} />
        {send.error && <Trouble error={send.error} title={t.refused} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.close}</Button>
          <Button
            type="primary"
            disabled={note.trim() === '' || agreedOn === ''}
            loading={send.isPending}
            onClick={() =>
              send.mutate({ id, staffIds, agreedOn, note: note.trim() }, { onSuccess: onClose })
            }
          >
            {t.keep}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
