import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';

import { Help } from '../../components/help.js';
import { Answered } from '../../components/states.js';
import type { Summary } from '../../lib/api/shapes.js';
import { summaryQuery } from '../../lib/api/summary.js';
import { useFormat } from '../../lib/format.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { communeText } from './commune.text.js';
import type { Pending } from './pending.js';

const MEASURES = [
  'people',
  'seats',
  'overNorm',
  'shortage',
  'surplus',
  'vacant',
  'misfit',
] as const;
type Measure = (typeof MEASURES)[number];
type Row = Summary['communes'][number];

interface Props {
  readonly code: string;
  readonly on: string;
  readonly pending: Pending | null;
}

/** The figures of the commune today and, where a plan is on its way, by the plan; each leads to what is behind it. */
export function CommuneTiles({ code, on, pending }: Props) {
  const now = useQuery(summaryQuery({ on }, 'all'));
  const run = pending?.run.id ?? 0;
  const then = useQuery({ ...summaryQuery({ run }, 'all'), enabled: pending !== null });
  const rowOf = (summary: Summary | undefined) =>
    summary?.communes.find(({ communeCode }) => communeCode === code);
  return (
    <Answered query={now} rows={3}>
      {(summary) => (
        <section className="tiles commune-tiles">
          {MEASURES.map((measure) => (
            <Tile
              key={measure}
              measure={measure}
              now={rowOf(summary)}
              then={pending === null ? undefined : rowOf(then.data)}
              linkTo={(at) => boardLink({ at: at === 'now' ? { on } : { run }, code, measure })}
            />
          ))}
        </section>
      )}
    </Answered>
  );
}

interface TileProps {
  readonly measure: Measure;
  readonly now: Row | undefined;
  readonly then: Row | undefined;
  readonly linkTo: (at: 'now' | 'then') => string;
}

function Tile({ measure, now, then, linkTo }: TileProps) {
  const t = useText(communeText);
  const w = useText(words);
  const format = useFormat();
  const show = (row: Row | undefined) => {
    const value = row?.[measure] ?? null;
    if (value === null) return '–';
    return measure === 'overNorm' ? format.signed(value) : format.number(value);
  };
  const meaning = w[`${measure}Help` as keyof typeof w];
  return (
    <article className={`tile tile--${measure}`}>
      <h2>
        {w[measure]} {typeof meaning === 'string' && <Help term={w[measure]} meaning={meaning} />}
      </h2>
      <dl>
        <div>
          <dt>{t.now}</dt>
          <dd>
            <Link to={linkTo('now')}>{show(now)}</Link>
          </dd>
        </div>
        {then && (
          <div className="tile-after">
            <dt>{t.byPlan}</dt>
            <dd>
              <Link to={linkTo('then')}>{show(then)}</Link>
            </dd>
          </div>
        )}
      </dl>
      {measure === 'overNorm' && now?.norm != null && (
        <p className="sub">{t.norm(format.number(now.norm))}</p>
      )}
    </article>
  );
}

interface Target {
  readonly at: { readonly on: string } | { readonly run: number };
  readonly code: string;
  readonly measure: Measure;
}

/** The gap board of the commune: position by position, each cell with its names. */
function boardLink({ at, code, measure }: Target): string {
  const shown = ['shortage', 'surplus', 'vacant', 'misfit'].includes(measure)
    ? { show: measure }
    : {};
  const where = 'run' in at ? { run: String(at.run) } : at;
  return `/gap?${new URLSearchParams({ ...where, block: 'all', commune: code, ...shown }).toString()}`;
}
