import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { comparisonQuery } from '../../lib/api/comparison.js';
import type { Summary } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { blockFilter, boardLink } from './board-link.js';
import { dashboardText } from './dashboard.text.js';
import type { Scope } from './scope-figures.js';
import type { BothSides } from './sides.js';
import { PlainTile } from './plain-tile.js';
import { WishesTile } from './wishes-tile.js';

interface Props {
  readonly sides: BothSides;
  readonly block: Scope;
}

/** The zone of the official list that has the hardest places. */
const REMOTE = 'III';

/** How far people have it, and what becomes of the seats in remote communes. */
export function FarTiles({ sides, block }: Props) {
  const t = useText(dashboardText);
  const w = useText(words);
  const { number, decimal } = useFormat();
  const { before, after } = sides;
  const runs = [before, after].flatMap((side) => side?.run.id ?? []).join(',');
  const compared = useQuery(comparisonQuery(runs)).data?.runs;
  const linesOf = (id: number | undefined) => compared?.find(({ run }) => run.id === id)?.lines;
  const km = (id: number | undefined, measure: 'medianKm' | 'longestKm') => {
    const value = linesOf(id)?.[measure];
    if (value === undefined) return '…';
    return value === null ? '–' : w.km(decimal(value));
  };
  const remote = (summary: Summary) => {
    const zone = summary.zones.find((each) => each.zone === REMOTE);
    return zone ? t.ofSeats(number(zone.seats - zone.shortage), number(zone.seats)) : '–';
  };
  const far = `/scenarios?runs=${runs}&part=people&list=far`;
  const zoneLink = (run: number) =>
    boardLink(run, { ...blockFilter(block), zone: REMOTE, show: 'shortage' });
  return (
    <section className="tiles tiles--far">
      {(['medianKm', 'longestKm'] as const).map((measure) => (
        <PlainTile
          key={measure}
          title={t[measure]}
          help={t.kmHelp}
          before={<Link to={far}>{km(before.run.id, measure)}</Link>}
          after={after && <Link to={far}>{km(after.run.id, measure)}</Link>}
        />
      ))}
      <PlainTile
        title={t.remoteSeats}
        help={t.remoteHelp}
        before={<Link to={zoneLink(before.run.id)}>{remote(before.summary)}</Link>}
        after={after && <Link to={zoneLink(after.run.id)}>{remote(after.summary)}</Link>}
      />
      <WishesTile before={before.run.id} after={after?.run.id ?? null} />
    </section>
  );
}
