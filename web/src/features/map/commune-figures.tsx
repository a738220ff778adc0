import { Button } from 'antd';
import { Link } from 'react-router';

import { ZoneMark } from '../../components/zone-mark.js';
import type { At } from '../../lib/api/at.js';
import type { Unit } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import type { CommuneSum } from './commune-sum.js';
import { mapText } from './map.text.js';

interface Props {
  readonly at: At;
  readonly unit: Unit | undefined;
  readonly sum: CommuneSum | undefined;
  readonly onBack: () => void;
}

/** The figures of the chosen commune, and the ways on from it. */
export function CommuneFigures({ at, unit, sum, onBack }: Props) {
  const t = useText(mapText);
  if (!unit) return <p className="card map-hint">{t.choose}</p>;
  const about = 'run' in at ? `run=${at.run}` : `on=${at.on}`;
  return (
    <section className="card">
      <h2>
        {unit.name} <ZoneMark zone={unit.zone} border={unit.border} />
      </h2>
      <Land unit={unit} />
      {sum && <Sums sum={sum} />}
      <p className="card-foot">
        <Link to={`/gap?${about}&commune=${unit.code}`}>{t.openBoard}</Link>
        {'run' in at && (
          <Link to={`/placement?${about}&commune=${unit.code}`}>{t.openPlacement}</Link>
        )}
        <Button size="small" onClick={onBack}>
          {t.back}
        </Button>
      </p>
    </section>
  );
}

function Land({ unit }: { readonly unit: Unit }) {
  const t = useText(mapText);
  const format = useFormat();
  return (
    <p className="sub">
      {unit.areaKm2 !== null && t.km2(format.decimal(unit.areaKm2))}
      {unit.areaKm2 !== null && unit.population !== null && ' · '}
      {unit.population !== null && t.persons(format.number(unit.population))}
    </p>
  );
}

function Sums({ sum }: { readonly sum: CommuneSum }) {
  const w = useText(words);
  const { number, signed } = useFormat();
  const rows = [
    [w.people, number(sum.people)],
    [w.norm, sum.norm === null ? '–' : number(sum.norm)],
    [w.overNorm, sum.overNorm === null ? '–' : signed(sum.overNorm)],
    [w.shortage, number(sum.shortage)],
    [w.surplus, number(sum.surplus)],
    [w.vacant, number(sum.vacant)],
    [w.misfit, number(sum.misfit)],
  ] as const;
  return (
    <dl className="figures">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
