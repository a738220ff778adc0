import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { TextField } from '../../components/text-field.js';
import { addNewcomerMutation } from '../../lib/api/person-events.js';
import { useText } from '../../lib/text/define-text.js';
import { NEWCOMER_FIELDS, valueOf, valuesOf, type Typed } from './event-fields.js';
import { EventDialog, FieldInput } from './event-inputs.js';
import { eventText } from './event.text.js';
import { disagreeingNumber } from './number-says.js';

interface Props {
  readonly onClose: () => void;
  readonly onKept: (staffId: number) => void;
}

/** Somebody whom the registry does not know yet. */
export function NewcomerForm({ onClose, onKept }: Props) {
  const t = useText(eventText);
  const [who, setWho] = useState({ personalNumber: '', fullName: '' });
  const [typed, setTyped] = useState<Typed>({});
  const add = useMutation(addNewcomerMutation(useQueryClient()));
  const missing = (tried: boolean, text: string) => (tried && text.trim() === '' ? t.needed : null);
  const doubt = () => {
    const bornOn = valueOf('bornOn', (typed.bornOn ?? '').trim());
    const says = disagreeingNumber(who.personalNumber, {
      sex: typed.sex ?? '',
      bornOn: bornOn === null ? null : String(bornOn),
    });
    if (says === null) return null;
    return says === 'no-province'
      ? t.numberOfNoProvince
      : t.numberSays(t[`sex.${says.sex}`], says.year);
  };
  return (
    <EventDialog
      title={t.newcomer}
      about={t.newcomerAbout}
      busy={add.isPending}
      error={add.error}
      onClose={onClose}
      onSend={(head) => {
        const values = valuesOf(typed);
        if (values === null || who.personalNumber.trim() === '' || who.fullName.trim() === '')
          return;
        const named = {
          personalNumber: who.personalNumber.trim(),
          fullName: who.fullName.trim(),
        };
        add.mutate(
          { ...head, ...values, ...named },
          { onSuccess: ({ staffId }) => onKept(staffId) },
        );
      }}
    >
      {(tried) => (
        <>
          <TextField
            label={t['field.personalNumber']}
            value={who.personalNumber}
            wrong={missing(tried, who.personalNumber)}
            hint={doubt()}
            onChange={(personalNumber) => setWho({ ...who, personalNumber })}
            autoFocus
          />
          <TextField
            label={t['field.fullName']}
            value={who.fullName}
            wrong={missing(tried, who.fullName)}
            onChange={(fullName) => setWho({ ...who, fullName })}
          />
          {NEWCOMER_FIELDS.map((field) => (
            <FieldInput
              key={field}
              field={field}
              value={typed[field] ?? ''}
              tried={tried}
              onChange={(text) => setTyped({ ...typed, [field]: text })}
            />
          ))}
        </>
      )}
    </EventDialog>
  );
}
