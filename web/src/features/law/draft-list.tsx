import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useState, type FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';

import { Answered, Nothing, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { beginDraftMutation, draftsQuery } from '../../lib/api/law.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { lawText } from './law.text.js';

/** Drafts of changes, and the beginning of a new one. */
export function DraftList() {
  const t = useText(lawText);
  const { number, instant } = useFormat();
  const query = useQuery(draftsQuery());
  return (
    <section className="card">
      <h2>{t.drafts}</h2>
      <p className="sub">{t.draftsAbout}</p>
      <NewDraft />
      <Answered query={query} rows={2}>
        {(drafts) =>
          drafts.length === 0 ? (
            <Nothing>{t.noDrafts}</Nothing>
          ) : (
            <ul className="law-drafts">
              {drafts.map(({ id, name, state, rows, createdBy, createdAt }) => (
                <li key={id}>
                  <Link to={`/law/drafts/${id}`}>{name}</Link>{' '}
                  <Tag className={`tag ${state === 'in-force' ? 'tag--good' : 'tag--plain'}`}>
                    {t[`draft.${state}`]}
                  </Tag>
                  <div className="sub">
                    {t.draftRows(number(rows.length))} · {createdBy}, {instant(createdAt)}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </section>
  );
}

function NewDraft() {
  const t = useText(lawText);
  const navigate = useNavigate();
  const begin = useMutation(beginDraftMutation(useQueryClient()));
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    begin.mutate(name.trim(), { onSuccess: ({ id }) => void navigate(`/law/drafts/${id}`) });
  };
  return (
    <form className="law-new-draft" onSubmit={submit} noValidate>
      <TextField
        label={t.draftName}
        placeholder={t.draftNameHint}
        value={name}
        onChange={setName}
      />
      <Button htmlType="submit" loading={begin.isPending}>
        {t.draftBegin}
      </Button>
      {begin.error && <Trouble error={begin.error} title={t.refused} />}
    </form>
  );
}
