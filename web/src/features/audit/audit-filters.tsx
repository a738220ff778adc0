import { Button } from 'antd';
import { useState } from 'react';

import { Choice } from '../../components/choice.js';
import { Filters } from '../../components/filters.js';
import { TextField } from '../../components/text-field.js';
import type { TrailFilter } from '../../lib/api/audit.js';
import { parseDay, useFormat } from '../../lib/format.js';
import { useQueryParams, type QueryParams } from '../../lib/query-params.js';
import { common } from '../../lib/text/common.js';
import { useText } from '../../lib/text/define-text.js';
import { auditText } from './audit.text.js';

const NAMES = ['from', 'to', 'actor', 'action', 'subject', 'kind'] as const;
const KINDS = ['write', 'sign-in', 'refusal', 'reveal', 'export', 'read'] as const;
const NO_FILTER = { ...Object.fromEntries(NAMES.map((name) => [name, null])), page: null };

/** The filters that the address holds. */
export function trailFilterOf({ get }: Pick<QueryParams, 'get'>): TrailFilter {
  return Object.fromEntries(NAMES.flatMap((name) => (get(name) ? [[name, get(name)]] : [])));
}

export function AuditFilters() {
  const t = useText(auditText);
  const c = useText(common);
  const params = useQueryParams();
  const active = NAMES.filter((name) => params.get(name) !== null).length;
  return (
    <Filters
      active={active}
      first={
        <Choice
          label={t.kind}
          value={params.get('kind') ?? ''}
          options={[
            { value: '', label: t.allKinds },
            ...KINDS.map((kind) => ({ value: kind, label: t[`kind.${kind}`] })),
          ]}
          onChange={(kind) => params.set({ kind, page: null })}
        />
      }
    >
      <DayFilter name="from" label={t.from} />
      <DayFilter name="to" label={t.to} />
      <WordFilter name="actor" label={t.actor} hint={t.actorHint} />
      <WordFilter name="action" label={t.action} hint={t.actionHint} />
      <WordFilter name="subject" label={t.subject} hint={t.subjectHint} />
      {active > 0 && <Button onClick={() => params.set(NO_FILTER)}>{c.clearFilters}</Button>}
    </Filters>
  );
}

interface FilterProps {
  readonly name: (typeof NAMES)[number];
  readonly label: string;
}

/** Asks once a whole day is typed. */
function DayFilter({ name, label }: FilterProps) {
  const t = useText(auditText);
  const { day } = useFormat();
  const params = useQueryParams();
  const asked = params.get(name);
  const ask = (typed: string) => {
    const iso = parseDay(typed);
    if (iso !== null || typed.trim() === '') params.set({ [name]: iso, page: null });
  };
  return (
    <TypedFilter
      key={asked === null ? 'none' : 'set'}
      label={label}
      hint={t.dayHint}
      start={asked === null ? '' : day(asked)}
      onTyped={ask}
    />
  );
}

function WordFilter({ name, label, hint }: FilterProps & { readonly hint: string }) {
  const params = useQueryParams();
  return (
    <TypedFilter
      key={params.get(name) === null ? 'none' : 'set'}
      label={label}
      hint={hint}
      start={params.get(name) ?? ''}
      onTyped={(typed) => params.set({ [name]: typed.trim() || null, page: null })}
    />
  );
}

interface TypedProps {
  readonly label: string;
  readonly hint: string;
  readonly start: string;
  readonly onTyped: (typed: string) => void;
}

/** Asks when the field is left or Enter is pressed. */
function TypedFilter({ label, hint, start, onTyped }: TypedProps) {
  const [typed, setTyped] = useState(start);
  return (
    <form
      className="choice"
      onBlur={() => typed !== start && onTyped(typed)}
      onSubmit={(event) => {
        event.preventDefault();
        onTyped(typed);
      }}
    >
      <TextField label={label} value={typed} placeholder={hint} onChange={setTyped} />
    </form>
  );
}
