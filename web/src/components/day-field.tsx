import { useState } from 'react';

import { parseDay, useFormat } from '../lib/format.js';
import { useText } from '../lib/text/define-text.js';
import { words } from '../lib/text/words.js';
import { TextField } from './text-field.js';

interface Props {
  readonly label: string;
  /** `yyyy-mm-dd`; empty = none yet. */
  readonly value: string;
  /** Empty while what is typed is no day. */
  readonly onChange: (day: string) => void;
}

/** A day as it is written here: dd/mm/yyyy. */
export function DayField({ label, value, onChange }: Props) {
  const w = useText(words);
  const { day } = useFormat();
  const [typed, setTyped] = useState(value === '' ? '' : day(value));
  return (
    <TextField
      label={label}
      value={typed}
      placeholder={w.dayHint}
      wrong={typed !== '' && parseDay(typed) === null ? w.dayWrong : null}
      onChange={(text) => {
        setTyped(text);
        onChange(parseDay(text) ?? '');
      }}
    />
  );
}
