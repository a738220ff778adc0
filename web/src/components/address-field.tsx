import { useEffect, useRef, useState } from 'react';

import { useQueryParams } from '../lib/query-params.js';
import { TextField } from './text-field.js';

const PAUSE_MS = 250;

interface Props {
  /** Of the parameter of the address. */
  readonly name: string;
  readonly label: string;
  readonly placeholder?: string;
}

/** A search that stands in the address once the typing pauses: an address follows too slowly to be typed into. */
export function AddressField({ name, label, placeholder }: Props) {
  const params = useQueryParams();
  const asked = params.get(name) ?? '';
  const [typed, setTyped] = useState(asked);
  const told = useRef(asked);
  useEffect(() => {
    if (asked === told.current) return;
    told.current = asked;
    setTyped(asked);
  }, [asked]);
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      params.set({ [name]: typed || null, page: null });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, name, params]);
  return (
    <TextField
      label={label}
      value={typed}
      onChange={setTyped}
      {...(placeholder !== undefined && { placeholder })}
    />
  );
}
