import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Dialog } from '../../../components/dialog.js';
import { Trouble } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { setAsideMutation } from '../../../lib/api/repair-roster.js';
import type { RowPlace } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { repairText } from './repair.text.js';

interface Props {
  readonly batchId: number;
  readonly rows: readonly RowPlace[];
  readonly onClose: () => void;
}

const LEAST_LENGTH = 3;

/** Rows are left out by hand only, and never without a reason. */
export function SetAsideDialog({ batchId, rows, onClose }: Props) {
  const t = useText(repairText);
  const { number } = useFormat();
  const setAside = useMutation(setAsideMutation(useQueryClient(), batchId));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = reason.trim().length < LEAST_LENGTH;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    setAside.mutate({ rows: [...rows], reason: reason.trim() }, { onSuccess: onClose });
  };
  return (
    <Dialog title={t.setAsideRows(number(rows.length))} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p>{t.setAsideAbout}</p>
        <TextField
          autoFocus
          label={t.reason}
          placeholder={t.reasonHint}
          value={reason}
          onChange={setReason}
          wrong={tried && missing ? t.reasonMissing : null}
        />
        {setAside.error && <Trouble error={setAside.error} title={t.notDone} />}
        <div className="dialog-foot">
          <Button onClick={onClose} disabled={setAside.isPending}>
            {t.cancel}
          </Button>
          <Button type="primary" htmlType="submit" loading={setAside.isPending}>
            {t.setAsideRows(number(rows.length))}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
