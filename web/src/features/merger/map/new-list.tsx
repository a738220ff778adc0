import { Checkbox, Input } from 'antd';
import { useContext, useId, useState } from 'react';

import { ZoneMark } from '../../../components/zone-mark.js';
import type { MapNewUnit } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { plain } from '../../../lib/plain.js';
import { useText } from '../../../lib/text/define-text.js';
import { Criteria } from './criteria.js';
import { HoverContext, useDesk } from './desk.js';
import { mapText } from './map.text.js';
import { Swatch } from './swatch.js';

/** New units with the old ones in them, each beside what the law asks. */
export function NewList() {
  const t = useText(mapText);
  const format = useFormat();
  const { newUnits, assessed, looked } = useDesk();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [onlyFailing, setOnlyFailing] = useState(false);
  const sought = plain(typed.trim());
  const shown = newUnits
    .filter(({ name, code }) => plain(name).includes(sought) || code.includes(sought))
    .filter(
      ({ code }) =>
        !onlyFailing ||
        code === looked ||
        ['not-met', 'unknown'].includes(assessed.get(code)?.verdict ?? ''),
    );
  return (
    <section className="card new-side" aria-label={t.newUnits}>
      <div className="list-head">
        <h2>
          {t.newUnits} <span className="sub">{format.number(shown.length)}</span>
        </h2>
        <Checkbox checked={onlyFailing} onChange={({ target }) => setOnlyFailing(target.checked)}>
          {t.only}
        </Checkbox>
      </div>
      <label htmlFor={id} className="only-read">
        {t.filterNew}
      </label>
      <Input
        id={id}
        type="search"
        placeholder={t.filterNew}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {shown.length === 0 && <p className="sub">{t.nothing}</p>}
      <ul className="side-scroll new-list" tabIndex={-1}>
        {shown.map((unit) => (
          <NewUnit key={unit.code} unit={unit} />
        ))}
      </ul>
    </section>
  );
}

function NewUnit({ unit }: { readonly unit: MapNewUnit }) {
  const t = useText(mapText);
  const format = useFormat();
  const { draft, assessed, marks, looked, carrying, put, oldBy } = useDesk();
  const { hover, setHover } = useContext(HoverContext);
  const { code, name, zone, border } = unit;
  const rows = draft.rows.filter(({ newCode }) => newCode === code);
  const found = assessed.get(code);
  const isLooked = looked === code;
  return (
    <li
      className={['new-unit', isLooked && 'is-chosen', hover === code && 'is-hover']
        .filter(Boolean)
        .join(' ')}
      data-drop={code}
      onMouseEnter={() => setHover(code)}
      onMouseLeave={() => setHover(null)}
    >
      <button
        type="button"
        className="new-head"
        data-new={code}
        aria-pressed={isLooked}
        onClick={(event) => put(code, carrying && event.shiftKey)}
      >
        <Swatch mark={marks.get(code)} />
        <strong>{name}</strong>
        <span className="sub">
          {t.parts(format.number(rows.length))}
          {found && ` · ${t.people(format.number(found.people))}`}
        </span>
      </button>
      <ZoneMark zone={zone} border={border} />
      {rows.length === 0 && <p className="sub">{t.empty}</p>}
      <p className="chips">
        {rows.map((row) => (
          <Chip
            key={row.oldCode}
            oldCode={row.oldCode}
            name={oldBy.get(row.oldCode)?.name}
            share={row.share}
          />
        ))}
      </p>
      {found && <Criteria name={name} found={found} />}
    </li>
  );
}

interface ChipProps {
  readonly oldCode: string;
  readonly name: string | undefined;
  readonly share: number | null;
}

/** An old unit within a new one: picked up from here too. */
function Chip({ oldCode, name, share }: ChipProps) {
  const format = useFormat();
  const { chosen, choose, movable } = useDesk();
  const part = share === null ? ' (?)' : share < 1 ? ` (${format.decimal(share * 100)} %)` : '';
  return (
    <button
      type="button"
      className={chosen === oldCode ? 'chip is-chosen' : 'chip'}
      data-card={oldCode}
      data-name={name ?? oldCode}
      aria-pressed={chosen === oldCode}
      onClick={({ detail }) =>
        choose(chosen === oldCode ? null : oldCode, { carry: movable, walk: detail === 0 })
      }
    >
      {name ?? oldCode}
      {part}
    </button>
  );
}
