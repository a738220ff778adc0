import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';

import { Dialog } from '../../components/dialog.js';
import { SidePanel } from '../../components/side-panel.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import {
  confirmParameterMutation,
  setParameterMutation,
  versionsQuery,
} from '../../lib/api/law.js';
import type { LawKey, LawVersion } from '../../lib/api/shapes.js';
import { unitsQuery } from '../../lib/api/units.js';
import { useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { accessWords } from '../../lib/text/access.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { useLawWords } from '../../lib/text/law-words.js';
import { EvidenceTag, Scope, Source, Span } from './law-table.js';
import { lawText } from './law.text.js';
import { ParameterForm } from './parameter-form.js';

interface Props {
  readonly known: LawKey;
  /** Units of this day may have values of their own. */
  readonly on: string;
  readonly onClose: () => void;
}

/** All versions of a parameter, and what the province may do with it. */
export function ParameterPanel({ known, on, onClose }: Props) {
  const t = useText(lawText);
  const { language } = useLanguage();
  const query = useQuery(versionsQuery(known.key));
  const [setting, setSetting] = useState(false);
  const mayWrite = useMay()('law.write');
  const name = language === 'vi' ? known.nameVi : known.nameEn;
  return (
    <SidePanel open title={name} subtitle={<code>{known.key}</code>} onClose={onClose}>
      <Answered query={query}>
        {(versions) => (
          <>
            {mayWrite && (
              <p>
                <Button type="primary" onClick={() => setSetting(true)}>
                  {t.set}
                </Button>
              </p>
            )}
            <h3>{t.versions}</h3>
            {versions.length === 0 && <Nothing>{t.noVersions}</Nothing>}
            <ol className="law-versions">
              {versions.map((version) => (
                <Version key={versionKey(version)} known={known} name={name} version={version} />
              ))}
            </ol>
            {setting && (
              <Setting
                known={known}
                versions={versions}
                on={on}
                onClose={() => setSetting(false)}
              />
            )}
          </>
        )}
      </Answered>
    </SidePanel>
  );
}

interface VersionProps {
  readonly known: LawKey;
  readonly name: string;
  readonly version: LawVersion;
}

function Version({ known, name, version }: VersionProps) {
  const t = useText(lawText);
  const { instant } = useFormat();
  const law = useLawWords();
  const may = useMay();
  const [confirming, setConfirming] = useState(false);
  const { recordedBy, recordedAt, supersededAt, confirmedBy, confirmedAt, confirmedNote } = version;
  const mayConfirm = may('law.write') && supersededAt === null && version.evidence !== 'confirmed';
  return (
    <li className={supersededAt === null ? undefined : 'law-superseded'}>
      <div>
        <strong>{law.value(version.value, known.kind)}</strong>{' '}
        <EvidenceTag mark={version.evidence} />
      </div>
      <div>
        <Span row={version} />
      </div>
      <Scope row={version} />
      <Source row={version} />
      {version.note !== '' && <div className="sub">{law.said(version.note)}</div>}
      <div className="sub">
        {recordedBy === null ? t.shipped : t.recorded(recordedBy, instant(recordedAt))}
        {' · '}
        {supersededAt === null ? t.stands : t.superseded(instant(supersededAt))}
      </div>
      {confirmedBy !== null && confirmedAt !== null && (
        <div className="sub">
          {t.confirmed(confirmedBy, instant(confirmedAt))} {confirmedNote}
        </div>
      )}
      {mayConfirm && (
        <button type="button" className="link-button" onClick={() => setConfirming(true)}>
          {t.confirm}
        </button>
      )}
      {confirming && (
        <Confirming
          known={known}
          name={name}
          version={version}
          onClose={() => setConfirming(false)}
        />
      )}
    </li>
  );
}

function Confirming({ known, name, version, onClose }: VersionProps & { onClose: () => void }) {
  const t = useText(lawText);
  const a = useText(accessWords);
  const { day } = useFormat();
  const law = useLawWords();
  const confirm = useMutation(confirmParameterMutation(useQueryClient()));
  const [note, setNote] = useState('');
  const value = law.value(version.value, known.kind);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate(
      {
        ...{ key: known.key, on: version.startsOn },
        ...(version.unit !== null && { unit: version.unit }),
        ...(note.trim() !== '' && { note: note.trim() }),
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog title={t.confirmTitle} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p>{t.confirmAbout(name, value, day(version.startsOn))}</p>
        <TextField
          label={t.confirmNote}
          placeholder={t.confirmNoteHint}
          value={note}
          onChange={setNote}
          autoFocus
        />
        {confirm.error && <Trouble error={confirm.error} title={t.refused} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{a.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface SettingProps extends Props {
  readonly versions: readonly LawVersion[];
}

function Setting({ known, versions, on, onClose }: SettingProps) {
  const t = useText(lawText);
  const set = useMutation(setParameterMutation(useQueryClient()));
  const units = useQuery({ ...unitsQuery(on), enabled: known.byUnit });
  const standing = versions.find(({ supersededAt }) => supersededAt === null);
  return (
    <ParameterForm
      title={t.setTitle}
      about={t.setAbout}
      save={t.save}
      keys={[known]}
      units={(units.data ?? []).filter(({ level }) => level === 'commune')}
      valueOfKey={() => standing?.value}
      busy={set.isPending}
      error={set.error}
      onSave={(body) => set.mutate(body, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

function versionKey({ scope, startsOn, recordedAt, supersededAt }: LawVersion): string {
  return [scope, startsOn, recordedAt, supersededAt].join(' ');
}
