import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { useNavigate } from 'react-router';

import { Choice } from '../../components/choice.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { newUpload, sendRosterMutation, uploadProgressQuery } from '../../lib/api/send-roster.js';
import type { SheetKind } from '../../lib/api/shapes.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { FileDrop } from './file-drop.js';
import { rosterText } from './roster.text.js';
import { kindsFor } from './sheet-kinds.js';

/** Files, who sends them, and the day they describe. What was typed stays when the API refuses. */
export function SendForm() {
  const t = useText(rosterText);
  const navigate = useNavigate();
  const send = useMutation(sendRosterMutation(useQueryClient()));
  const [files, setFiles] = useState<readonly File[]>([]);
  const [kind, setKind] = useState<SheetKind>('roster');
  const kinds = kindsFor(useMay()('catalogue.load'));
  const [sender, setSender] = useState('');
  const [asOf, setAsOf] = useState('');
  const [tried, setTried] = useState(false);
  const [upload, setUpload] = useState('');
  const day = parseDay(asOf);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (files.length === 0 || sender.trim() === '' || day === null) return;
    const name = newUpload();
    setUpload(name);
    send.mutate(
      { files, kind, sender: sender.trim(), asOf: day, upload: name },
      {
        onSuccess: ({ id, errors }) =>
          void navigate(`/imports/${id}${errors > 0 ? '?severity=error' : ''}`),
      },
    );
  };
  return (
    <form className="card send-form" onSubmit={submit} noValidate>
      <h2>{t.send}</h2>
      <Choice
        wide
        label={t.kind}
        value={kind}
        options={kinds.map((value) => ({ value, label: t[`kind.${value}`] }))}
        onChange={(value) => setKind(value as SheetKind)}
      />
      {kind !== 'roster' && <p className="sub">{t[`kindAbout.${kind}`]}</p>}
      <FileDrop files={files} onChange={setFiles} />
      <Wrong show={tried && files.length === 0}>{t.filesMissing}</Wrong>
      <TextField label={t.sender} placeholder={t.senderHint} value={sender} onChange={setSender} />
      <Wrong show={tried && sender.trim() === ''}>{t.senderMissing}</Wrong>
      <TextField label={t.asOf} placeholder={t.asOfHint} value={asOf} onChange={setAsOf} numeric />
      <Wrong show={(tried || asOf.length >= 10) && day === null}>{t.asOfWrong}</Wrong>
      {send.error && <Trouble error={send.error} title={t.refused} />}
      <Button type="primary" htmlType="submit" loading={send.isPending}>
        {send.isPending ? t.checking : t.check}
      </Button>
      {send.isPending && <Progress key={upload} upload={upload} />}
    </form>
  );
}

const SHORT_MS = 1_500;

/** How far the reading of a long file is; a short one is done before there is anything to tell. */
function Progress({ upload }: { readonly upload: string }) {
  const t = useText(rosterText);
  const { number } = useFormat();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SHORT_MS);
    return () => clearTimeout(timer);
  }, []);
  const { data: told } = useQuery({ ...uploadProgressQuery(upload), enabled: isLong });
  const data = told?.files ? told : null;
  return (
    <div role="status">
      {data && t.readSoFar(number(data.filesRead), number(data.files), number(data.rowsRead))}
      {data && <progress max={data.files} value={data.filesRead} aria-label={t.checking} />}
    </div>
  );
}

function Wrong({ show, children }: { readonly show: boolean; readonly children: ReactNode }) {
  if (!show) return null;
  return (
    <p className="wrong" role="alert">
      {children}
    </p>
  );
}
