import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Dialog } from '../../components/dialog.js';
import { Named } from '../../components/named.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { answerMutation, askMutation, requestsQuery } from '../../lib/api/movements.js';
import type { SpecialistRequest } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useReach } from '../../lib/reach.js';
import { useMay } from '../../lib/session.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { ListWorkbook } from './list-workbook.js';
import { movementText } from './movement.text.js';
import { PlaceFields } from './place-fields.js';

/** What communes ask for, and the answers. */
export function RequestsTab({ on }: { readonly on: string }) {
  const t = useText(movementText);
  const may = useMay();
  const [open, setOpen] = useState<'new' | SpecialistRequest | null>(null);
  const query = useQuery(requestsQuery());
  const close = () => setOpen(null);
  return (
    <section className="card">
      {may('request.ask') && (
        <Button type="primary" onClick={() => setOpen('new')}>
          {t.ask}
        </Button>
      )}
      <ListWorkbook title={t['tab.requests']} file={`gap-plans.xlsx?on=${on}`} />
      <Answered query={query} rows={6}>
        {(items) =>
          items.length === 0 ? (
            <Nothing>{t.noRequests}</Nothing>
          ) : (
            <Requests items={items} {...(may('request.answer') && { onAnswer: setOpen })} />
          )
        }
      </Answered>
      {open === 'new' && <AskForm on={on} onClose={close} />}
      {open !== null && open !== 'new' && <AnswerForm request={open} onClose={close} />}
    </section>
  );
}

interface RequestsProps {
  readonly items: readonly SpecialistRequest[];
  readonly onAnswer?: (request: SpecialistRequest) => void;
}

function Requests({ items, onAnswer }: RequestsProps) {
  const t = useText(movementText);
  const format = useFormat();
  return (
    <table className="list stack">
      <thead>
        <tr>
          <th>{t.unit}</th>
          <th>{t.position}</th>
          <th className="num">{t.people}</th>
          <th>{t.why}</th>
          <th>{t.state}</th>
          <th>{t.answer}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((each) => (
          <tr key={each.id}>
            <th scope="row">
              <Named of={[each.unitName]} />
            </th>
            <td data-label={t.position}>
              <Named of={[each.positionName]} />
            </td>
            <td data-label={t.people} className="num">
              {format.number(each.people)}
            </td>
            <td data-label={t.why}>{each.reason}</td>
            <td data-label={t.state}>{t[`request.${each.state}`]}</td>
            <td data-label={t.answer}>
              {each.answer}
              {onAnswer && each.state === 'asked' && (
                <Button size="small" onClick={() => onAnswer(each)}>
                  {t.answer}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AskForm({ on, onClose }: { readonly on: string; readonly onClose: () => void }) {
  const t = useText(movementText);
  const { units } = useReach();
  const own = units.map(({ code }) => code);
  const unitCode = own.length === 1 ? (own[0] ?? '') : '';
  const [wish, setWish] = useState({ unitCode, positionCode: '', people: '1', reason: '' });
  const ask = useMutation(askMutation(useQueryClient()));
  const people = /^\d+$/.test(wish.people) ? Number(wish.people) : 0;
  const whole = wish.unitCode && wish.positionCode && people > 0 && wish.reason.trim();
  return (
    <Dialog title={t.ask} onClose={onClose}>
      <div className="dialog-form">
        <PlaceFields
          on={on}
          {...wish}
          {...(own.length > 0 && { within: own })}
          onChange={(change) => setWish({ ...wish, ...change })}
        />
        <TextField
          numeric
          label={t.people}
          value={wish.people}
          onChange={(text) => setWish({ ...wish, people: text })}
        />
        <TextField
          label={t.why}
          value={wish.reason}
          onChange={(reason) => setWish({ ...wish, reason })}
        />
        {ask.error && <Trouble error={ask.error} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button
            type="primary"
            disabled={!whole}
            loading={ask.isPending}
            onClick={() => ask.mutate({ ...wish, people }, { onSuccess: onClose })}
          >
            {t.ask}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface AnswerProps {
  readonly request: SpecialistRequest;
  readonly onClose: () => void;
}

function AnswerForm({ request, onClose }: AnswerProps) {
  const t = useText(movementText);
  const named = useNames();
  const [answer, setAnswer] = useState('');
  const send = useMutation(answerMutation(useQueryClient()));
  const say = (accepted: boolean) =>
    send.mutate({ id: request.id, accepted, answer: answer.trim() }, { onSuccess: onClose });
  const empty = answer.trim() === '';
  return (
    <Dialog title={`${named(request.positionName)}, ${named(request.unitName)}`} onClose={onClose}>
      <p>{request.reason}</p>
      <TextField autoFocus label={t.answer} value={answer} onChange={setAnswer} />
      {send.error && <Trouble error={send.error} />}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button danger disabled={empty} loading={send.isPending} onClick={() => say(false)}>
          {t.refuse}
        </Button>
        <Button type="primary" disabled={empty} loading={send.isPending} onClick={() => say(true)}>
          {t.accept}
        </Button>
      </div>
    </Dialog>
  );
}
