import { Link } from 'react-router';

import { ZoneMark } from '../../components/zone-mark.js';
import type { Unit } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { blockFilter, boardLink } from './board-link.js';
import { BoardExport } from '../gap/board-export.js';
import { dashboardText } from './dashboard.text.js';
import type { Scope } from './scope-figures.js';
import type { BothSides } from './sides.js';

const SHOWN = 10;

interface Props {
  readonly sides: BothSides;
  readonly block: Scope;
  readonly communes: readonly Unit[];
}

export function WorstCommunes({ sides, block, communes }: Props) {
  const t = useText(dashboardText);
  const w = useText(words);
  const { before, after } = sides;
  const worst = [...before.summary.communes]
    .sort((a, b) => b.shortage - a.shortage || (b.overNorm ?? 0) - (a.overNorm ?? 0))
    .slice(0, SHOWN);
  return (
    <section className="card">
      <h2>{t.communesTitle}</h2>
      <p className="sub">{t.communesLead}</p>
      <table className="list">
        <thead>
          <tr>
            <th>{w.commune}</th>
            <th className="num">{w.overNorm}</th>
            <th className="num">
              {w.shortage}
              <div className="sub">{t.before}</div>
            </th>
            {after && (
              <th className="num after">
                {w.shortage}
                <div className="sub">{t.after}</div>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {worst.map(({ communeCode, shortage, overNorm }) => (
            <CommuneRow
              key={communeCode}
              code={communeCode}
              unit={communes.find(({ code }) => code === communeCode)}
              overNorm={overNorm}
              before={shortage}
              after={
                after?.summary.communes.find((each) => each.communeCode === communeCode)
                  ?.shortage ?? null
              }
              linkTo={(side) =>
                boardLink(sides[side]?.run.id ?? 0, {
                  ...blockFilter(block),
                  commune: communeCode,
                })
              }
            />
          ))}
        </tbody>
      </table>
      <p className="card-foot">
        <Link to={boardLink(before.run.id, blockFilter(block))}>{t.seeAll}</Link>
        <Link to={`/map?run=${before.run.id}`}>{t.seeMap}</Link>
        <BoardExport at={{ run: before.run.id }} />
      </p>
    </section>
  );
}

interface RowProps {
  readonly code: string;
  readonly unit: Unit | undefined;
  readonly overNorm: number | null;
  readonly before: number;
  readonly after: number | null;
  readonly linkTo: (side: 'before' | 'after') => string;
}

function CommuneRow({ code, unit, overNorm, before, after, linkTo }: RowProps) {
  const format = useFormat();
  return (
    <tr>
      <td>
        {unit?.name ?? code} {unit && <ZoneMark zone={unit.zone} border={unit.border} />}
      </td>
      <td className="num">
        {overNorm === null ? '–' : <Link to={linkTo('before')}>{format.signed(overNorm)}</Link>}
      </td>
      <td className="num strong">
        <Link to={linkTo('before')}>{format.number(before)}</Link>
      </td>
      {after !== null && (
        <td className="num after">
          <Link to={linkTo('after')}>{format.number(after)}</Link>
        </td>
      )}
    </tr>
  );
}
