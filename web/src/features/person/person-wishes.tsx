import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Confirm } from '../../components/confirm.js';
import { Answered } from '../../components/states.js';
import { personWishesQuery, takeWishBackMutation } from '../../lib/api/person-wishes.js';
import type { PersonFile, WishRecord } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { eventText } from './event.text.js';
import { WishForm } from './wish-form.js';
import { wishText } from './wish.text.js';

/** What was recorded of a person's wishes on the page, and the way to record another; for whoever sends rosters. */
export function PersonWishes({
  file: { staffId, fullName },
}: {
  readonly file: Pick<PersonFile, 'staffId' | 'fullName'>;
}) {
  const may = useMay()('roster.import');
  return may ? <Wishes staffId={staffId} name={fullName} /> : null;
}

function Wishes({ staffId, name }: { readonly staffId: number; readonly name: string }) {
  const t = useText(wishText);
  const [adding, setAdding] = useState(false);
  const query = useQuery(personWishesQuery(staffId));
  return (
    <section>
      <h3>{t.title}</h3>
      <Answered query={query}>
        {({ records, communes }) => (
          <>
            {records.length === 0 && <p className="sub">{t.none}</p>}
            <ul className="file-events file-wishes">
              {records.map((record, at) => (
                <Wish
                  key={record.id}
                  record={record}
                  isLast={records.findIndex(({ takenBack }) => !takenBack) === at}
                />
              ))}
            </ul>
            <Button onClick={() => setAdding(true)}>{t.add}…</Button>
            {adding && (
              <WishForm {...{ staffId, name, communes }} onClose={() => setAdding(false)} />
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function Wish({ record, isLast }: { readonly record: WishRecord; readonly isLast: boolean }) {
  const t = useText(wishText);
  const e = useText(eventText);
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const back = useMutation(takeWishBackMutation(useQueryClient()));
  const { id, kind, communes, givenOn, replaced, counts, takenBack } = record;
  const state = takenBack ? e.takenBack : counts ? t.counts : t.replacedBy;
  const family = record.fields.map((field) => wordFor(t, 'field', field)).join(', ');
  return (
    <li>
      <strong>{[t[`kind.${kind}`], communes.join('; ')].filter(Boolean).join(': ')}</strong>,{' '}
      {format.day(givenOn)}
      <span className="sub"> · {state}</span>
      <div className="sub">
        {[
          ...(replaced === null ? [] : [t.replaced(t[`kind.${replaced}`])]),
          ...(family === '' ? [] : [t.familySet(family)]),
          e.by(record.recordedBy, format.instant(record.recordedAt)),
        ].join(' · ')}
      </div>
      {isLast && (
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          {e.takeBack}
        </button>
      )}
      {asking && (
        <Confirm
          title={e.takeBack}
          about={t.takeBackAbout}
          yes={e.takeBack}
          busy={back.isPending}
          error={back.error}
          onYes={() => back.mutate(id, { onSuccess: () => setAsking(false) })}
          onNo={() => setAsking(false)}
        />
      )}
    </li>
  );
}
