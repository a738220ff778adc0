import { memo } from 'react';

import { useText } from '../../lib/text/define-text.js';
import { useNames } from '../../lib/text/names.js';
import { wordFor, words } from '../../lib/text/words.js';
import { boardText } from './board.text.js';
import { useBoard } from './carry.js';
import type { Card } from './commune-model.js';

const FIT_SIGNS: Readonly<Record<string, string>> = {
  exact: '●',
  related: '○',
  'after-training': '△',
  'out-of-field': '✕',
};

interface Props {
  readonly card: Card;
  /** The seat they sit on; null = none. */
  readonly at: string | null;
}

/** A person: press and drag, or press to pick up. */
export const PersonCard = memo(function PersonCard({ card, at }: Props) {
  const t = useText(boardText);
  const w = useText(words);
  const named = useNames();
  const board = useBoard();
  const { staffId, fullName, line, fresh, arrives } = card;
  const from = line ? `${named(line.oldPositionName)}, ${line.oldUnitName}` : t.fromElsewhere;
  // After a fresh pin the fit of the run is that of another seat.
  const fit = at !== null && line?.fit && !fresh ? line.fit : null;
  const isCarried = board.carried?.staffId === staffId;
  const classes = [
    'card-button',
    arrives && 'arrives',
    fresh && 'is-fresh',
    isCarried && 'is-carried',
  ];
  return (
    <li>
      <button
        type="button"
        className={classes.filter(Boolean).join(' ')}
        data-card={staffId}
        data-name={fullName}
        data-at={at ?? ''}
        tabIndex={-1}
        aria-pressed={board.movable ? isCarried : undefined}
        title={from}
        onClick={() => board.pick({ staffId, fullName })}
      >
        <span className="card-name">
          {fit && (
            <span className={`fit-sign fit-sign--${fit}`} aria-hidden="true">
              {FIT_SIGNS[fit]}
            </span>
          )}
          {fullName}
          {fit && <span className="only-read">, {wordFor(w, 'fit', fit)}</span>}
          {fresh && <span className="card-mark">✎ {t.freshPin}</span>}
          {!fresh && line?.pinned && <span className="card-mark">{t.pinned}</span>}
        </span>
        <span className="card-from">
          {arrives && '→ '}
          {line ? line.oldUnitName : t.fromElsewhere}
        </span>
      </button>
    </li>
  );
});
