import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { Dialog } from '../../components/dialog.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { addMovementMutation, previewMutation } from '../../lib/api/movements.js';
import type { MovementKind, NewMovement } from '../../lib/api/shapes.js';
import { besides } from '../../lib/day.js';
import { parseDay } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { MovePrice } from './move-price.js';
import { movementText } from './movement.text.js';
import { PersonChoice } from './person-choice.js';
import { PlaceFields } from './place-fields.js';
import { PlanWords } from './plan-words.js';

const KINDS: readonly MovementKind[] = [
  ...(['transfer', 'secondment', 'secondment-extension', 'secondment-end'] as const),
  ...(['rotation', 'appointment', 'reception', 'return', 'leaving'] as const),
];
const REASONS = ['task', 'reorganisation', 'rotation'] as const;
const OF_SECONDMENT: readonly MovementKind[] = ['secondment-extension', 'secondment-end'];
const NO_PLACE: readonly MovementKind[] = [...OF_SECONDMENT, 'leaving'];

const EMPTY = {
  ...{ staffId: '', kind: 'transfer' as MovementKind, startsOn: '', lastOn: '' },
  ...{ unitCode: '', positionCode: '', reason: 'task' as (typeof REASONS)[number] },
  ...{ newAllowance: '', ofMovement: '' },
};
type Typed = typeof EMPTY;

interface Props {
  readonly day: string;
  readonly onClose: () => void;
  readonly onKept: (id: number) => void;
}

/** Plans a movement: looked at as often as wanted, kept when it is right. */
export function MoveForm({ day, onClose, onKept }: Props) {
  const t = useText(movementText);
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const [tried, setTried] = useState(false);
  const preview = useMutation(previewMutation());
  const add = useMutation(addMovementMutation(useQueryClient()));
  const set = (change: Partial<Typed>) => {
    preview.reset();
    setTyped({ ...typed, ...change });
  };
  const wanted = wantedOf(typed);
  const send = (how: (body: NewMovement) => void) => {
    setTried(true);
    if (wanted !== null) how(wanted);
  };
  return (
    <Dialog title={t.add} onClose={onClose}>
      <form className="dialog-form" onSubmit={(event) => event.preventDefault()} noValidate>
        <MoveFields typed={typed} tried={tried} day={day} onChange={set} />
        {preview.data && <PlanWords plan={preview.data} />}
        {preview.data && wanted && <MovePrice wanted={wanted} />}
        {(preview.error ?? add.error) && <Trouble error={preview.error ?? add.error} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button loading={preview.isPending} onClick={() => send((body) => preview.mutate(body))}>
            {t.check}
          </Button>
          <Button
            type="primary"
            loading={add.isPending}
            onClick={() => send((body) => add.mutate(body, { onSuccess: ({ id }) => onKept(id) }))}
          >
            {t.keep}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly tried: boolean;
  readonly day: string;
  readonly onChange: (change: Partial<Typed>) => void;
}

function MoveFields({ typed, tried, day, onChange }: FieldsProps) {
  const t = useText(movementText);
  const starts = parseDay(typed.startsOn);
  const wrongEnd = typed.lastOn !== '' && parseDay(typed.lastOn) === null;
  return (
    <>
      <PersonChoice on={day} value={typed.staffId} onChange={(staffId) => onChange({ staffId })} />
      <Choice
        label={t.kind}
        value={typed.kind}
        options={KINDS.map((kind) => ({ value: kind, label: t[`kind.${kind}`] }))}
        onChange={(kind) => onChange({ kind: kind as MovementKind })}
      />
      <TextField
        label={t.starts}
        value={typed.startsOn}
        placeholder={t.dayHint}
        wrong={tried && starts === null ? t.dayWrong : null}
        onChange={(startsOn) => onChange({ startsOn })}
      />
      <TextField
        label={t.ends}
        value={typed.lastOn}
        placeholder={t.dayHint}
        wrong={tried && wrongEnd ? t.dayWrong : null}
        onChange={(lastOn) => onChange({ lastOn })}
      />
      {!NO_PLACE.includes(typed.kind) && (
        <PlaceFields
          on={starts ?? day}
          unitCode={typed.unitCode}
          positionCode={typed.positionCode}
          onChange={onChange}
        />
      )}
      {OF_SECONDMENT.includes(typed.kind) && (
        <TextField
          numeric
          label={t.of}
          value={typed.ofMovement}
          onChange={(ofMovement) => onChange({ ofMovement })}
        />
      )}
      <Choice
        label={t.reason}
        value={typed.reason}
        options={REASONS.map((reason) => ({ value: reason, label: t[`reason.${reason}`] }))}
        onChange={(reason) => onChange({ reason: reason as Typed['reason'] })}
      />
      <TextField
        numeric
        label={t.newAllowance}
        value={typed.newAllowance}
        onChange={(newAllowance) => onChange({ newAllowance })}
      />
    </>
  );
}

/** Null while a day is missing or nobody is chosen. */
function wantedOf(typed: Typed): NewMovement | null {
  const startsOn = parseDay(typed.startsOn);
  const lastOn = typed.lastOn === '' ? '' : parseDay(typed.lastOn);
  if (typed.staffId === '' || startsOn === null || lastOn === null) return null;
  const hasPlace = !NO_PLACE.includes(typed.kind);
  const allowance = Number(typed.newAllowance.replace(',', '.'));
  return {
    ...{ staffId: Number(typed.staffId), kind: typed.kind, startsOn, reason: typed.reason },
    ...(lastOn !== '' && { endsOn: besides(lastOn, 1) }),
    ...(hasPlace && typed.unitCode !== '' && { unitCode: typed.unitCode }),
    ...(hasPlace && typed.positionCode !== '' && { positionCode: typed.positionCode }),
    ...(typed.newAllowance !== '' && Number.isFinite(allowance) && { newAllowance: allowance }),
    ...(OF_SECONDMENT.includes(typed.kind) &&
      typed.ofMovement !== '' && { ofMovement: Number(typed.ofMovement) }),
  };
}
