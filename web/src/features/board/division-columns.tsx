import { memo } from 'react';

import type { Position } from '../../lib/api/shapes.js';
import { useFormat } from '../../lib/format.js';
import { positionName } from '../../lib/position-name.js';
import { useText } from '../../lib/text/define-text.js';
import { useLanguage } from '../../lib/text/language.js';
import { useNames } from '../../lib/text/names.js';
import { wordFor, words } from '../../lib/text/words.js';
import { boardText } from './board.text.js';
import { useAim, useBoard } from './carry.js';
import type { Division, Seat } from './commune-model.js';
import { HintMark } from './hint-mark.js';
import { PersonCard } from './person-card.js';

/** The divisions of the commune, each with its seats. */
export const DivisionColumns = memo(function DivisionColumns({
  divisions,
}: {
  readonly divisions: readonly Division[];
}) {
  const w = useText(words);
  const named = useNames();
  return (
    <div className="divisions">
      {divisions.map(({ kind, name, seats }) => (
        <section key={kind} className="division">
          <h2>{name === undefined ? wordFor(w, 'division', kind) : named(name)}</h2>
          {seats.map((seat) => (
            <SeatBox key={seat.positionCode} seat={seat} />
          ))}
        </section>
      ))}
    </div>
  );
});

function SeatBox({ seat }: { readonly seat: Seat }) {
  const t = useText(boardText);
  const { number } = useFormat();
  const { language } = useLanguage();
  const board = useBoard();
  const { positionCode, holders, seats, vacant } = seat;
  const isAim = useAim() === positionCode;
  const over = holders.length - seats;
  const name = nameOf(seat.position, positionCode, language);
  return (
    <div className={isAim ? 'seat is-aim' : 'seat'} data-drop={positionCode}>
      <button
        type="button"
        className="seat-head"
        data-seat={positionCode}
        tabIndex={-1}
        onClick={() => (board.carried ? board.drop(positionCode) : board.look(positionCode))}
        onFocus={() => board.carried && board.aim(positionCode)}
      >
        <span className="seat-name">{name}</span>
        <span className="only-read">{t.seatRead(number(holders.length), number(seats))}</span>
        <span className={vacant > 0 ? 'seat-count short-text' : 'seat-count'} aria-hidden="true">
          {t.seatsLine(number(holders.length), number(seats))}
        </span>
      </button>
      <div className="seat-marks">
        {vacant > 0 && <span className="short-text">{t.vacant(number(vacant))}</span>}
        {over > 0 && <span className="over-text">{t.over(number(over))}</span>}
        {seat.required > 0 && <span>{t.required}</span>}
        {seat.position?.given && <span>{t.given}</span>}
        <HintMark target={positionCode} />
      </div>
      {holders.length > 0 && (
        <ul className="cards">
          {holders.map((card) => (
            <PersonCard key={card.staffId} card={card} at={positionCode} />
          ))}
        </ul>
      )}
      {Array.from({ length: vacant }, (_, at) => (
        <div key={at} className="empty-seat" aria-hidden="true" />
      ))}
    </div>
  );
}

export function nameOf(
  position: Position | undefined,
  code: string,
  language: 'vi' | 'en',
): string {
  return position ? positionName(position, language) : code;
}
