import { Link } from 'react-router';

import { Help } from '../../components/help.js';
import { useFormat } from '../../lib/format.js';
import { useReach } from '../../lib/reach.js';
import { useText } from '../../lib/text/define-text.js';
import { words } from '../../lib/text/words.js';
import { blockFilter, boardLink } from './board-link.js';
import { dashboardText } from './dashboard.text.js';
import { scopeFigures, type Scope } from './scope-figures.js';
import type { BothSides, Side } from './sides.js';

const MEASURES = ['overNorm', 'shortage', 'surplus', 'vacant', 'misfit'] as const;
type Measure = (typeof MEASURES)[number];

interface Props {
  readonly sides: BothSides;
  readonly block: Scope;
}

/** Six figures: as it was done, by seniority where somebody has run it, and as it could be; each leads to what is behind it. */
export function Comparison({ sides, block }: Props) {
  return (
    <section className="tiles">
      {MEASURES.map((measure) => (
        <Tile
          key={measure}
          measure={measure}
          before={numberOf(sides.before, measure, block)}
          seniority={sides.seniority && numberOf(sides.seniority, measure, block)}
          after={sides.after && numberOf(sides.after, measure, block)}
          linkTo={(side) => measureLink(sides[side]?.run.id ?? 0, measure, block)}
        />
      ))}
      <MovedTile sides={sides} />
    </section>
  );
}

function numberOf(side: Side, measure: Measure, block: Scope): number {
  return scopeFigures(side.summary, block)[measure];
}

function measureLink(run: number, measure: Measure, block: Scope): string {
  const shown = measure === 'overNorm' ? { sort: 'overNorm' } : { show: measure };
  return boardLink(run, { ...blockFilter(block), ...shown });
}

interface TileProps {
  readonly measure: Measure | 'moved';
  readonly before: number;
  readonly seniority: number | null;
  readonly after: number | null;
  readonly linkTo: (side: keyof BothSides) => string;
  readonly note?: string;
}

function Tile({ measure, before, seniority, after, linkTo, note }: TileProps) {
  const t = useText(dashboardText);
  const w = useText(words);
  const format = useFormat();
  const show = measure === 'overNorm' ? format.signed : format.number;
  return (
    <article className={`tile tile--${measure}`}>
      <h2>
        {w[measure]} <Help term={w[measure]} meaning={w[`${measure}Help`]} />
      </h2>
      <dl>
        <div>
          <dt>{t.before}</dt>
          <dd>
            <Link to={linkTo('before')}>{show(before)}</Link>
          </dd>
        </div>
        {seniority !== null && (
          <div>
            <dt>{t.seniority}</dt>
            <dd>
              <Link to={linkTo('seniority')}>{show(seniority)}</Link>
            </dd>
          </div>
        )}
        {after !== null && (
          <div className="tile-after">
            <dt>{t.after}</dt>
            <dd>
              <Link to={linkTo('after')}>{show(after)}</Link>
            </dd>
          </div>
        )}
      </dl>
      {after !== null && (
        <p className="tile-change">
          {after === before ? t.same : format.signed(after - before)}
          {note !== undefined && <span> · {note}</span>}
        </p>
      )}
    </article>
  );
}

function MovedTile({ sides }: { readonly sides: BothSides }) {
  const t = useText(dashboardText);
  const { unitNames } = useReach();
  const { before, seniority, after } = sides;
  return (
    <Tile
      measure="moved"
      before={before.run.levels.moved}
      seniority={seniority?.run.levels.moved ?? null}
      after={after?.run.levels.moved ?? null}
      linkTo={(side) => `/placement?run=${sides[side]?.run.id ?? 0}&movement=transfer`}
      note={unitNames === null ? t.whole : t.wholeProvince}
    />
  );
}
