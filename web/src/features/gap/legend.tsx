import { useText } from '../../lib/text/define-text.js';
import type { Shown } from './board-filter.js';
import { gapText } from './gap.text.js';

/** What signs and shades mean; every shade carries its figure. */
export function Legend({ show }: { readonly show: Shown }) {
  const t = useText(gapText);
  const isShort = show !== 'surplus';
  const isOver = show === 'both' || show === 'surplus';
  const sign = show === 'both';
  return (
    <div className="board-legend" role="group" aria-label={t.legend}>
      {isShort && <Shades tone="short" prefix={sign ? '−' : ''} meaning={t.legendShort} />}
      {isOver && <Shades tone="over" prefix={sign ? '+' : ''} meaning={t.legendOver} />}
      <span className="legend-item">
        <span className="cell even">·</span> {t.legendFull}
      </span>
      <span className="legend-item">
        <span className="cell none" /> {t.legendNone}
      </span>
    </div>
  );
}

interface ShadesProps {
  readonly tone: 'short' | 'over';
  readonly prefix: string;
  readonly meaning: string;
}

function Shades({ tone, prefix, meaning }: ShadesProps) {
  return (
    <span className="legend-item">
      {[1, 2, 3].map((shade) => (
        <span key={shade} className={`cell ${tone}-${shade}`}>
          {prefix}
          {shade}
          {shade === 3 && '…'}
        </span>
      ))}{' '}
      {meaning}
    </span>
  );
}
