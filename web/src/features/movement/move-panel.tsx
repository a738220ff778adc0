import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Dialog } from '../../components/dialog.js';
import { Answered, Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { movementQuery, stepMutation, type Step } from '../../lib/api/movements.js';
import type { MovementDetail } from '../../lib/api/shapes.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { MovePrice } from './move-price.js';
import { movementText } from './movement.text.js';
import { PlanWords } from './plan-words.js';

interface Props {
  readonly id: number;
  readonly onClose: () => void;
}

/** One movement, and the next step of it. */
export function MovePanel({ id, onClose }: Props) {
  const t = useText(movementText);
  const query = useQuery(movementQuery(id));
  const step = useMutation(stepMutation(useQueryClient(), id));
  return (
    <Dialog title={`${t.title} · ${id}`} onClose={onClose}>
      <Answered query={query} rows={6}>
        {(move) => (
          <>
            <Told move={move} />
            {step.error && <Trouble error={step.error} />}
            <Steps move={move} busy={step.isPending} onStep={(next) => step.mutate(next)} />
          </>
        )}
      </Answered>
      <div className="dialog-foot">
        <Button onClick={onClose}>{t.close}</Button>
      </div>
    </Dialog>
  );
}

function Told({ move }: { readonly move: MovementDetail }) {
  const t = useText(movementText);
  const named = useNames();
  const format = useFormat();
  const place = [named(move.toPositionName), named(move.toUnitName)].filter(Boolean).join(', ');
  return (
    <>
      <p>
        <strong>{move.fullName}</strong> – {t[`kind.${move.kind}`]}
        {place && ` → ${place}`}, {t.starts.toLowerCase()} {format.day(move.startsOn)}.{' '}
        {t[`state.${move.state}`]}
        {move.decisionNumber && ` (${move.decisionNumber})`}.
      </p>
      {move.opinion !== null && (
        <p>
          {t.opinion}
          {move.heardOn && ` (${format.day(move.heardOn)})`}: {move.opinion}
        </p>
      )}
      {move.plan && <PlanWords plan={move.plan} />}
      {move.plan && (
        <MovePrice
          wanted={{
            ...{ kind: move.kind, staffId: move.staffId },
            ...{ unitCode: move.toUnitCode, positionCode: move.toPositionCode },
          }}
        />
      )}
    </>
  );
}

interface StepsProps {
  readonly move: MovementDetail;
  readonly busy: boolean;
  readonly onStep: (step: Step) => void;
}

function Steps({ move, busy, onStep }: StepsProps) {
  const t = useText(movementText);
  if (move.state === 'decided')
    return (
      <Button danger loading={busy} onClick={() => onStep({ step: 'take-back' })}>
        {t.takeBack}
      </Button>
    );
  if (move.state !== 'planned' && move.state !== 'heard') return null;
  return (
    <>
      <TwoFields
        labels={[t.heardOn, t.opinion]}
        act={t.hear}
        busy={busy}
        onSend={(heardOn, opinion) => onStep({ step: 'hearing', heardOn, opinion })}
      />
      <TwoFields
        labels={[t.decidedOn, t.number]}
        act={t.decide}
        busy={busy}
        primary
        onSend={(decidedOn, number) => onStep({ step: 'decision', number, decidedOn })}
      />
      <div className="movement-steps">
        <Button danger disabled={busy} onClick={() => onStep({ step: 'withdraw' })}>
          {t.withdraw}
        </Button>
      </div>
    </>
  );
}

interface TwoProps {
  readonly labels: readonly [string, string];
  readonly act: string;
  readonly busy: boolean;
  readonly primary?: boolean;
  readonly onSend: (day: string, text: string) => void;
}

/** A day and a text, sent together. */
function TwoFields({ labels, act, busy, primary, onSend }: TwoProps) {
  const t = useText(movementText);
  const [day, setDay] = useState('');
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const read = parseDay(day);
  const send = () => {
    setTried(true);
    if (read !== null && text.trim() !== '') onSend(read, text.trim());
  };
  return (
    <div className="movement-steps">
      <TextField
        label={labels[0]}
        value={day}
        placeholder={t.dayHint}
        wrong={tried && read === null ? t.dayWrong : null}
        onChange={setDay}
      />
      <TextField
        label={labels[1]}
        value={text}
        wrong={tried && text.trim() === '' ? t.needed : null}
        onChange={setText}
      />
      <Button {...(primary && { type: 'primary' as const })} loading={busy} onClick={send}>
        {act}
      </Button>
    </div>
  );
}
