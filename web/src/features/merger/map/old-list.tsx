import { Input } from 'antd';
import { memo, useContext, useId, useState } from 'react';

import type { MapOldUnit } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { plain } from '../../../lib/plain.js';
import { useText } from '../../../lib/text/define-text.js';
import { HoverContext, useDesk } from './desk.js';
import { rowsOf } from './map-draft.js';
import { mapText } from './map.text.js';
import { Swatch } from './swatch.js';

/** Old units by their district, each with the new one that takes it. */
export function OldList() {
  const t = useText(mapText);
  const format = useFormat();
  const { oldUnits } = useDesk();
  const id = useId();
  const [typed, setTyped] = useState('');
  const shown = oldUnits.filter((unit) => isNamed(unit, typed));
  const districts = [...new Set(shown.map(({ districtName }) => districtName ?? ''))].sort(
    format.byName,
  );
  return (
    <section className="card old-side" aria-label={t.oldUnits}>
      <div className="list-head">
        <h2>
          {t.oldUnits} <span className="sub">{format.number(shown.length)}</span>
        </h2>
      </div>
      <label htmlFor={id} className="only-read">
        {t.filterOld}
      </label>
      <Input
        id={id}
        type="search"
        placeholder={t.filterOld}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {shown.length === 0 && <p className="sub">{t.nothing}</p>}
      <div className="side-scroll" tabIndex={-1}>
        {districts.map((district) => (
          <div key={district}>
            {district !== '' && <h3 className="district">{district}</h3>}
            <ul>
              {shown
                .filter(({ districtName }) => (districtName ?? '') === district)
                .sort((a, b) => format.byName(a.name, b.name))
                .map((unit) => (
                  <li key={unit.code}>
                    <OldUnit unit={unit} />
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function isNamed({ name, code, districtName }: MapOldUnit, typed: string): boolean {
  const sought = plain(typed.trim());
  return [name, code, districtName ?? ''].some((each) => plain(each).includes(sought));
}

const OldUnit = memo(function OldUnit({ unit }: { readonly unit: MapOldUnit }) {
  const t = useText(mapText);
  const { draft, newBy, marks, chosen, choose, movable } = useDesk();
  const { setHover } = useContext(HoverContext);
  const rows = rowsOf(draft, unit.code);
  const [first] = rows;
  const where =
    rows.length > 1 ? t.inParts(String(rows.length)) : newBy.get(first?.newCode ?? '')?.name;
  return (
    <button
      type="button"
      className={chosen === unit.code ? 'old-unit is-chosen' : 'old-unit'}
      data-card={unit.code}
      data-name={unit.name}
      aria-pressed={chosen === unit.code}
      onClick={({ detail }) =>
        choose(chosen === unit.code ? null : unit.code, { carry: movable, walk: detail === 0 })
      }
      onMouseEnter={() => setHover(first?.newCode ?? null)}
      onMouseLeave={() => setHover(null)}
    >
      <span className="old-name">{unit.name}</span>
      <span className="old-where">
        {rows.map(({ newCode }) => (
          <Swatch key={newCode} mark={marks.get(newCode)} />
        ))}
        <span className="sub">{where ?? t.nowhere}</span>
      </span>
    </button>
  );
});
