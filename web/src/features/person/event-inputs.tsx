import { Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';

import { Choice } from '../../components/choice.js';
import { Dialog } from '../../components/dialog.js';
import { Trouble } from '../../components/states.js';
import { TextField } from '../../components/text-field.js';
import { today } from '../../lib/day.js';
import { parseDay } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { DAYS, DEGREES, SEXES, valueOf, type EventField } from './event-fields.js';
import { eventText } from './event.text.js';

interface DialogProps {
  readonly title: string;
  readonly about: string;
  /** Of the day; default: from when it holds. */
  readonly dayLabel?: string;
  /** A day to come is wrong. */
  readonly isDayPast?: boolean;
  readonly busy: boolean;
  readonly error: Error | null;
  /** The fields; `tried` = somebody has sent them once. */
  readonly children: (tried: boolean) => ReactNode;
  readonly onSend: (head: { readonly effectiveOn: string; readonly reason: string }) => void;
  readonly onClose: () => void;
}

/** What every event says: from when it holds, and on which paper it rests. */
export function EventDialog({
  title,
  about,
  dayLabel,
  isDayPast = false,
  busy,
  error,
  children,
  onSend,
  onClose,
}: DialogProps) {
  const t = useText(eventText);
  const [day, setDay] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const effectiveOn = parseDay(day);
  const isAhead = isDayPast && effectiveOn !== null && effectiveOn > today();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (effectiveOn !== null && !isAhead && reason.trim() !== '')
      onSend({ effectiveOn, reason: reason.trim() });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p className="sub">{about}</p>
        {children(tried)}
        <TextField
          label={dayLabel ?? t.effectiveOn}
          value={day}
          placeholder={t.dayHint}
          wrong={tried && effectiveOn === null ? t.dayWrong : tried && isAhead ? t.dayAhead : null}
          onChange={setDay}
        />
        <TextField
          label={t.reason}
          value={reason}
          wrong={tried && reason.trim() === '' ? t.needed : null}
          onChange={setReason}
        />
        {error && <Trouble error={error} title={t.refused} />}
        <div className="dialog-foot">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t.keep}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface FieldProps {
  readonly field: EventField;
  readonly value: string;
  readonly tried: boolean;
  readonly onChange: (text: string) => void;
}

export function FieldInput({ field, value, tried, onChange }: FieldProps) {
  const t = useText(eventText);
  const label = t[`field.${field}`];
  if (field === 'sex' || field === 'degree') {
    const words =
      field === 'sex'
        ? SEXES.map((each) => ({ value: each, label: t[`sex.${each}`] }))
        : DEGREES.map((each) => ({ value: each, label: t[`degree.${each}`] }));
    return (
      <Choice
        label={label}
        value={value}
        options={[{ value: '', label: t.choose }, ...words]}
        onChange={onChange}
      />
    );
  }
  const isDay = DAYS.includes(field);
  const isWrong = tried && value.trim() !== '' && valueOf(field, value.trim()) === null;
  return (
    <TextField
      label={label}
      value={value}
      {...(isDay && { placeholder: t.partialHint })}
      wrong={isWrong ? (isDay ? t.dayWrong : t.numberWrong) : null}
      onChange={onChange}
    />
  );
}
