import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';

import { Confirm } from '../../components/confirm.js';
import { PageHead } from '../../components/page-head.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import {
  draftQuery,
  lawKeysQuery,
  parametersQuery,
  removeDraftRowMutation,
  setDraftRowMutation,
  settleDraftMutation,
} from '../../lib/api/law.js';
import type { LawDraft, LawKey } from '../../lib/api/shapes.js';
import { unitsQuery } from '../../lib/api/units.js';
import { today } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { useLawWords } from '../../lib/text/law-words.js';
import './law.css';
import { DraftAffected } from './draft-affected.js';
import { EvidenceTag, Scope, Source, Span } from './law-table.js';
import { lawText } from './law.text.js';
import { ParameterForm } from './parameter-form.js';

/** A draft: its changes, and the step that puts them in force. */
export function DraftView() {
  const t = useText(lawText);
  const id = Number(useParams()['id']);
  const draft = useQuery(draftQuery(id));
  const keys = useQuery(lawKeysQuery());
  return (
    <>
      <p>
        <Link to="/law">{t.back}</Link>
      </p>
      <Answered query={draft}>
        {(found) => (
          <>
            <PageHead
              title={found.name}
              mark={<Tag className="tag tag--plain">{t[`draft.${found.state}`]}</Tag>}
            />
            <Answered query={keys}>{(known) => <Changes draft={found} keys={known} />}</Answered>
            {found.state === 'draft' && found.rows.length > 0 && <DraftAffected draft={found} />}
          </>
        )}
      </Answered>
    </>
  );
}

interface Props {
  readonly draft: LawDraft;
  readonly keys: readonly LawKey[];
}

type Asked = 'row' | 'in-force' | 'dropped';

function Changes({ draft, keys }: Props) {
  const t = useText(lawText);
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <section className="card law">
      <h2>{t.changes}</h2>
      {draft.rows.length === 0 ? (
        <Nothing>{t.noChanges}</Nothing>
      ) : (
        <Rows draft={draft} keys={keys} />
      )}
      {draft.state === 'draft' && (
        <div className="law-changes">
          <Button onClick={() => setAsked('row')}>{t.addChange}</Button>
          <Button
            type="primary"
            disabled={draft.rows.length === 0}
            onClick={() => setAsked('in-force')}
          >
            {t.putInForce}
          </Button>
          <Button danger onClick={() => setAsked('dropped')}>
            {t.drop}
          </Button>
        </div>
      )}
      {asked === 'row' && <NewRow draft={draft} keys={keys} onClose={close} />}
      {(asked === 'in-force' || asked === 'dropped') && (
        <Settling draft={draft} how={asked} onClose={close} />
      )}
    </section>
  );
}

function Rows({ draft, keys }: Props) {
  const t = useText(lawText);
  const { language } = useLanguage();
  const law = useLawWords();
  const remove = useMutation(removeDraftRowMutation(useQueryClient()));
  return (
    <>
      <table className="list stack">
        <thead>
          <tr>
            <th>{t.name}</th>
            <th>{t.value}</th>
            <th>{t.span}</th>
            <th>{t.scope}</th>
            <th>{t.source}</th>
            <th>{t.evidence}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {draft.rows.map((row) => {
            const known = keys.find(({ key }) => key === row.key);
            return (
              <tr key={`${row.key} ${row.scope} ${row.startsOn}`}>
                <td>
                  <strong>{(language === 'vi' ? known?.nameVi : known?.nameEn) ?? row.key}</strong>
                  <div className="sub">
                    <code>{row.key}</code>
                  </div>
                </td>
                <td data-label={t.value} className="law-value">
                  {law.value(row.value, known?.kind)}
                </td>
                <td data-label={t.span}>
                  <Span row={row} />
                </td>
                <td data-label={t.scope}>
                  <Scope row={row} />
                </td>
                <td data-label={t.source}>
                  <Source row={row} />
                </td>
                <td data-label={t.evidence}>
                  <EvidenceTag mark={row.evidence} />
                </td>
                <td>
                  {draft.state === 'draft' && (
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => remove.mutate({ draft, row })}
                    >
                      {t.remove}
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {remove.error && <Trouble error={remove.error} title={t.refused} />}
    </>
  );
}

function NewRow({ draft, keys, onClose }: Props & { readonly onClose: () => void }) {
  const t = useText(lawText);
  const on = today();
  const set = useMutation(setDraftRowMutation(useQueryClient()));
  const units = useQuery(unitsQuery(on));
  const values = useQuery(parametersQuery(on));
  if (!values.data) return null;
  const rows = values.data;
  return (
    <ParameterForm
      title={t.addTitle}
      about={t.setAbout}
      save={t.addSave}
      keys={keys}
      units={(units.data ?? []).filter(({ level }) => level === 'commune')}
      valueOfKey={(key) => rows.find((row) => row.key === key && row.applies)?.value}
      busy={set.isPending}
      error={set.error}
      onSave={(body) => set.mutate({ draft, body }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

interface SettlingProps {
  readonly draft: LawDraft;
  readonly how: 'in-force' | 'dropped';
  readonly onClose: () => void;
}

function Settling({ draft, how, onClose }: SettlingProps) {
  const t = useText(lawText);
  const { number } = useFormat();
  const settle = useMutation(settleDraftMutation(useQueryClient()));
  const isForce = how === 'in-force';
  return (
    <Confirm
      title={isForce ? t.putInForce : t.drop}
      about={isForce ? t.putInForceAbout(number(draft.rows.length)) : t.dropAbout}
      yes={isForce ? t.putInForce : t.drop}
      busy={settle.isPending}
      error={settle.error}
      onYes={() => settle.mutate({ draft, how }, { onSuccess: onClose })}
      onNo={onClose}
    />
  );
}
