import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { TextField } from '../../components/text-field.js';
import { peopleQuery } from '../../lib/api/movements.js';
import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { movementText } from './movement.text.js';

interface Props {
  readonly on: string;
  readonly value: string;
  readonly onChange: (staffId: string) => void;
}

/** Somebody with a post on the day, found by a part of the name. */
export function PersonChoice({ on, value, onChange }: Props) {
  const t = useText(movementText);
  const named = useNames();
  const [search, setSearch] = useState('');
  const people = useQuery(peopleQuery(on, search)).data?.items ?? [];
  return (
    <>
      <TextField label={t.search} value={search} onChange={setSearch} autoFocus />
      <Choice
        wide
        label={t.choosePerson}
        value={value}
        options={people.map(({ staffId, fullName, positionName, unitName }) => ({
          value: String(staffId),
          label: `${fullName} – ${named(positionName)}, ${named(unitName)}`,
        }))}
        onChange={onChange}
      />
    </>
  );
}
