import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { TextField } from '../../components/text-field.js';
import { addEventMutation } from '../../lib/api/person-events.js';
import { besides } from '../../lib/day.js';
import { parseDay } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import {
  EVENT_KINDS,
  FIELDS,
  FIELDS_OF,
  valuesOf,
  type EventField,
  type EventKind,
  type Typed,
} from './event-fields.js';
import { EventDialog, FieldInput } from './event-inputs.js';
import { eventText } from './event.text.js';

interface Props {
  readonly staffId: number;
  readonly name: string;
  readonly onClose: () => void;
}

/** A correction or an event of somebody's life. What was typed stays when the API refuses. */
export function EventForm({ staffId, name, onClose }: Props) {
  const t = useText(eventText);
  const [kind, setKind] = useState<EventKind>('degree');
  const [corrected, setCorrected] = useState<EventField>('fullName');
  const [typed, setTyped] = useState<Typed>({});
  const [span, setSpan] = useState({ endsOn: '', lifted: 'no' });
  const add = useMutation(addEventMutation(useQueryClient(), staffId));
  const fields = kind === 'correction' ? [corrected] : FIELDS_OF[kind];
  const isCase = kind === 'maternity' || kind === 'discipline';
  const lastOn = span.endsOn === '' ? '' : parseDay(span.endsOn);
  return (
    <EventDialog
      title={t.addFor(name)}
      about={t.about}
      busy={add.isPending}
      error={add.error}
      onClose={onClose}
      onSend={(head) => {
        const values = valuesOf(typed);
        if (values === null || lastOn === null) return;
        const body = {
          ...{ kind, ...head, ...values },
          ...(isCase && lastOn !== '' && { endsOn: besides(lastOn, 1) }),
          ...(kind === 'maternity' && { liftedByRequest: span.lifted === 'yes' }),
        };
        add.mutate(body, { onSuccess: onClose });
      }}
    >
      {(tried) => (
        <>
          <Choice
            label={t.kind}
            value={kind}
            options={EVENT_KINDS.map((each) => ({ value: each, label: t[`kind.${each}`] }))}
            onChange={(next) => {
              setKind(next as EventKind);
              setTyped({});
            }}
          />
          {kind === 'correction' && (
            <Choice
              label={t.which}
              value={corrected}
              options={FIELDS.map((each) => ({ value: each, label: t[`field.${each}`] }))}
              onChange={(next) => {
                setCorrected(next as EventField);
                setTyped({});
              }}
            />
          )}
          {fields.map((field) => (
            <FieldInput
              key={field}
              field={field}
              value={typed[field] ?? ''}
              tried={tried}
              onChange={(text) => setTyped({ ...typed, [field]: text })}
            />
          ))}
          {isCase && (
            <TextField
              label={t.endsOn}
              value={span.endsOn}
              placeholder={t.dayHint}
              wrong={tried && lastOn === null ? t.dayWrong : null}
              onChange={(endsOn) => setSpan({ ...span, endsOn })}
            />
          )}
          {kind === 'maternity' && (
            <Choice
              label={t.lifted}
              value={span.lifted}
              options={[
                { value: 'no', label: t.no },
                { value: 'yes', label: t.yes },
              ]}
              onChange={(lifted) => setSpan({ ...span, lifted })}
            />
          )}
        </>
      )}
    </EventDialog>
  );
}
