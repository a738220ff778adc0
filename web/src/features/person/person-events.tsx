import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Confirm } from '../../components/confirm.js';
import { Answered } from '../../components/states.js';
import { personEventsQuery, takeEventBackMutation } from '../../lib/api/person-events.js';
import type { PersonEvent, PersonFile } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { EventForm } from './event-form.js';
import { eventText } from './event.text.js';

/** What was recorded of a person between two rosters, and the way to record more; for whoever may. */
export function PersonEvents({
  file: { staffId, fullName },
}: {
  readonly file: Pick<PersonFile, 'staffId' | 'fullName'>;
}) {
  const may = useMay()('movement.write');
  return may ? <Events staffId={staffId} name={fullName} /> : null;
}

function Events({ staffId, name }: { readonly staffId: number; readonly name: string }) {
  const t = useText(eventText);
  const [adding, setAdding] = useState(false);
  const query = useQuery(personEventsQuery(staffId));
  return (
    <section>
      <h3>{t.title}</h3>
      <Answered query={query}>
        {(events) => (
          <>
            {events.length === 0 && <p className="sub">{t.none}</p>}
            <ul className="file-events">
              {events.map((event) => (
                <Event key={event.id} event={event} />
              ))}
            </ul>
          </>
        )}
      </Answered>
      <Button onClick={() => setAdding(true)}>{t.add}…</Button>
      {adding && <EventForm staffId={staffId} name={name} onClose={() => setAdding(false)} />}
    </section>
  );
}

function Event({ event }: { readonly event: PersonEvent }) {
  const t = useText(eventText);
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const back = useMutation(takeEventBackMutation(useQueryClient()));
  const { id, kind, effectiveOn, fields, refitted, recordedBy, recordedAt, takenBack } = event;
  const names = fields.map((field) => wordFor(t, 'field', field)).join(', ');
  return (
    <li>
      <strong>{t[`kind.${kind}`]}</strong>, {format.day(effectiveOn)}
      {takenBack && <span className="sub"> · {t.takenBack}</span>}
      <div className="sub">
        {[
          ...(names === '' ? [] : [t.changed(names)]),
          ...(refitted === 0 ? [] : [t.refitted(format.number(refitted))]),
          t.by(recordedBy, format.instant(recordedAt)),
        ].join(' · ')}
      </div>
      {!takenBack && kind !== 'newcomer' && (
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          {t.takeBack}
        </button>
      )}
      {asking && (
        <Confirm
          title={t.takeBack}
          about={t.takeBackAbout}
          yes={t.takeBack}
          busy={back.isPending}
          error={back.error}
          onYes={() => back.mutate(id, { onSuccess: () => setAsking(false) })}
          onNo={() => setAsking(false)}
        />
      )}
    </li>
  );
}
