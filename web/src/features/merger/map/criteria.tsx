import { Input } from 'antd';
import { useState } from 'react';

import type { AssessedUnit } from '../../../lib/api/shapes.js';
import { useFormat } from '../../../lib/format.js';
import { useText } from '../../../lib/text/define-text.js';
import { useDesk } from './desk.js';
import { withArea } from './map-draft.js';
import { mapText } from './map.text.js';

interface Props {
  readonly name: string;
  readonly found: AssessedUnit;
}

/** What a new unit has, what the law asks, and whether it is enough; as the API says it. */
export function Criteria({ name, found }: Props) {
  const t = useText(mapText);
  const format = useFormat();
  const { verdict, reason, areaKm2, needsAreaKm2, population, needsPopulation } = found;
  return (
    <div className="criteria">
      <dl>
        <Figure
          name={t.area}
          has={areaKm2 === null ? null : t.km2(format.decimal(areaKm2))}
          needs={needsAreaKm2 === null ? null : t.km2(format.decimal(needsAreaKm2))}
        />
        <Figure
          name={t.population}
          has={population === null ? null : format.number(population)}
          needs={needsPopulation === null ? null : format.number(needsPopulation)}
        />
      </dl>
      <div className={`verdict verdict--${verdict}`} data-verdict={verdict}>
        {t[`verdict.${verdict}`]}
        {reason !== null && <span className="sub"> · {t[`reason.${reason}`]}</span>}
      </div>
      <TypedArea name={name} found={found} />
    </div>
  );
}

interface FigureProps {
  readonly name: string;
  readonly has: string | null;
  readonly needs: string | null;
}

function Figure({ name, has, needs }: FigureProps) {
  const t = useText(mapText);
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {has ?? t.unknown}
        {needs !== null && <span className="sub"> ({t.needs(needs)})</span>}
      </dd>
    </div>
  );
}

/** Where the area is not known from the old units, whoever knows it types it. */
function TypedArea({ name, found: { code, areaKm2 } }: Props) {
  const t = useText(mapText);
  const { draft, change, movable } = useDesk();
  const known = draft.areas.find((area) => area.code === code)?.areaKm2;
  const [typed, setTyped] = useState(known === undefined ? '' : String(known).replace('.', ','));
  if (!movable || (areaKm2 !== null && known === undefined)) return null;
  const keep = () => {
    const value = Number(typed.trim().replace(',', '.'));
    if (typed.trim() === '') change(withArea(draft, code, null));
    else if (Number.isFinite(value) && value >= 0) change(withArea(draft, code, value));
  };
  return (
    <div className="typed-area">
      <Input
        size="small"
        inputMode="decimal"
        aria-label={t.typeArea(name)}
        placeholder="km²"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onPressEnter={keep}
      />
      <span className="sub">{t.areaWhy}</span>
    </div>
  );
}
