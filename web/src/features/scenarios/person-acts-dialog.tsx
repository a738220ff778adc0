import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { DayField } from '../../components/day-field.js';
import { Dialog } from '../../components/dialog.js';
import { Answered, Nothing, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { personActsQuery, recordActMutation } from '../../lib/api/people-of-plan.js';
import type {
  PersonAct,
  PersonActBody,
  PersonActs,
  PersonState,
  Scenario,
} from '../../lib/api/shapes.js';
import { today } from '../../lib/day.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { wordFor } from '../../lib/text/words.js';
import { OwnLines } from './own-lines.js';
import { peopleStatesText } from './people-states.text.js';

interface Props {
  readonly plan: Scenario;
  readonly person: PersonState;
  readonly onClose: () => void;
}

/** What a person said to a plan and what came of it, and a form for the next line. */
export function PersonActsDialog({ plan, person, onClose }: Props) {
  const t = useText(peopleStatesText);
  const query = useQuery(personActsQuery(plan.id, person.staffId));
  return (
    <Dialog title={person.fullName} onClose={onClose}>
      <Answered query={query} rows={3}>
        {(told) => (
          <>
            {told.acts.length === 0 ? (
              <Nothing>{t.none}</Nothing>
            ) : (
              <ul>
                {told.acts.map((act) => (
                  <li key={act.id}>
                    <ActWords act={act} />
                  </li>
                ))}
              </ul>
            )}
            <OwnLines planId={plan.id} staffId={person.staffId} />
            <p className="sub">{t.stays}</p>
            <ActForm key={told.acts.length} id={plan.id} told={told} onClose={onClose} />
          </>
        )}
      </Answered>
    </Dialog>
  );
}

function ActWords({ act }: { readonly act: PersonAct }) {
  const t = useText(peopleStatesText);
  const { day } = useFormat();
  return (
    <>
      <strong>{t[`kind.${act.kind}`]}</strong>{' '}
      {[act.code && wordFor(t, 'code', act.code), day(act.happenedOn)].filter(Boolean).join(', ')}:{' '}
      {act.note}
      <div className="sub">
        {[act.answerUntil && t.due(day(act.answerUntil)), act.recordedName]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </>
  );
}

type Kind = PersonActBody['kind'];
type Code = NonNullable<PersonActBody['code']>;

const GRIEVANCES: readonly Code[] = [
  ...(['too-far', 'family', 'health', 'not-my-field', 'lower-post'] as const),
  ...(['order-of-choice', 'procedure', 'facts-wrong', 'other'] as const),
];
const CODES: Readonly<Record<Kind, readonly Code[]>> = {
  heard: ['agrees', 'proposes', 'disagrees'],
  objected: GRIEVANCES,
  complained: GRIEVANCES,
  answered: ['upheld', 'partly-upheld', 'rejected', 'withdrawn'],
  'handed-over': [],
};

/** Objections and complaints that nobody answered. */
function openOf({ acts }: PersonActs): PersonAct[] {
  const answered = new Set(acts.map(({ ofAct }) => ofAct));
  return acts.filter(
    ({ id, kind }) => (kind === 'objected' || kind === 'complained') && !answered.has(id),
  );
}

/** What may be recorded of the person now. */
function kindsOf(told: PersonActs): Kind[] {
  return [
    'heard',
    'objected',
    ...(told.letterNumber === null ? [] : (['complained'] as const)),
    ...(openOf(told).length === 0 ? [] : (['answered'] as const)),
    ...(told.absent ? (['handed-over'] as const) : []),
  ];
}

interface FormProps {
  readonly id: number;
  readonly told: PersonActs;
  readonly onClose: () => void;
}

function ActForm({ id, told, onClose }: FormProps) {
  const t = useText(peopleStatesText);
  const { day } = useFormat();
  const [kind, setKind] = useState<Kind>('heard');
  const [code, setCode] = useState<Code>('agrees');
  const [happenedOn, setHappenedOn] = useState(today());
  const [note, setNote] = useState('');
  const open = openOf(told);
  const [ofAct, setOfAct] = useState(open[0]?.id);
  const send = useMutation(recordActMutation(useQueryClient()));
  const choose = (next: Kind) => {
    setKind(next);
    setCode(CODES[next][0] ?? 'other');
  };
  const keep = () =>
    send.mutate({
      ...{ id, staffId: told.staffId, kind, happenedOn, note: note.trim() },
      ...(CODES[kind].length > 0 && { code }),
      ...(kind === 'answered' && ofAct !== undefined && { ofAct }),
    });
  return (
    <div className="dialog-form">
      <Choice
        label={t.what}
        value={kind}
        options={kindsOf(told).map((value) => ({ value, label: t[`kind.${value}`] }))}
        onChange={(value) => choose(kindsOf(told).find((each) => each === value) ?? 'heard')}
      />
      {kind === 'answered' && (
        <Choice
          label={t.about}
          value={String(ofAct)}
          options={open.map((act) => ({
            value: String(act.id),
            label: `${t[`kind.${act.kind}`]}, ${day(act.happenedOn)}`,
          }))}
          onChange={(value) => setOfAct(Number(value))}
        />
      )}
      {CODES[kind].length > 0 && (
        <Choice
          label={t.code}
          value={code}
          options={CODES[kind].map((value) => ({ value, label: t[`code.${value}`] }))}
          onChange={(value) => setCode(CODES[kind].find((each) => each === value) ?? 'other')}
        />
      )}
      <DayField label={t.day} value={happenedOn} onChange={setHappenedOn} />
      <TextField
        label={kind === 'handed-over' ? t.noteOf : t.note}
        value={note}
        onChange={setNote}
      />
      {send.error && <Trouble error={send.error} title={t.refused} />}
      <div className="dialog-foot">
        <Button onClick={onClose}>{t.close}</Button>
        <Button
          type="primary"
          disabled={note.trim() === '' || happenedOn === ''}
          loading={send.isPending}
          onClick={keep}
        >
          {t.keep}
        </Button>
      </div>
    </div>
  );
}
